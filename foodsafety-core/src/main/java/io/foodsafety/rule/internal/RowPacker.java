package io.foodsafety.rule.internal;

import io.foodsafety.fact.AsOf;
import io.foodsafety.fact.FactHistory;
import io.foodsafety.model.fact.Fact;
import io.foodsafety.model.fact.SubjectRef;
import io.foodsafety.model.subject.Subject;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Takes the only subject of some columns out of them as bytes, and puts it back with new facts, so
 * that its facts need not be looked at again. Whatever is not certain to be the same is refused:
 * then the subject has to be added anew. For one thread.
 */
public final class RowPacker {

  /**
   * The ids of facts that do not count, as they are withdrawn, are marked by three bytes of a hash:
   * whoever tells of such a fact late must not add it. One taken for another only costs time.
   */
  private static final int MARK = (1 << 21) - 1;

  private final Columns columns;
  private final ZoneId zone;
  private final long plainSince;
  private final NumberWriter writer = new NumberWriter();
  private final IntArray marks = new IntArray();
  private Map<String, Fact> lastOfDay = Map.of();

  /** A packer of what stands in some columns. */
  public RowPacker(Columns columns) {
    this.columns = columns;
    this.zone = columns.zone();
    this.plainSince = PlainDays.since(zone).toEpochDay();
  }

  /** Adds a subject to columns without one; returns it packed, if it can be put back. */
  public Optional<PackedRows> add(String id, Optional<Subject> subject, FactHistory history) {
    AsOf asOf = columns.asOf();
    List<Fact> counting = history.counting(asOf, zone);
    columns.add(id, subject, history, counting);
    if (!isByDay(asOf) || !columns.canBePacked(plainSince) || history.awaitsWithdrawn()) {
      return Optional.empty();
    }
    markOthers(history.facts(), counting);
    lastOfDay = new HashMap<>();
    counting.forEach(this::note);
    boolean isSettled = !history.changesAfter(asOf, zone);
    return Optional.of(pack(isSettled ? columns.lastDayInForce() : today()));
  }

  /**
   * Puts a subject back into columns without one, as of the same day or a later one, with facts
   * that it has got since.
   *
   * @return the subject packed with these facts; nothing if it has to be added anew to columns that
   *     are cleared before
   */
  public Optional<PackedRows> resume(
      PackedRows rows, String id, Supplier<Optional<Subject>> subject, List<Fact> facts) {
    if (!isStillRight(rows)) {
      return Optional.empty();
    }
    NumberReader reader = new NumberReader(rows.bytes);
    unpackFacts(reader);
    lastOfDay = new HashMap<>();
    rows.lastOfDay.values().forEach(this::note);
    for (Fact fact : facts) {
      if (!append(fact, SubjectRef.business(id))) {
        return Optional.empty();
      }
    }
    boolean isSameDay = today() == rows.day;
    if (isSameDay) {
      unpackAttributes(reader);
    } else {
      columns.addAttributes(subject.get());
    }
    columns.endSubject(id);
    if (facts.isEmpty() && isSameDay) {
      return Optional.of(rows);
    }
    return columns.canBePacked(plainSince)
        ? Optional.of(pack(Math.min(rows.lastDay, columns.lastDayInForce())))
        : Optional.empty();
  }

  private boolean isStillRight(PackedRows rows) {
    return rows.codes == columns.codes()
        && isByDay(columns.asOf())
        && today() >= rows.day
        && today() <= rows.lastDay;
  }

  private long today() {
    return columns.date().toEpochDay();
  }

  private static boolean isByDay(AsOf asOf) {
    return asOf.fact().isEmpty();
  }

  private static int mark(Fact fact) {
    return fact.id().hashCode() & MARK;
  }

  private void note(Fact fact) {
    if (fact.at().dateIn(zone).equals(columns.date())) {
      lastOfDay.put(fact.kind(), fact);
    }
  }

  /** Marks the facts that do not count; one that counts is not taken for a new one anyway. */
  private void markOthers(List<Fact> facts, List<Fact> counting) {
    marks.clear();
    if (counting.size() < facts.size()) {
      Set<String> known = new HashSet<>();
      counting.forEach(fact -> known.add(fact.id()));
      facts.stream()
          .filter(fact -> !known.contains(fact.id()))
          .forEach(fact -> marks.add(mark(fact)));
    }
  }

  private void unpackFacts(NumberReader reader) {
    for (FactTable table : columns.tables()) {
      table.unpack(reader);
    }
    marks.clear();
    long count = reader.next();
    for (int i = 0; i < count; i++) {
      marks.add(reader.next());
    }
  }

  private void unpackAttributes(NumberReader reader) {
    for (Column column : columns.attributes()) {
      column.unpack(reader, 1);
    }
  }

  /** Adds a fact behind all others of its kind; false if it is not certain to belong there. */
  private boolean append(Fact fact, SubjectRef ref) {
    int mark = mark(fact);
    for (int i = 0; i < marks.size(); i++) {
      if (marks.get(i) == mark) {
        return false;
      }
    }
    LocalDate day = fact.at().dateIn(zone);
    if (day.toEpochDay() < plainSince
        || !columns.isOrdinary(fact)
        || !columns.asOf().sees(fact, zone)) {
      return false;
    }
    Optional<FactTable> table = columns.findTable(fact.kind());
    if (table.isPresent()) {
      Optional<Fact> last = Optional.ofNullable(lastOfDay.get(fact.kind()));
      if (!table.get().endsBefore(fact, (int) day.toEpochDay(), last, zone)) {
        return false;
      }
      table.get().add(fact, ref, columns.asOf(), zone);
    }
    note(fact);
    return true;
  }

  private PackedRows pack(long lastDay) {
    writer.clear();
    for (FactTable table : columns.tables()) {
      table.pack(writer);
    }
    writer.add(marks.size());
    for (int i = 0; i < marks.size(); i++) {
      writer.add(marks.get(i));
    }
    for (Column column : columns.attributes()) {
      column.pack(writer, 1);
    }
    return new PackedRows(
        writer.toBytes(),
        columns.codes(),
        today(),
        lastDay,
        lastOfDay.isEmpty() ? Map.of() : lastOfDay);
  }
}

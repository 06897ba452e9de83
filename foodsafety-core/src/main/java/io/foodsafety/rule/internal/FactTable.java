package io.foodsafety.rule.internal;

import io.foodsafety.fact.AsOf;
import io.foodsafety.model.fact.AttributeValue;
import io.foodsafety.model.fact.Fact;
import io.foodsafety.model.fact.SubjectRef;
import io.foodsafety.model.time.Moment;
import io.foodsafety.rule.BuiltIn;
import io.foodsafety.rule.Value;
import io.foodsafety.rule.ValueType;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** The facts of one kind in columns, by subject, then in the order of facts. */
final class FactTable {

  /** Stands for: the fact is about the subject. No other role has an empty name. */
  static final String SUBJECT = "";

  private static final List<String> ABOUT = List.of(SUBJECT);

  private final String kind;
  private final Dictionary dictionary;
  private final Map<String, Column> attributes = new LinkedHashMap<>();
  private int[] ends = new int[16];
  private int subjects;
  private int[] days = new int[16];
  private int size;
  private final Column inForce;
  private final Column roles;
  private final Signatures signatures = new Signatures();
  private boolean hasRoles;
  private boolean hasInForce;
  private int oldest = Integer.MAX_VALUE;
  private long lastDayInForce = Long.MAX_VALUE;

  FactTable(String kind, Dictionary dictionary) {
    this.kind = kind;
    this.dictionary = dictionary;
    this.inForce = new Column(ValueType.BOOLEAN, dictionary);
    this.roles = new Column(ValueType.WORDS, dictionary);
  }

  /** The column of an attribute, made if need be. */
  Column column(String attribute, ValueType type) {
    Column known = attributes.get(attribute);
    if (known == null) {
      known = new Column(type, dictionary);
      attributes.put(attribute, known);
    }
    return Column.ofType(known, attribute, type);
  }

  /** The column of an attribute, made if need be so that it can be read like another one. */
  Column columnLike(String attribute, Column other) {
    return attributes.computeIfAbsent(attribute, any -> other.ofSameShape());
  }

  String kind() {
    return kind;
  }

  Collection<Column> columns() {
    return attributes.values();
  }

  /** Keeps facts in which the subject appears in another role, too. */
  void keepRoles() {
    hasRoles = true;
  }

  /** Keeps whether a fact is in force. */
  void keepInForce() {
    hasInForce = true;
  }

  boolean hasRoles() {
    return hasRoles;
  }

  /** Which facts are alike. */
  Signatures signatures() {
    return signatures;
  }

  /** The day of the oldest fact there ever was; none if there was none. */
  OptionalInt oldest() {
    return oldest == Integer.MAX_VALUE ? OptionalInt.empty() : OptionalInt.of(oldest);
  }

  /** The roles in which the subject appears in a fact. */
  Column roles() {
    return roles;
  }

  /** Whether a fact is in force. */
  Column inForce() {
    return inForce;
  }

  /** The day on which a fact happened or began. */
  int[] days() {
    return days;
  }

  /** A number that grows whenever a value comes to be written otherwise. */
  long codes() {
    long codes = signatures.generation();
    for (Column column : attributes.values()) {
      codes += 1 + column.shape();
    }
    return codes;
  }

  /** The last day for which it stays right which facts are in force, once they are. */
  long lastDayInForce() {
    return lastDayInForce;
  }

  /** Where the facts of a subject end, and those of the next begin. */
  int end(int subject) {
    return subject < 0 ? 0 : ends[subject];
  }

  /** Copies where the facts of some subjects end. */
  void readEnds(int first, int count, int[] into) {
    System.arraycopy(ends, first, into, 0, count);
  }

  void clear() {
    attributes.values().forEach(Column::clear);
    subjects = 0;
    size = 0;
    lastDayInForce = Long.MAX_VALUE;
    inForce.clear();
    roles.clear();
    signatures.clear();
  }

  /** Adds the day of a fact, whose values go into the columns one by one. */
  void addDay(int day) {
    if (size == days.length) {
      days = Arrays.copyOf(days, size + (size >> 1));
    }
    days[size++] = day;
    oldest = Math.min(oldest, day);
  }

  void add(Fact fact, SubjectRef subject, AsOf asOf, ZoneId zone) {
    List<String> appearsAs = rolesOf(subject, fact);
    if (appearsAs.isEmpty()) {
      return;
    }
    addDay((int) fact.at().dateIn(zone).toEpochDay());
    if (hasInForce) {
      inForce.add(Optional.of(Value.of(isInForce(fact, asOf, zone))));
    }
    if (hasRoles) {
      roles.add(Optional.of(new Value.Words(appearsAs)));
    }
    attributes.forEach((name, column) -> column.add(BuiltIn.read(fact, name, zone)));
    signatures.add();
  }

  private boolean isInForce(Fact fact, AsOf asOf, ZoneId zone) {
    Optional<Moment> end = fact.until();
    if (end.isEmpty()) {
      return true;
    }
    boolean isInForce = !asOf.isPast(end.get(), zone);
    if (isInForce) {
      long day = end.get().dateIn(zone).toEpochDay();
      // what ends at the first instant of a day is over on the day before
      lastDayInForce = Math.min(lastDayInForce, end.get().isDate() ? day : day - 2);
    }
    return isInForce;
  }

  /** Whether a fact of a day belongs behind all there are, given the last one of its day. */
  boolean endsBefore(Fact fact, int day, Optional<Fact> lastOfDay, ZoneId zone) {
    if (size == 0 || day != days[size - 1]) {
      return size == 0 || day > days[size - 1];
    }
    return lastOfDay.isPresent() && !AsOf.fact(lastOfDay.get()).sees(fact, zone);
  }

  /** Whether the facts are whole in the columns, and none is of a day before some day. */
  boolean canBePacked(long firstDay) {
    boolean can = size == 0 || days[0] >= firstDay;
    for (Column column : attributes.values()) {
      can &= !column.hasMisfits();
    }
    return can;
  }

  /** Writes all facts, of one subject. */
  void pack(NumberWriter writer) {
    writer.add(size);
    int before = 0;
    for (int row = 0; row < size; row++) {
      writer.addSigned((long) days[row] - before);
      before = days[row];
    }
    if (size > 0) {
      signatures.pack(writer);
      inForce.pack(writer, hasInForce ? size : 0);
      roles.pack(writer, hasRoles ? size : 0);
      for (Column column : attributes.values()) {
        column.pack(writer, size);
      }
    }
  }

  /** Reads the facts that were written; the table has none. */
  void unpack(NumberReader reader) {
    int count = (int) reader.next();
    int day = 0;
    for (int row = 0; row < count; row++) {
      day += (int) reader.nextSigned();
      addDay(day);
    }
    if (count > 0) {
      signatures.unpack(reader, count);
      inForce.unpack(reader, hasInForce ? count : 0);
      roles.unpack(reader, hasRoles ? count : 0);
      for (Column column : attributes.values()) {
        column.unpack(reader, count);
      }
    }
  }

  private List<String> rolesOf(SubjectRef subject, Fact fact) {
    boolean isAbout = fact.subject().equals(subject);
    if (!hasRoles) {
      return isAbout ? ABOUT : List.of();
    }
    List<String> roles = new ArrayList<>(isAbout ? ABOUT : List.of());
    fact.refs()
        .forEach(
            (role, ref) -> {
              if (ref.equals(subject)) {
                roles.add(role);
              }
            });
    return roles;
  }

  void endSubject() {
    if (subjects == ends.length) {
      ends = Arrays.copyOf(ends, subjects + (subjects >> 1));
    }
    ends[subjects++] = size;
  }

  /**
   * The facts of a subject, made again: with what is kept of them, so that rules over them give the
   * same. Each begins some nanoseconds after the one before, which keeps their order.
   */
  List<Fact> facts(int subject, SubjectRef ref, ZoneId zone) {
    List<Fact> facts = new ArrayList<>();
    for (int i = end(subject - 1); i < end(subject); i++) {
      int row = i;
      LocalDate day = LocalDate.ofEpochDay(days[row]);
      Moment at = Moment.of(day.atStartOfDay(zone).toInstant().plusNanos(row - end(subject - 1)));
      Fact.Builder fact = Fact.builder(id(row), kind, subjectOf(row, ref), at);
      namedRoles(row).forEach(role -> fact.ref(role, ref));
      end(row, day, zone).ifPresent(fact::until);
      attributes.forEach(
          (name, column) -> {
            if (!name.startsWith("$")) {
              column.get(row).ifPresent(value -> fact.attribute(name, attribute(value)));
            }
          });
      read("$source", row).ifPresent(source -> fact.source(((Value.Text) source).value()));
      facts.add(fact.build());
    }
    return facts;
  }

  private static AttributeValue attribute(Value value) {
    if (value instanceof Value.Num num) {
      return new AttributeValue.Decimal(num.value());
    }
    if (value instanceof Value.Bool bool) {
      return AttributeValue.bool(bool.value());
    }
    if (value instanceof Value.Day day) {
      return AttributeValue.date(day.value());
    }
    return value instanceof Value.Words words
        ? AttributeValue.codes(words.value())
        : AttributeValue.string(((Value.Text) value).value());
  }

  private Optional<Value> read(String builtIn, int row) {
    return Optional.ofNullable(attributes.get(builtIn)).flatMap(column -> column.get(row));
  }

  private String id(int row) {
    return read("$id", row).map(id -> ((Value.Text) id).value()).orElse(kind + row);
  }

  private List<String> rolesOf(int row) {
    return hasRoles ? ((Value.Words) roles.get(row).orElseThrow()).value() : ABOUT;
  }

  private List<String> namedRoles(int row) {
    return rolesOf(row).stream().filter(role -> !role.equals(SUBJECT)).toList();
  }

  private SubjectRef subjectOf(int row, SubjectRef ref) {
    return rolesOf(row).contains(SUBJECT) ? ref : SubjectRef.business("not-" + ref.id());
  }

  /** An end that says the same of the fact's day of ending, and of whether it is in force. */
  private Optional<Moment> end(int row, LocalDate begin, ZoneId zone) {
    boolean isInForce = !hasInForce || ((Value.Bool) inForce.get(row).orElseThrow()).value();
    Optional<LocalDate> day = read("$until", row).map(until -> ((Value.Day) until).value());
    if (isInForce) {
      return day.map(Moment::of);
    }
    LocalDate over = day.orElse(begin);
    return Optional.of(Moment.of(over.atStartOfDay(zone).toInstant()));
  }
}

package io.foodsafety.runtime.internal;

import com.google.common.collect.Lists;
import io.foodsafety.access.internal.AttributeSealing;
import io.foodsafety.ledger.internal.Journal;
import io.foodsafety.model.fact.Fact;
import io.foodsafety.model.fact.Withdrawal;
import io.foodsafety.model.issue.Location;
import io.foodsafety.model.time.Moment;
import io.foodsafety.model.trace.TraceEvent;
import io.foodsafety.record.CanonicalJson;
import io.foodsafety.spi.storage.Document;
import io.foodsafety.spi.storage.DocumentWrite;
import io.foodsafety.spi.storage.Page;
import io.foodsafety.spi.storage.Query;
import io.foodsafety.spi.storage.ReadView;
import io.foodsafety.spi.storage.Storage;
import io.foodsafety.spi.storage.StorageException;
import io.foodsafety.spi.storage.VersionConflictException;
import io.foodsafety.trace.TraceFinding;
import io.foodsafety.trace.TraceGaps;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;

/**
 * Keeps the facts about what is wrong in the trace records in step with these: compares the lots in
 * which something has changed, some in each transaction. The facts themselves say what was recorded
 * before, so whoever is cut short has lost nothing, and begins again at the position reached. Every
 * transaction writes the document of progress: of two processes that are at it at once, one is
 * refused. Used by one thread of a process at a time.
 */
final class FindingFacts {

  private static final int LOTS = 200;

  /** The document that says up to which position of the log of events findings are recorded. */
  private static final String DOCUMENT = "trace-findings";

  private static final String POSITION = "position";

  /**
   * What was done.
   *
   * @param recorded facts recorded
   * @param withdrawn facts withdrawn
   * @param complete whether nothing was left over
   */
  record Progress(long recorded, long withdrawn, boolean complete) {
    static final Progress NONE = new Progress(0, 0, true);

    private Progress plus(Step step) {
      return new Progress(recorded + step.recorded(), withdrawn + step.withdrawn(), complete);
    }

    private Progress incomplete() {
      return new Progress(recorded, withdrawn, false);
    }
  }

  /**
   * How far the recording has come.
   *
   * @param position the position up to which findings are recorded
   * @param version the version of the document that says so; 0 if there is none
   */
  private record Reached(long position, long version) {}

  /** Where to begin; whether findings were recorded before is only looked up if there is work. */
  private record Start(Reached reached, boolean isBehind, boolean hasFacts) {}

  private record Step(Reached reached, long recorded, long withdrawn) {}

  /**
   * What was recorded last of a finding.
   *
   * @param id its id
   * @param fact the fact
   * @param isOpen whether it was not withdrawn here; a withdrawal by anybody else stands as it is
   */
  private record Known(FindingId id, Document fact, boolean isOpen) {
    Known closed() {
      return new Known(id, fact, false);
    }

    Known later(Known other) {
      return id.count() > other.id().count() ? this : other;
    }
  }

  private final Storage storage;
  private final Journal journal;
  private final StoredRecords reader;
  private final TraceProjection projection;
  private final Clock clock;
  private final ZoneId zone;

  FindingFacts(
      Storage storage,
      Journal journal,
      StoredRecords reader,
      TraceProjection projection,
      Clock clock,
      ZoneId zone) {
    this.storage = storage;
    this.journal = journal;
    this.reader = reader;
    this.projection = projection;
    this.clock = clock;
    this.zone = zone;
  }

  /** The position up to which findings are recorded. */
  static long recordedTo(Storage storage) {
    return storage.read(FindingFacts::reached).position();
  }

  private static Reached reached(ReadView view) {
    Optional<Document> document = view.get(CitySchema.PROGRESS, DOCUMENT);
    if (document.isEmpty()) {
      return new Reached(0, 0);
    }
    if (CanonicalJson.read(document.get().body()).get(POSITION) instanceof BigDecimal position) {
      return new Reached(position.longValueExact(), document.get().version());
    }
    throw new StorageException(
        "The stored document (%s/%s) cannot be read.".formatted(CitySchema.PROGRESS, DOCUMENT));
  }

  /** Records and withdraws what is due, as long as it may; asks before each transaction. */
  Progress record(Instant now, BooleanSupplier mayGoOn) {
    Start start = storage.read(FindingFacts::start);
    Reached reached = start.reached();
    if (!start.isBehind()) {
      return Progress.NONE;
    }
    TraceProjection.Changes changes = projection.changes(reached.position(), mayGoOn);
    Progress progress = Progress.NONE;
    try {
      for (List<String> lots : Lists.partition(changes.lots(), LOTS)) {
        if (!mayGoOn.getAsBoolean()) {
          return progress.incomplete();
        }
        Step step = step(lots, start.hasFacts(), reached, now);
        reached = step.reached();
        progress = progress.plus(step);
      }
      if (!mayGoOn.getAsBoolean()) {
        return progress.incomplete();
      }
      write(List.of(), reached, changes.position());
      return progress;
    } catch (VersionConflictException e) { // another process is at it
      return progress.incomplete();
    }
  }

  private static Start start(ReadView view) {
    Query facts = Query.of(CitySchema.FACTS).where(CitySchema.KIND, FindingId.KIND).limit(1);
    Reached reached = reached(view);
    boolean isBehind = reached.position() != view.lastPosition(CitySchema.TRACE_LOG);
    return new Start(reached, isBehind, isBehind && !view.query(facts).documents().isEmpty());
  }

  private Step step(List<String> lots, boolean hasFacts, Reached reached, Instant now) {
    Map<String, Map<String, Known>> known = hasFacts ? known(lots) : Map.of();
    Map<FindingId, TraceFinding> fresh = new LinkedHashMap<>();
    List<Pending> pending = new ArrayList<>();
    Instant recordedAt = clock.instant();
    for (String lot : lots) {
      TraceGaps gaps = projection.current().gaps(Optional.of(lot));
      Map<String, Known> last = known.getOrDefault(lot, Map.of());
      Set<String> shown = new HashSet<>();
      for (TraceFinding finding : gaps.findings()) {
        String hash = FindingId.hash(finding);
        Known before = last.get(hash);
        if (shown.add(hash) && (before == null || !before.isOpen())) {
          fresh.put(new FindingId(hash, before == null ? 1 : before.id().count() + 1), finding);
        }
      }
      for (Known each : last.values()) {
        if (each.isOpen() && !shown.contains(each.id().hash())) {
          pending.add(withdrawal(each, gaps.position(), recordedAt));
        }
      }
    }
    int withdrawn = pending.size();
    Moment today = Moment.of(now.atZone(zone).toLocalDate());
    pending.addAll(facts(fresh, today, recordedAt));
    Reached next = pending.isEmpty() ? reached : write(pending, reached, reached.position());
    return new Step(next, fresh.size(), withdrawn);
  }

  /** What was recorded last of the findings of some lots, by lot and hash. */
  private Map<String, Map<String, Known>> known(List<String> lots) {
    return storage.read(
        view -> {
          Map<String, Map<String, Known>> known = new HashMap<>();
          lots.forEach(lot -> known.put(lot, last(view, lot)));
          List<String> withdrawals =
              known.values().stream()
                  .flatMap(last -> last.values().stream())
                  .map(each -> each.id().withdrawal())
                  .toList();
          Set<String> withdrawn = view.getAll(CitySchema.WITHDRAWALS, withdrawals).keySet();
          known
              .values()
              .forEach(
                  last ->
                      last.replaceAll(
                          (hash, each) ->
                              withdrawn.contains(each.id().withdrawal()) ? each.closed() : each));
          return known;
        });
  }

  private static Map<String, Known> last(ReadView view, String lot) {
    Query query =
        Query.of(CitySchema.FACTS)
            .where(CitySchema.CONCERNS, FindingId.lot(lot).toString())
            .where(CitySchema.KIND, FindingId.KIND);
    Map<String, Known> last = new LinkedHashMap<>();
    Optional<Query> next = Optional.of(query);
    while (next.isPresent()) {
      Page page = view.query(next.get());
      for (Document document : page.documents()) {
        FindingId.parse(document.id())
            .map(id -> new Known(id, document, true))
            .ifPresent(each -> last.merge(each.id().hash(), each, Known::later));
      }
      next = page.next().map(query::after);
    }
    return last;
  }

  /** A withdrawal from the fact's own time on: with what is known now, it never held. */
  private Pending withdrawal(Known known, long position, Instant recordedAt) {
    Withdrawal withdrawal =
        Withdrawal.of(
            known.id().withdrawal(),
            known.id().fact(),
            reader.fact(known.fact()).at(),
            "The trace events up to position %d no longer show it.".formatted(position));
    return new PendingWithdrawal(withdrawal, Location.unknown(), recordedAt, reader);
  }

  private List<Pending> facts(
      Map<FindingId, TraceFinding> findings, Moment today, Instant recordedAt) {
    if (findings.isEmpty()) {
      return List.of();
    }
    Set<String> ids = new HashSet<>();
    findings.values().forEach(finding -> ids.addAll(finding.events()));
    Map<String, Document> stored = storage.read(view -> view.getAll(CitySchema.TRACE_EVENTS, ids));
    List<Pending> facts = new ArrayList<>();
    findings.forEach(
        (id, finding) -> {
          Stream<TraceEvent> events =
              finding.events().stream()
                  .map(stored::get)
                  .filter(Objects::nonNull)
                  .map(reader::traceEvent);
          Fact fact = id.fact(finding, FindingId.latest(events, zone).orElse(today));
          facts.add(
              new PendingFact(
                  fact, Location.unknown(), recordedAt, List.of(), AttributeSealing.none()));
        });
    return facts;
  }

  /** Writes records, and the position reached; refused if anybody else has done so since. */
  private Reached write(List<Pending> pending, Reached reached, long position) {
    byte[] body = CanonicalJson.write(Map.of(POSITION, BigDecimal.valueOf(position)));
    DocumentWrite progress =
        DocumentWrite.replace(CitySchema.PROGRESS, DOCUMENT, reached.version(), body, Map.of());
    journal.write(
        Advance.ACTOR,
        transaction -> {
          StoredBodies.store(transaction, pending);
          transaction.putDerived(List.of(progress));
          return true;
        });
    return new Reached(position, reached.version() + 1);
  }
}

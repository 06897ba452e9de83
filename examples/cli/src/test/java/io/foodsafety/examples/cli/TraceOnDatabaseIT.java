package io.foodsafety.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.foodsafety.fact.FactQuery;
import io.foodsafety.fact.RecordingResult;
import io.foodsafety.fact.RecordingResult.Outcome;
import io.foodsafety.model.actor.Actor;
import io.foodsafety.model.fact.AttributeValue;
import io.foodsafety.model.fact.Fact;
import io.foodsafety.model.fact.SubjectRef;
import io.foodsafety.model.issue.Issue;
import io.foodsafety.model.measure.Quantity;
import io.foodsafety.model.measure.Unit;
import io.foodsafety.model.time.EventTime;
import io.foodsafety.model.trace.TraceEvent;
import io.foodsafety.model.trace.TraceItem;
import io.foodsafety.runtime.AdvanceReport;
import io.foodsafety.runtime.FoodSafety;
import io.foodsafety.runtime.Session;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Trace events on real databases, captured by several systems at once. */
class TraceOnDatabaseIT {

  private static final int THREADS = 8;
  private static final int BATCHES = 12;
  private static final int BATCH = 50;

  @TempDir private Path folder;

  @Test
  void onH2() throws Exception {
    check("jdbc:h2:file:" + folder.resolve("city"));
  }

  @Test
  void onPostgres() throws Exception {
    try (EmbeddedPostgres server =
        EmbeddedPostgres.builder()
            .setDataDirectory(folder.resolve("data"))
            .setPGStartupWait(Duration.ofSeconds(60))
            .start()) {
      check("jdbc:postgresql://localhost:%d/postgres".formatted(server.getPort()));
    }
  }

  /** What a version before left: neither the collection nor the log. */
  @Test
  void onAStorageWithoutTraceEvents() throws Exception {
    String url = "jdbc:h2:file:" + folder.resolve("old");
    open(url).close();
    try (Connection connection = DriverManager.getConnection(url);
        Statement statement = connection.createStatement();
        PreparedStatement formats =
            connection.prepareStatement("update fs_c_meta set body = ? where id = ?")) {
      for (String table : List.of("c_trace_events", "i_trace_events", "l_trace")) {
        statement.execute("drop table fs_" + table);
      }
      statement.execute("delete from fs_collection where name = 'trace_events'");
      statement.execute("delete from fs_log where name = 'trace'");
      String old = "{\"facts\":1,\"ledger\":1,\"seals\":1,\"subjects\":1,\"withdrawals\":1}";
      formats.setBytes(1, old.getBytes(StandardCharsets.UTF_8));
      formats.setBytes(2, "formats".getBytes(StandardCharsets.UTF_8));
      assertThat(formats.executeUpdate()).isEqualTo(1);
    }
    check(url);
  }

  private static FoodSafety open(String url) {
    Map<String, String> settings =
        url.startsWith("jdbc:postgresql")
            ? Map.of("url", url, "user", "postgres", "password", "postgres")
            : Map.of("url", url);
    return FoodSafety.builder().storage("jdbc", settings).build();
  }

  private static TraceEvent event(int number) {
    return new TraceEvent.Transfer(
        "E" + number,
        Optional.of(EventTime.parse("2024-05")),
        Optional.empty(),
        "店 " + number % 7,
        "S2",
        Optional.of("D1"),
        List.of(
            TraceItem.lot("L" + number, Quantity.of("0.5", Unit.of("TNE"))),
            TraceItem.container("C1")));
  }

  private static void check(String url) throws Exception {
    List<TraceEvent> captured;
    try (FoodSafety city = open(url)) {
      Session session = city.as(Actor.system("scanner"));
      assertThat(session.trace().position()).isZero();
      assertThat(session.trace().capture(event(0)).outcome()).isEqualTo(Outcome.RECORDED);
      assertThat(session.trace().capture(event(0)).outcome()).isEqualTo(Outcome.ALREADY_KNOWN);
      captureAtOnce(city);
      captured = session.trace().events().toList();
      assertThat(captured)
          .extracting(TraceEvent::id)
          .doesNotHaveDuplicates()
          .hasSize(1 + THREADS / 2 * BATCHES * BATCH);
    }
    try (FoodSafety city = open(url)) {
      Session session = city.as(Actor.system("scanner"));
      assertThat(session.trace().events()).containsExactlyElementsOf(captured);
      assertThat(session.trace().find("E17")).contains(event(17));
      TraceEvent other = new TraceEvent.Voiding("E17", Optional.empty(), "E18", "x");
      long position = session.trace().position();
      RecordingResult refused = session.trace().capture(other);
      assertThat(refused.issues()).extracting(Issue::code).containsExactly("FS-TRACE-0001");
      assertThat(session.trace().position()).isEqualTo(position);
      checkFindings(city, captured.size());
      assertThat(session.ledger().verify().isSound()).isTrue();
    }
    try (FoodSafety city = open(url)) {
      AdvanceReport report = city.advance(Instant.now());
      assertThat(report.findingsRecorded()).isZero();
      assertThat(report.findingsWithdrawn()).isZero();
      assertFindingsAreFacts(city.as(Actor.system("scanner")));
    }
  }

  /** Of no lot it is known where it came from, until it is recorded for one of them. */
  private static void checkFindings(FoodSafety city, int lots) {
    Session session = city.as(Actor.system("scanner"));
    AdvanceReport first = city.advance(Instant.now());
    assertThat(first.complete()).isTrue();
    assertThat(first.findingsRecorded()).isEqualTo(lots);
    assertThat(first.findingsWithdrawn()).isZero();
    assertFindingsAreFacts(session);

    session.trace().capture(origin());
    AdvanceReport closed = city.advance(Instant.now());
    assertThat(closed.findingsRecorded()).isZero();
    assertThat(closed.findingsWithdrawn()).isEqualTo(1);
    assertFindingsAreFacts(session);

    session.trace().capture(new TraceEvent.Voiding("V", Optional.empty(), "O", "wrong lot"));
    AdvanceReport opened = city.advance(Instant.now());
    assertThat(opened.findingsRecorded()).isEqualTo(1);
    assertThat(opened.findingsWithdrawn()).isZero();
    assertFindingsAreFacts(session);
  }

  private static TraceEvent origin() {
    return new TraceEvent.Create(
        "O",
        Optional.of(EventTime.parse("2024-05")),
        "店 " + 17 % 7,
        List.of(TraceItem.lot("L17", Quantity.of("0.5", Unit.of("TNE")))));
  }

  /** The facts that count are the findings, each once. */
  private static void assertFindingsAreFacts(Session session) {
    FactQuery counting =
        FactQuery.all().ofKind("trace-finding").countingOn(LocalDate.now(), ZoneOffset.UTC);
    List<String> facts = session.facts().list(counting).map(TraceOnDatabaseIT::text).toList();
    List<String> findings =
        session.trace().gaps(Optional.empty()).findings().stream()
            .map(
                each ->
                    "%s %s %s %s"
                        .formatted(
                            each.kind().code(),
                            each.lot(),
                            each.party().orElse("-"),
                            each.events()))
            .toList();
    assertThat(findings).isNotEmpty();
    assertThat(facts).containsExactlyInAnyOrderElementsOf(findings);
  }

  private static String text(Fact fact) {
    return "%s %s %s %s"
        .formatted(
            code(fact, "finding"),
            code(fact, "lot"),
            Optional.ofNullable(fact.refs().get("party")).map(SubjectRef::id).orElse("-"),
            ((AttributeValue.Codes) fact.findAttribute("events").orElseThrow()).values());
  }

  private static String code(Fact fact, String attribute) {
    return ((AttributeValue.Code) fact.findAttribute(attribute).orElseThrow()).value();
  }

  /**
   * Eight systems capture at once, two of them the same events each, while two readers follow: all
   * see the events in one order, and each event is stored by one system.
   */
  private static void captureAtOnce(FoodSafety city) throws Exception {
    ExecutorService pool = Executors.newFixedThreadPool(THREADS + 2);
    try {
      List<Future<List<RecordingResult>>> writers = new ArrayList<>();
      for (int thread = 0; thread < THREADS; thread++) {
        int first = 1 + thread / 2 * BATCHES * BATCH;
        writers.add(pool.submit(() -> capture(city, first)));
      }
      int all = 1 + THREADS / 2 * BATCHES * BATCH;
      Callable<List<String>> reader = () -> follow(city, all);
      Future<List<String>> one = pool.submit(reader);
      Future<List<String>> two = pool.submit(reader);
      List<RecordingResult> results = new ArrayList<>();
      for (Future<List<RecordingResult>> writer : writers) {
        results.addAll(writer.get());
      }
      assertThat(results)
          .filteredOn(result -> result.outcome() == Outcome.RECORDED)
          .extracting(RecordingResult::id)
          .doesNotHaveDuplicates()
          .hasSize(all - 1);
      assertThat(results).allMatch(RecordingResult::isStored);
      assertThat(one.get()).isEqualTo(two.get()).hasSize(all);
    } finally {
      pool.shutdownNow();
    }
  }

  private static List<RecordingResult> capture(FoodSafety city, int first) {
    Session session = city.as(Actor.system("scanner"));
    List<RecordingResult> results = new ArrayList<>();
    for (int batch = 0; batch < BATCHES; batch++) {
      List<TraceEvent> events = new ArrayList<>();
      for (int i = 0; i < BATCH; i++) {
        events.add(event(first + batch * BATCH + i));
      }
      results.addAll(session.trace().captureAll(events));
    }
    return results;
  }

  /** Reads again and again until all are there; what was read before must be as it was. */
  private static List<String> follow(FoodSafety city, int all) {
    Session session = city.as(Actor.system("reader"));
    List<String> seen = List.of();
    while (seen.size() < all) {
      List<String> now = session.trace().events().map(TraceEvent::id).toList();
      assertThat(now.subList(0, seen.size())).isEqualTo(seen);
      seen = now;
    }
    return seen;
  }
}

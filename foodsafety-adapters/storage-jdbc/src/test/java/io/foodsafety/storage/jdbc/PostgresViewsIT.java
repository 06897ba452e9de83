package io.foodsafety.storage.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.foodsafety.fact.FactCatalogue;
import io.foodsafety.fact.RecordingResult;
import io.foodsafety.form.Answer;
import io.foodsafety.form.FormTemplate;
import io.foodsafety.form.Submission;
import io.foodsafety.model.code.DivisionCode;
import io.foodsafety.model.fact.AttributeValue;
import io.foodsafety.model.fact.Fact;
import io.foodsafety.model.fact.SubjectRef;
import io.foodsafety.model.fact.Withdrawal;
import io.foodsafety.model.subject.Licence;
import io.foodsafety.model.subject.Subject;
import io.foodsafety.model.time.EventTime;
import io.foodsafety.model.time.Moment;
import io.foodsafety.model.trace.TraceEvent;
import io.foodsafety.model.trace.TraceItem;
import io.foodsafety.runtime.FoodSafety;
import io.foodsafety.runtime.Session;
import io.foodsafety.storage.jdbc.internal.Postgres;
import io.foodsafety.subject.Relation;
import io.foodsafety.subject.RelationKind;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The views of docs/postgresql.md say what the city says. */
class PostgresViewsIT {

  private static final Path ROOT = Path.of(System.getProperty("foodsafety.root"));
  private static final Instant NOW = Instant.parse("2026-06-01T00:00:00Z");
  private static final Pattern EXAMPLE = Pattern.compile("```sql\\n(.*?)```", Pattern.DOTALL);
  private static final Map<String, String> SETTINGS = Postgres.newDatabase();

  @BeforeAll
  static void fill() throws SQLException {
    FormTemplate form = form();
    try (FoodSafety city = StoredCity.builder(SETTINGS, NOW).form(form).build()) {
      Session session = StoredCity.session(city);
      register(session);
      record(session);
      Submission visit =
          Submission.of("V1", form, SubjectRef.business("S1"), Moment.parse("2025-05-02"))
              .submitters("P1", "P2")
              .value("type", AttributeValue.code("routine"))
              .answer("1", Answer.satisfied())
              .answer("2", Answer.satisfied())
              .answer("4", Answer.satisfied().withPoints(BigDecimal.TEN))
              .build();
      recorded(session.forms().submit(visit));
      capture(session);
      city.advance(NOW);
    }
    Postgres.execute(SETTINGS, "create role reports");
  }

  private static FormTemplate form() {
    return FormTemplate.read(
        ROOT.resolve("foodsafety-core/src/test/resources/io/foodsafety/form/visit.json"),
        FactCatalogue.standard());
  }

  private static void recorded(RecordingResult result) {
    assertThat(result.issues()).isEmpty();
    assertThat(result.outcome()).isEqualTo(RecordingResult.Outcome.RECORDED);
  }

  private static void register(Session session) {
    Licence licence =
        new Licence(
            "JY23601020000014",
            Optional.empty(),
            Optional.of(LocalDate.of(2021, 12, 16)),
            Optional.of(LocalDate.of(2026, 12, 15)));
    recorded(
        session.subjects().register(Subject.builder("S1", "Old name").segment("catering").build()));
    recorded(
        session
            .subjects()
            .register(
                Subject.builder("S1", "Restaurant 饭店")
                    .segment("catering")
                    .format("restaurant")
                    .division(DivisionCode.of("360102"))
                    .attribute("areaM2", AttributeValue.decimal(480))
                    .licence(licence)
                    .build(),
                LocalDate.of(2025, 1, 1)));
    recorded(session.subjects().register(Subject.builder("M", "Market 菜市场").build()));
    recorded(session.subjects().relate(Relation.of(RelationKind.MARKET_STALL, "M", "S1")));
  }

  private static void record(Session session) {
    recorded(session.facts().record(StoredCity.inspection("F1", 60)));
    recorded(session.facts().record(StoredCity.inspection("F2", 90)));
    recorded(session.facts().record(StoredCity.inspection("F3", 10)));
    recorded(
        session
            .facts()
            .withdraw(Withdrawal.of("W1", "F2", Moment.parse("2025-06-01"), "overturned 撤销")));
    recorded(
        session
            .facts()
            .record(
                Fact.builder("P1", "penalty", SubjectRef.business("S1"), Moment.parse("2025-07-01"))
                    .attribute("type", AttributeValue.code("fine"))
                    .attribute("fine", AttributeValue.decimal(5_000))
                    .build()));
  }

  private static void capture(Session session) {
    TraceEvent made =
        new TraceEvent.Create(
            "E1", Optional.of(EventTime.parse("2025-07")), "S1", List.of(TraceItem.lot("L1")));
    recorded(session.trace().capture(made));
  }

  static List<String> examples() throws IOException {
    return EXAMPLE
        .matcher(Files.readString(ROOT.resolve("docs/postgresql.md")))
        .results()
        .map((MatchResult found) -> found.group(1).strip())
        .toList();
  }

  @ParameterizedTest
  @MethodSource("examples")
  void anExampleOfTheDocumentFindsSomething(String sql) throws SQLException {
    if (sql.startsWith("grant")) {
      Postgres.execute(SETTINGS, sql);
    } else {
      assertThat(rows(sql.replaceFirst(";$", ""))).isNotEmpty();
    }
  }

  @Test
  void thereAreExamplesOfAllViews() throws IOException, SQLException {
    String all = String.join("\n", examples());
    List<String> views =
        rows("select viewname from pg_views where viewname like 'fs\\_%' order by 1");
    assertThat(views).hasSize(12).allSatisfy(view -> assertThat(all).contains(view));
    String document = Files.readString(ROOT.resolve("docs/postgresql.md"));
    for (String column :
        rows(
            "select table_name || ' ' || column_name from information_schema.columns"
                + " where table_name in (select viewname from pg_views where viewname like 'fs\\_%')")) {
      String[] parts = column.split(" ");
      assertThat(document.substring(document.indexOf("**" + parts[0] + "**")))
          .as(column)
          .contains("`" + parts[1] + "`");
    }
  }

  @Test
  void theViewsSayWhatTheCitySays() throws SQLException {
    assertThat(
            rows(
                "select concat_ws('|', id, version, division, segment, uscc, name, format) from fs_business order by id"))
        .containsExactly("M|1|Market 菜市场", "S1|2|360102|catering|Restaurant 饭店|restaurant");
    assertThat(rows("select concat_ws('|', business, number, issued_on, valid_to) from fs_licence"))
        .containsExactly("S1|JY23601020000014|2026-12-15");
    assertThat(
            rows(
                "select concat_ws('|', id, at, subject_type, subject_id, is_withdrawn) from fs_fact where kind = 'inspection' and id like 'F%' order by id"))
        .containsExactly(
            "F1|2025-05-02|business|S1|f",
            "F2|2025-05-02|business|S1|t",
            "F3|2025-05-02|business|S1|f");
    assertThat(rows("select id || '|' || score from fs_inspection where id like 'F%' order by id"))
        .containsExactly("F1|60", "F3|10");
    assertThat(rows("select concat_ws('|', fact, at, reason) from fs_withdrawal"))
        .containsExactly("F2|2025-06-01|overturned 撤销");
    assertThat(rows("select fact from fs_fact_concern where concern = 'business:S1' order by 1"))
        .contains("F1", "F2", "F3", "P1");
    assertThat(rows("select concat_ws('|', form, subject, at, withdrawn) from fs_submission"))
        .containsExactly("visit|business:S1|2025-05-02");
    assertThat(rows("select recorded_at = timestamptz '2026-06-01 00:00:00Z' from fs_fact"))
        .containsOnly("t");
    assertThat(rows("select concat_ws('|', at, event, party, from_party) from fs_trace_event"))
        .containsExactly("2025-07|create|S1");
    assertThat(rows("select count(*) from fs_ledger_entry"))
        .isEqualTo(rows("select count(*) from fs_l_ledger"));
  }

  @Test
  void filtersUseTheIndexes() throws SQLException {
    String off = "set enable_seqscan = off";
    assertThat(plan(off, "select * from fs_fact where kind = 'penalty' and at >= '2025'"))
        .containsPattern("fs_c_facts_x\\d");
    assertThat(plan(off, "select * from fs_fact where id = 'F1'")).contains("fs_c_facts_pkey");
    assertThat(plan(off, "select * from fs_fact_concern where concern = 'business:S1'"))
        .contains("fs_i_facts_pkey");
    assertThat(plan(off, "select * from fs_withdrawal where fact = 'F2'"))
        .containsPattern("fs_c_withdrawals_x\\d");
    assertThat(plan(off, "select * from fs_trace_event_lot where lot = 'L1'"))
        .contains("fs_i_trace_events_pkey");
    assertThat(plan(off, "select * from fs_ledger_entry where position > 5"))
        .contains("fs_l_ledger_pkey");
    assertThat(plan(off, "select id, kind from fs_fact where kind = 'penalty'"))
        .as("what is not asked for is not parsed")
        .doesNotContain("convert_from");
  }

  @Test
  void aRoleThatMayReadTheViewsMayNotWrite() throws SQLException {
    Postgres.execute(SETTINGS, "grant select on fs_fact to reports");
    try (Connection connection = Postgres.connect(SETTINGS);
        Statement statement = connection.createStatement()) {
      statement.execute("set role reports");
      assertThat(statement.execute("select count(*) from fs_fact")).isTrue();
      assertThatThrownBy(() -> statement.execute("delete from fs_c_facts"))
          .isInstanceOf(SQLException.class)
          .hasMessageContaining("permission denied");
    }
  }

  @Test
  void anotherOpeningLeavesTheViewsAsTheyAre() throws SQLException {
    String oids =
        "select string_agg(oid::text, ',' order by relname) from pg_class"
            + " where relkind = 'v' and relname like 'fs\\_%'";
    String stamps =
        "select string_agg(xmin::text, ',' order by relname) from pg_class"
            + " where relkind = 'v' and relname like 'fs\\_%'";
    List<String> before = List.of(rows(oids).get(0), rows(stamps).get(0));
    try (FoodSafety city = StoredCity.open(SETTINGS, NOW)) {
      assertThat(StoredCity.session(city).ledger().verify().isSound()).isTrue();
    }
    assertThat(List.of(rows(oids).get(0), rows(stamps).get(0))).isEqualTo(before);
  }

  private static String plan(String setting, String sql) throws SQLException {
    try (Connection connection = Postgres.connect(SETTINGS);
        Statement statement = connection.createStatement()) {
      statement.execute(setting);
      StringBuilder plan = new StringBuilder();
      try (ResultSet rows = statement.executeQuery("explain verbose " + sql)) {
        while (rows.next()) {
          plan.append(rows.getString(1)).append('\n');
        }
      }
      return plan.toString();
    }
  }

  private static List<String> rows(String sql) throws SQLException {
    List<String> texts = new ArrayList<>();
    try (Connection connection = Postgres.connect(SETTINGS);
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      while (rows.next()) {
        texts.add(String.valueOf(rows.getString(1)));
      }
    }
    return texts;
  }
}

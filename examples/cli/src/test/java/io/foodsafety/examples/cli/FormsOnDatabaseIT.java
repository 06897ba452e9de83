package io.foodsafety.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.foodsafety.fact.RecordingResult;
import io.foodsafety.fact.RecordingResult.Outcome;
import io.foodsafety.form.Answer;
import io.foodsafety.form.FormItem;
import io.foodsafety.form.FormTemplate;
import io.foodsafety.form.Handling;
import io.foodsafety.form.Measure;
import io.foodsafety.form.Submission;
import io.foodsafety.model.actor.Actor;
import io.foodsafety.model.fact.AttributeValue;
import io.foodsafety.model.fact.SubjectRef;
import io.foodsafety.model.time.Moment;
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
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Forms on real databases: a year of visits with a form in the box, by several people at once. */
class FormsOnDatabaseIT {

  private static final Path FORM =
      Path.of(
          System.getProperty("foodsafety.root"),
          "foodsafety-adapters/region-cn/src/main/resources/META-INF/foodsafety/cn/forms",
          "cn-catering-2016.json");

  private static final SubjectRef S1 = SubjectRef.business("S1");

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

  private static FoodSafety open(String url) {
    Map<String, String> settings =
        url.startsWith("jdbc:postgresql")
            ? Map.of("url", url, "user", "postgres", "password", "postgres")
            : Map.of("url", url);
    return FoodSafety.builder().storage("jdbc", settings).form(FORM).build();
  }

  private static Submission visit(FormTemplate form, int month, String failed) {
    Submission.Builder visit =
        Submission.of("V" + month, form, S1, Moment.parse("2020-%02d-10".formatted(month)))
            .submitters("P1", "P2")
            .value("inspectionType", AttributeValue.code("routine"))
            .handling(Handling.of(Measure.INVESTIGATE));
    for (FormItem item : form.items()) {
      visit.answer(
          item.number(),
          item.number().equals("7.5")
              ? Answer.notApplicable()
              : item.number().equals(failed) ? Answer.notSatisfied() : Answer.satisfied());
    }
    return visit.build();
  }

  private static void check(String url) throws Exception {
    try (FoodSafety city = open(url)) {
      Session office = city.as(Actor.person("inspector-7"));
      FormTemplate form = office.forms().forms().get(0);
      submitAtOnce(office, form);
      assertThat(office.forms().history(S1, "cn-catering-2016"))
          .extracting(filed -> filed.submission().id())
          .startsWith("V12", "V11")
          .hasSize(12);
      Submission corrected = visit(form, 12, "4.2");
      assertThat(office.forms().submit(corrected).outcome()).isEqualTo(Outcome.REFUSED);
      assertThat(office.forms().withdraw("V12", "another restaurant").outcome())
          .isEqualTo(Outcome.RECORDED);
    }
    try (FoodSafety city = open(url)) {
      Session office = city.as(Actor.person("inspector-7"));
      assertThat(office.forms().get("V12").isValid()).isFalse();
      Submission last = office.forms().get("V11").submission();
      assertThat(office.forms().compare(last).repeated()).containsExactly("3.1");
      assertThat(office.forms().compare(last).previous()).contains("V10");
      assertThat(office.facts().history(S1).facts()).hasSize(24);
      city.advance(Instant.now());
      assertThat(office.ledger().verify().isSound()).isTrue();
    }
  }

  private static void submitAtOnce(Session office, FormTemplate form) throws Exception {
    ExecutorService pool = Executors.newFixedThreadPool(4);
    try {
      List<Callable<RecordingResult>> calls = new ArrayList<>();
      for (int i = 0; i < 24; i++) { // each twice
        Submission visit = visit(form, i % 12 + 1, "3.1");
        calls.add(() -> office.forms().submit(visit));
      }
      List<Outcome> outcomes = new ArrayList<>();
      for (Future<RecordingResult> result : pool.invokeAll(calls)) {
        outcomes.add(result.get().outcome());
      }
      assertThat(outcomes).filteredOn(each -> each == Outcome.RECORDED).hasSize(12);
      assertThat(outcomes).filteredOn(each -> each == Outcome.ALREADY_KNOWN).hasSize(12);
    } finally {
      pool.shutdownNow();
    }
  }

  /** What release 0.1.0 left: no collection of submissions, and no number for it. */
  @Test
  void onAStorageOfRelease010() throws Exception {
    String url = "jdbc:h2:file:" + folder.resolve("old");
    try (FoodSafety city = open(url)) {
      assertThat(city.zone()).isNotNull();
    }
    try (Connection connection = DriverManager.getConnection(url);
        Statement statement = connection.createStatement();
        PreparedStatement formats =
            connection.prepareStatement("update fs_c_meta set body = ? where id = ?")) {
      statement.execute("drop table fs_c_submissions");
      statement.execute("delete from fs_collection where name = 'submissions'");
      String old = "{\"facts\":1,\"ledger\":1,\"seals\":1,\"subjects\":1,\"withdrawals\":1}";
      formats.setBytes(1, old.getBytes(StandardCharsets.UTF_8));
      formats.setBytes(2, "formats".getBytes(StandardCharsets.UTF_8));
      assertThat(formats.executeUpdate()).isEqualTo(1);
    }
    check(url);
  }
}

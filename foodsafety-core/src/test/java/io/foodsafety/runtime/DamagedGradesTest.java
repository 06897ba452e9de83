package io.foodsafety.runtime;

import static io.foodsafety.runtime.Samples.INSPECTOR;
import static org.assertj.core.api.Assertions.assertThat;

import io.foodsafety.model.fact.Fact;
import io.foodsafety.model.fact.SubjectRef;
import io.foodsafety.model.time.Moment;
import io.foodsafety.spi.storage.Document;
import io.foodsafety.spi.storage.DocumentWrite;
import io.foodsafety.spi.storage.Query;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a damaged record costs: the grades of its own business, until it is mended. */
class DamagedGradesTest {

  private final SettableClock clock = new SettableClock("2024-05-02T08:00:00Z");
  private final ProbeStorage storage = new ProbeStorage();

  @TempDir private Path folder;

  private FoodSafety city() {
    return storage
        .city()
        .clock(clock)
        .policy(GradePolicies.thirtyDays(folder))
        .recordGradesOf(GradePolicies.ID)
        .build();
  }

  private AdvanceReport advance(FoodSafety city) {
    AdvanceReport report = city.advance(clock.instant());
    assertThat(report.complete()).isTrue();
    return report;
  }

  private static void inspect(FoodSafety city, String id, String business) {
    SubjectRef subject = SubjectRef.business(business);
    city.as(INSPECTOR)
        .facts()
        .record(Fact.builder(id, "inspection", subject, Moment.parse("2024-05-01")).build());
  }

  private static List<String> changes(FoodSafety city, String business) {
    return city.as(INSPECTOR).risk().changes(GradePolicies.ID, business).stream()
        .map(change -> change.day() + " " + change.to().label())
        .toList();
  }

  private static List<String> problems(AdvanceReport report) {
    return report.gradeProblems().stream()
        .map(issue -> issue.code() + " " + issue.attributes().get("document"))
        .toList();
  }

  /** Writes nonsense into a document; gives back what was there. */
  private Document damage(String collection, String id, Map<String, List<String>> index) {
    Document before = storage.raw().read(view -> view.get(collection, id)).orElseThrow();
    replace(collection, before, "{}".getBytes(StandardCharsets.UTF_8), index);
    return before;
  }

  private void mend(String collection, Document before, Map<String, List<String>> index) {
    Document now = storage.raw().read(view -> view.get(collection, before.id())).orElseThrow();
    replace(collection, now, before.body(), index);
  }

  private void replace(
      String collection, Document now, byte[] body, Map<String, List<String>> index) {
    DocumentWrite write = DocumentWrite.replace(collection, now.id(), now.version(), body, index);
    storage
        .raw()
        .write(
            transaction -> {
              transaction.putAll(List.of(write));
              return true;
            });
  }

  private static Map<String, List<String>> concerning(String business) {
    return Map.of(
        "concerns",
        List.of("business:" + business),
        "kind",
        List.of("inspection"),
        "at",
        List.of("2024-05-01"));
  }

  @Test
  void costsItsBusinessOnlyAndCountsOnceItIsMended() {
    try (FoodSafety city = city()) {
      inspect(city, "F1", "S1");
      inspect(city, "F2", "S2");
      advance(city);
      Document fact = damage("facts", "F1", concerning("S1"));
      inspect(city, "F3", "S1");
      inspect(city, "F4", "S2");

      AdvanceReport report = advance(city);
      assertThat(problems(report)).containsExactly("FS-GRADE-0001 facts/F1");
      assertThat(report.gradeProblems().get(0).message(Locale.ENGLISH)).contains("(S1)");
      assertThat(changes(city, "S2")).containsExactly("2024-05-02 B", "2024-05-02 C");

      clock.pass(Duration.ofDays(3));
      assertThat(problems(advance(city))).containsExactly("FS-GRADE-0001 facts/F1");
      storage.failAfter(0);
      assertThat(problems(advance(city))).as("nothing new, nothing written").hasSize(1);
      storage.recover();

      clock.pass(Duration.ofDays(3));
      mend("facts", fact, concerning("S1"));
      assertThat(problems(advance(city))).isEmpty();
      assertThat(changes(city, "S1")).containsExactly("2024-05-02 B", "2024-05-08 C");
      clock.pass(Duration.ofDays(40));
      advance(city);
      assertThat(changes(city, "S1")).endsWith("2024-05-31 A");
    }
  }

  /** Its entry in the ledger says its id, not whose it is. */
  @Test
  void aNewFactThatCannotBeReadIsTriedAgainOnEachAdvance() {
    try (FoodSafety city = city()) {
      city.as(INSPECTOR).subjects().register(Samples.restaurant("S1", 80));
      advance(city);
      clock.pass(Duration.ofDays(1));
      inspect(city, "F1", "S1");
      inspect(city, "F2", "S2");
      Document fact = damage("facts", "F1", concerning("S1"));

      AdvanceReport report = advance(city);
      assertThat(problems(report)).containsExactly("FS-GRADE-0002 facts/F1");
      assertThat(changes(city, "S2")).containsExactly("2024-05-03 B");
      clock.pass(Duration.ofDays(1));
      assertThat(problems(advance(city))).containsExactly("FS-GRADE-0002 facts/F1");

      clock.pass(Duration.ofDays(1));
      mend("facts", fact, concerning("S1"));
      assertThat(problems(advance(city))).isEmpty();
      assertThat(changes(city, "S1")).containsExactly("2024-05-02 A", "2024-05-05 B");
      assertThat(problems(advance(city))).isEmpty();
    }
  }

  @Test
  void aNewWithdrawalThatCannotBeReadIsTriedAgain() {
    try (FoodSafety city = city()) {
      inspect(city, "F1", "S1");
      advance(city);
      city.as(INSPECTOR).facts().withdraw(Samples.withdrawal("W1", "F1", "2024-05-02"));
      Map<String, List<String>> index =
          Map.of("target", List.of("F1"), "concerns", List.of("business:S1"));
      Document withdrawal = damage("withdrawals", "W1", index);
      assertThat(problems(advance(city))).containsExactly("FS-GRADE-0002 withdrawals/W1");

      clock.pass(Duration.ofDays(1));
      mend("withdrawals", withdrawal, index);
      assertThat(problems(advance(city))).isEmpty();
      assertThat(changes(city, "S1")).containsExactly("2024-05-02 B", "2024-05-03 A");
    }
  }

  @Test
  void aRegistrationThatCannotBeReadIsTriedAgain() {
    try (FoodSafety city = city()) {
      city.as(INSPECTOR).subjects().register(Samples.restaurant("S1", 80));
      city.as(INSPECTOR).subjects().register(Samples.restaurant("S2", 80));
      Document subject = damage("subjects", "S1", Map.of());
      assertThat(problems(advance(city))).containsExactly("FS-GRADE-0001 subjects/S1");
      assertThat(changes(city, "S2")).containsExactly("2024-05-02 A");

      clock.pass(Duration.ofDays(1));
      mend("subjects", subject, Map.of());
      advance(city);
      assertThat(changes(city, "S1")).containsExactly("2024-05-03 A");
    }
  }

  @Test
  void aMergeThatCannotBeReadIsTriedAgain() {
    try (FoodSafety city = city()) {
      Session office = city.as(INSPECTOR);
      for (String id : List.of("S1", "S2", "S3")) {
        office.subjects().register(Samples.restaurant(id, 80));
        inspect(city, "F" + id, id);
      }
      advance(city);
      office.subjects().merge("S2", "S1", "one kitchen");
      Map<String, List<String>> index = Map.of("kept", List.of("S2"));
      Document act = damage("identities", "S1", index);
      inspect(city, "F4", "S3");
      assertThat(problems(advance(city))).containsExactly("FS-GRADE-0001 identities/S1");
      assertThat(changes(city, "S3")).containsExactly("2024-05-02 B", "2024-05-02 C");

      clock.pass(Duration.ofDays(1));
      mend("identities", act, index);
      assertThat(problems(advance(city))).isEmpty();
      assertThat(changes(city, "S2")).containsExactly("2024-05-02 B", "2024-05-03 C");
      assertThat(days()).as("those of S2 and S3").hasSize(2);
    }
  }

  /** What says when to look next is derived, and made anew. */
  @Test
  void aDamagedDayIsToldAndMadeAnewWithItsBusiness() {
    try (FoodSafety city = city()) {
      inspect(city, "F1", "S1");
      inspect(city, "F2", "S2");
      advance(city);
      Document day =
          days().stream().filter(each -> text(each).contains("\"S1\"")).findFirst().orElseThrow();
      Map<String, List<String>> due = Map.of("due", List.of(GradePolicies.ID + "/2024-05-31"));
      damage("grade_days", day.id(), due);
      clock.pass(Duration.ofDays(35));
      assertThat(problems(advance(city))).containsExactly("FS-GRADE-0002 grade_days/" + day.id());
      assertThat(changes(city, "S2")).containsExactly("2024-05-02 B", "2024-05-31 A");

      inspect(city, "F3", "S1");
      advance(city);
      assertThat(problems(advance(city))).isEmpty();
      assertThat(changes(city, "S1")).containsExactly("2024-05-02 B", "2024-06-06 A");
    }
  }

  @Test
  void changesOfOtherRulesDoNotTellADamagedBusinessTwice() {
    try (FoodSafety city = city()) {
      inspect(city, "F1", "S1");
      inspect(city, "F2", "S2");
      advance(city);
    }
    Path daily =
        GradePolicies.write(
            folder,
            "daily",
            "'version':'2','zone':'UTC'," + GradePolicies.counting("'rolling':'P1D'"));
    Document fact = damage("facts", "F1", concerning("S1"));
    try (FoodSafety city =
        storage.city().clock(clock).policy(daily).recordGradesOf(GradePolicies.ID).build()) {
      clock.pass(Duration.ofDays(3));
      assertThat(problems(advance(city))).containsExactly("FS-GRADE-0001 facts/F1");
      assertThat(changes(city, "S2")).containsExactly("2024-05-02 B", "2024-05-05 A");
      clock.pass(Duration.ofDays(1));
      mend("facts", fact, concerning("S1"));
      advance(city);
      assertThat(changes(city, "S1")).containsExactly("2024-05-02 B", "2024-05-06 A");
    }
  }

  private List<Document> days() {
    return storage.raw().read(view -> view.query(Query.of("grade_days"))).documents();
  }

  private static String text(Document document) {
    return new String(document.body(), StandardCharsets.UTF_8);
  }
}

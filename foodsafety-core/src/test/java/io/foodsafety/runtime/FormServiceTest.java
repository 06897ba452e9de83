package io.foodsafety.runtime;

import static io.foodsafety.form.FormFixture.clean;
import static io.foodsafety.runtime.Samples.INSPECTOR;
import static io.foodsafety.runtime.Samples.S1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.foodsafety.fact.AsOf;
import io.foodsafety.fact.FactHistory;
import io.foodsafety.fact.RecordingResult;
import io.foodsafety.fact.RecordingResult.Outcome;
import io.foodsafety.form.Answer;
import io.foodsafety.form.Evidence;
import io.foodsafety.form.FiledSubmission;
import io.foodsafety.form.FormFixture;
import io.foodsafety.form.FormTemplate;
import io.foodsafety.form.Handling;
import io.foodsafety.form.Submission;
import io.foodsafety.model.fact.AttributeValue;
import io.foodsafety.model.fact.Fact;
import io.foodsafety.model.fact.SubjectRef;
import io.foodsafety.model.issue.Issue;
import io.foodsafety.model.subject.Subject;
import io.foodsafety.model.time.Moment;
import io.foodsafety.spi.storage.StorageException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FormServiceTest {

  @TempDir private Path folder;

  private final SettableClock clock = new SettableClock("2024-06-01T08:00:00Z");
  private FoodSafety city;
  private Session office;

  @BeforeEach
  void open() {
    city = FoodSafety.builder().clock(clock).zone(FormFixture.ZONE).form(FormFixture.FORM).build();
    office = city.as(INSPECTOR);
    office.subjects().register(FormFixture.business("restaurant"));
  }

  @AfterEach
  void close() {
    city.close();
  }

  private static Submission.Builder dirty(String id, String at) {
    return clean(id, at)
        .answer("2", Answer.notSatisfied().withEvidence(List.of(new Evidence("photo", "p/1.jpg"))))
        .handling(Handling.by(LocalDate.of(2030, 1, 1)));
  }

  private RecordingResult submit(Submission.Builder submission) {
    RecordingResult result = office.forms().submit(submission.build());
    clock.pass(Duration.ofSeconds(1));
    return result;
  }

  private List<String> counting() {
    FactHistory history = office.facts().history(S1);
    return history.counting(AsOf.date(LocalDate.of(2024, 5, 31)), FormFixture.ZONE).stream()
        .map(Fact::id)
        .sorted()
        .toList();
  }

  @Test
  void submissionsOfMergedBusinessesStandTogether() {
    submit(dirty("V1", "2024-05-02"));
    submit(clean("V2", "2024-05-03"));
    Subject other = FormFixture.business("restaurant");
    office.subjects().register(Subject.builder("kept", other.name()).build());
    office.subjects().merge("kept", S1.id(), "one licence");
    assertThat(office.forms().history(SubjectRef.business("kept")))
        .extracting(filed -> filed.submission().id())
        .containsExactly("V2", "V1");
  }

  @Test
  void recordsASubmissionWithItsFacts() {
    RecordingResult result = submit(dirty("V1", "2024-05-02"));

    assertThat(result).isEqualTo(RecordingResult.recorded("V1"));
    FiledSubmission filed = office.forms().get("V1");
    assertThat(filed.submission()).isEqualTo(dirty("V1", "2024-05-02").build());
    assertThat(filed.recordedAt()).isEqualTo("2024-06-01T08:00:00Z");
    assertThat(filed.facts()).containsExactly("V1/inspection", "V1/failed-item/2");
    assertThat(counting()).containsExactly("V1/failed-item/2", "V1/inspection");
    assertThat(office.facts().get("V1/inspection").findAttribute("score"))
        .contains(AttributeValue.decimal("87.5"));
    assertThat(office.forms().count(filed.submission()).score()).contains(new BigDecimal("87.5"));
    city.advance(clock.instant());
    assertThat(office.ledger().verify().isSound()).isTrue();
    // the formats, the business, two facts and the submission
    assertThat(office.ledger().verify().entries()).isEqualTo(5);
  }

  @Test
  void knowsASubmissionAgainAndRefusesOtherContent() {
    submit(clean("V1", "2024-05-02"));
    assertThat(submit(clean("V1", "2024-05-02"))).isEqualTo(RecordingResult.alreadyKnown("V1"));
    RecordingResult other = submit(dirty("V1", "2024-05-02"));
    assertThat(other.issues()).extracting(Issue::code).containsExactly("FS-FORM-0113");
    assertThat(other.issues().get(0))
        .hasToString(
            "FS-FORM-0113 The submission (V1) is already recorded with other content in: answers, handling."
                + " Record it under a new id, and name the old one in corrects.");
    assertThat(counting()).containsExactly("V1/inspection");
  }

  @Test
  void refusesWholeAndSaysAllThatIsWrong() {
    RecordingResult refused =
        submit(
            Submission.of("V1", FormFixture.FORM, S1, Moment.parse("2024-06-09"))
                .submitters("P1")
                .answer("2", Answer.notSatisfied())
                .corrects("V0", "typing error"));

    assertThat(refused.outcome()).isEqualTo(Outcome.REFUSED);
    assertThat(refused.issues())
        .extracting(Issue::code)
        .containsExactly(
            "FS-FORM-0102",
            "FS-FORM-0104",
            "FS-FORM-0106",
            "FS-FORM-0104",
            "FS-FORM-0111",
            "FS-REC-0110",
            "FS-FORM-0114");
    assertThat(office.forms().find("V1")).isEmpty();
    assertThat(office.facts().history(S1).facts()).isEmpty();
    assertThatThrownBy(() -> office.forms().get("V1")).isInstanceOf(NoSuchElementException.class);
  }

  @Test
  void recordsWhatIsWorthALookAndSaysSo() {
    RecordingResult result = submit(dirty("V1", "2022-01-01"));
    assertThat(result.outcome()).isEqualTo(Outcome.RECORDED);
    assertThat(result.issues()).extracting(Issue::code).containsExactly("FS-FORM-0201");
  }

  @Test
  void refusesAFactThatIsAlreadyThereWithOtherContent() {
    office
        .facts()
        .record(
            Fact.builder("V1/inspection", "inspection", S1, Moment.parse("2020-01-01")).build());
    RecordingResult refused = submit(clean("V1", "2024-05-02"));
    assertThat(refused.issues()).extracting(Issue::code).containsExactly("FS-FACT-0101");
    assertThat(office.forms().find("V1")).isEmpty();
  }

  @Test
  void tellsWhatFailedAgain() {
    submit(dirty("V1", "2023-05-02"));
    submit(clean("V2", "2023-11-02").answer("2", Answer.notApplicable()));
    submit(dirty("V3", "2024-05-02"));

    assertThat(office.facts().get("V1/failed-item/2").findAttribute("repeat"))
        .contains(AttributeValue.bool(false));
    assertThat(office.facts().get("V3/failed-item/2").findAttribute("repeat"))
        .contains(AttributeValue.bool(true));
    Submission third = office.forms().get("V3").submission();
    assertThat(office.forms().compare(third).repeated()).containsExactly("2");
    assertThat(office.forms().compare(third).previous()).contains("V2");
    Submission draft = clean("V4", "2024-05-30").build();
    assertThat(office.forms().compare(draft).corrected()).containsExactly("2");
    assertThat(office.forms().history(S1, "visit"))
        .extracting(filed -> filed.submission().id())
        .containsExactly("V3", "V2", "V1");
    assertThat(office.forms().history(SubjectRef.business("S2"), "visit")).isEmpty();
  }

  @Test
  void takesTheOrderOfRecordingOnOneDay() {
    submit(dirty("V2", "2024-05-02"));
    submit(dirty("V1", "2024-05-02"));
    Submission first = office.forms().get("V2").submission();
    Submission second = office.forms().get("V1").submission();
    assertThat(office.forms().compare(first).previous()).isEmpty();
    assertThat(office.forms().compare(second).previous()).contains("V2");
  }

  @Test
  void replacesASubmissionThatWasWrong() {
    submit(dirty("V1", "2024-05-02"));
    RecordingResult corrected =
        submit(clean("V2", "2024-05-02").corrects("V1", "wrong restaurant"));

    assertThat(corrected.outcome()).isEqualTo(Outcome.RECORDED);
    assertThat(counting()).containsExactly("V2/inspection");
    assertThat(office.forms().get("V1").withdrawn()).contains("wrong restaurant");
    assertThat(office.forms().get("V2").isValid()).isTrue();
    assertThat(office.forms().compare(office.forms().get("V2").submission()).previous()).isEmpty();
    assertThat(submit(clean("V3", "2024-05-02").corrects("V1", "again")).issues())
        .extracting(Issue::code)
        .containsExactly("FS-FORM-0115");
    assertThat(submit(clean("V2", "2024-05-02").corrects("V1", "wrong restaurant")).outcome())
        .isEqualTo(Outcome.ALREADY_KNOWN);
    city.advance(clock.instant());
    assertThat(office.ledger().verify().isSound()).isTrue();
  }

  @Test
  void doesNotCallAFailureRepeatedThatItCorrects() {
    submit(dirty("V1", "2024-05-02"));
    submit(
        dirty("V2", "2024-05-02")
            .corrects("V1", "points")
            .answer("4", Answer.satisfied().withPoints(BigDecimal.ONE)));
    assertThat(office.facts().get("V2/failed-item/2").findAttribute("repeat"))
        .contains(AttributeValue.bool(false));
  }

  @Test
  void refusesToCorrectAVisitToSomebodyElse() {
    submit(dirty("V1", "2024-05-02"));
    Submission other =
        Submission.of("V2", FormFixture.FORM, SubjectRef.business("S2"), Moment.parse("2024-05-02"))
            .submitters("P1", "P2")
            .value("type", AttributeValue.code("flight"))
            .corrects("V1", "wrong restaurant")
            .build();
    assertThat(office.forms().submit(other).issues())
        .extracting(Issue::code)
        .containsExactly("FS-FORM-0116");
    assertThat(office.forms().get("V1").isValid()).isTrue();
  }

  @Test
  void correctsAVisitToABusinessThatWasMergedSince() {
    submit(dirty("V1", "2024-05-02"));
    office.subjects().register(Subject.builder("kept", "Business S1").format("restaurant").build());
    office.subjects().merge("kept", S1.id(), "one licence");
    Submission.Builder visit =
        Submission.of(
            "V2", FormFixture.FORM, SubjectRef.business("kept"), Moment.parse("2024-05-02"));
    Submission clean = clean("V2", "2024-05-02").build();
    visit.submitters("P1", "P2").corrects("V1", "the floor was clean");
    clean.answers().forEach(visit::answer);
    clean.values().forEach(visit::value);
    assertThat(submit(visit).outcome()).isEqualTo(Outcome.RECORDED);
    assertThat(office.forms().get("V1").isValid()).isFalse();
    office.subjects().split(S1.id(), "two businesses");
    assertThat(counting()).isEmpty();
  }

  @Test
  void withdrawsASubmissionAndItsFacts() {
    submit(dirty("V1", "2024-05-02"));
    assertThat(office.forms().withdraw("V1", "never happened"))
        .isEqualTo(RecordingResult.recorded("V1"));
    assertThat(counting()).isEmpty();
    assertThat(office.forms().get("V1").withdrawn()).contains("never happened");
    assertThat(office.forms().withdraw("V1", "never happened").outcome())
        .isEqualTo(Outcome.ALREADY_KNOWN);
    assertThat(FormFixture.brief(office.forms().withdraw("V1", "again").issues()))
        .containsExactly("FORM-0115");
    assertThatThrownBy(() -> office.forms().withdraw("V1", " "))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> office.forms().withdraw("V1", "two\nlines"))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(office.forms().withdraw("V9", "x").issues())
        .extracting(Issue::code)
        .containsExactly("FS-FORM-0114");
  }

  @Test
  void readsSubmissionsFromJson() {
    assertThat(office.forms().submit(dirty("V1", "2024-05-02").build().toJson(), "pad").outcome())
        .isEqualTo(Outcome.RECORDED);
    RecordingResult refused = office.forms().submit("{\"id\":7}".getBytes(UTF_8), "pad");
    assertThat(refused.id()).isEqualTo("pad");
    assertThat(refused.issues())
        .hasSize(5)
        .allMatch(each -> each.location().source().equals("pad"));
  }

  @Test
  void refusesFormsThatTheCityDoesNotHave() {
    Submission unknown = Submission.of("V1", "vizit", "1", S1, Moment.parse("2024-05-02")).build();
    assertThat(office.forms().submit(unknown).issues().get(0))
        .hasToString(
            "/form: FS-FORM-0101 The form (vizit) in version (1) is unknown. Known: visit@1.");
    assertThatThrownBy(() -> office.forms().compare(unknown))
        .isInstanceOf(NoSuchElementException.class);
    assertThatThrownBy(() -> office.forms().count(unknown))
        .isInstanceOf(NoSuchElementException.class);
    assertThat(office.forms().findForm("visit", LocalDate.of(2024, 1, 1))).isPresent();
    assertThat(office.forms().findForm("visit", LocalDate.of(2020, 1, 1))).isEmpty();
  }

  @Test
  void declaresTheKindsOfItsFormsAndListsAllThatIsWrongWithThem() throws Exception {
    Path banquet =
        Path.of(
            System.getProperty("foodsafety.root"),
            "foodsafety-adapters/region-cn/src/main/resources/META-INF/foodsafety/cn/forms",
            "cn-banquet-declaration-sample.json");
    try (FoodSafety other = FoodSafety.builder().form(banquet).build()) {
      assertThat(other.catalogue().findKind("banquet")).isPresent();
    }
    FormTemplate clash =
        FormFixture.ofJson(
            FormFixture.text()
                .replace("\"form\": \"visit\"", "\"form\": \"clash\"")
                .replace(
                    "\"minSubmitters\": 2,",
                    "\"minSubmitters\": 2, \"declares\": {\"subject\":"
                        + " [{\"name\": \"x\", \"type\": \"date\"}]},"));
    FormTemplate first =
        FormFixture.ofJson(
            FormFixture.text()
                .replace(
                    "\"minSubmitters\": 2,",
                    "\"minSubmitters\": 2, \"declares\": {\"subject\":"
                        + " [{\"name\": \"x\", \"type\": \"code\"}]},"));
    Path broken = Files.writeString(folder.resolve("broken.json"), "{}");
    assertThatThrownBy(
            () ->
                FoodSafety.builder()
                    .form(first)
                    .form(FormFixture.FORM)
                    .form(clash)
                    .form(broken)
                    .build())
        .isInstanceOf(StartupException.class)
        .hasMessageContaining("FS-FORM-0008 The versions (1) and (1) of form (visit)")
        .hasMessageContaining("FS-FORM-0009 The declarations of form (clash)")
        .hasMessageContaining("broken.json:1: FS-SRC-0004 The member (form)");
  }

  @Test
  void writesAllOrNothing() {
    ProbeStorage storage = new ProbeStorage();
    try (FoodSafety other =
        storage.city().clock(clock).zone(FormFixture.ZONE).form(FormFixture.FORM).build()) {
      Session desk = other.as(INSPECTOR);
      desk.subjects().register(FormFixture.business("restaurant"));
      storage.failAfter(0);
      Submission visit = dirty("V1", "2024-05-02").build();
      assertThatThrownBy(() -> desk.forms().submit(visit))
          .isInstanceOf(StorageException.class)
          .hasMessageContaining("The disk is full");
      storage.failAfter(Integer.MAX_VALUE);
      assertThat(desk.forms().find("V1")).isEmpty();
      assertThat(desk.facts().history(S1).facts()).isEmpty();
      assertThat(desk.forms().submit(visit)).isEqualTo(RecordingResult.recorded("V1"));
    }
  }

  @Test
  void recordsOneOfManyThatComeAtOnce() throws Exception {
    ExecutorService pool = Executors.newFixedThreadPool(8);
    try {
      List<Callable<RecordingResult>> calls = new ArrayList<>();
      for (int i = 0; i < 32; i++) {
        Submission visit =
            (i % 2 == 0 ? clean("V1", "2024-05-02") : dirty("V2", "2024-05-03")).build();
        calls.add(() -> office.forms().submit(visit));
      }
      List<Outcome> outcomes = new ArrayList<>();
      for (Future<RecordingResult> result : pool.invokeAll(calls)) {
        outcomes.add(result.get().outcome());
      }
      assertThat(outcomes).filteredOn(each -> each == Outcome.RECORDED).hasSize(2);
      assertThat(outcomes).doesNotContain(Outcome.REFUSED);
      assertThat(counting()).containsExactly("V1/inspection", "V2/failed-item/2", "V2/inspection");
    } finally {
      pool.shutdownNow();
    }
  }
}

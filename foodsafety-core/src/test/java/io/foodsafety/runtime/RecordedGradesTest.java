package io.foodsafety.runtime;

import static io.foodsafety.runtime.Samples.INSPECTOR;
import static io.foodsafety.runtime.Samples.S1;
import static io.foodsafety.runtime.Samples.inspection;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.foodsafety.access.KeyFile;
import io.foodsafety.fact.FactQuery;
import io.foodsafety.fact.RecordingResult;
import io.foodsafety.fact.RecordingResult.Outcome;
import io.foodsafety.message.EventType;
import io.foodsafety.model.fact.AttributeValue;
import io.foodsafety.model.fact.Fact;
import io.foodsafety.model.fact.SubjectRef;
import io.foodsafety.model.time.Moment;
import io.foodsafety.record.CanonicalJson;
import io.foodsafety.risk.GradeChange;
import io.foodsafety.risk.GradeOutcome.Direction;
import io.foodsafety.spi.messaging.Message;
import io.foodsafety.spi.messaging.Topic;
import io.foodsafety.spi.storage.Query;
import io.foodsafety.spi.storage.StorageException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Changes of grades as facts: what is recorded, by what, and how often. */
class RecordedGradesTest {

  private static final Topic TOPIC = Topic.of("city-events");

  private final SettableClock clock = new SettableClock("2024-05-02T08:00:00Z");
  private final ProbeStorage storage = new ProbeStorage();

  @TempDir private Path folder;

  private FoodSafetyBuilder builder(ProbeStorage own) {
    return own.city()
        .clock(clock)
        .policy(GradePolicies.thirtyDays(folder))
        .recordGradesOf(GradePolicies.ID);
  }

  private FoodSafety city() {
    return builder(storage).build();
  }

  private AdvanceReport advance(FoodSafety city) {
    AdvanceReport report = city.advance(clock.instant());
    assertThat(report.complete()).isTrue();
    return report;
  }

  private static void record(FoodSafety city, Fact fact) {
    RecordingResult result = city.as(INSPECTOR).facts().record(fact);
    assertThat(result.outcome()).as(result.toString()).isEqualTo(Outcome.RECORDED);
  }

  private static void withdraw(FoodSafety city, String id, String target, String at) {
    assertThat(city.as(INSPECTOR).facts().withdraw(Samples.withdrawal(id, target, at)).outcome())
        .isEqualTo(Outcome.RECORDED);
  }

  /** Day, what held before and what holds, such as {@code 2024-05-02 A>B}. */
  private static List<String> changes(FoodSafety city, String business) {
    return city.as(INSPECTOR).risk().changes(GradePolicies.ID, business).stream()
        .map(
            change ->
                change.day()
                    + " "
                    + change.from().map(GradeChange.Held::label).orElse("")
                    + ">"
                    + change.to().label())
        .toList();
  }

  private static List<Fact> facts(FoodSafety city) {
    return city.as(INSPECTOR).facts().list(FactQuery.all().ofKind(GradeChange.KIND)).toList();
  }

  private static void assertIsSound(FoodSafety city) {
    var ledger = city.as(INSPECTOR).ledger().verify();
    assertThat(ledger.faults()).isEmpty();
    assertThat(ledger.unsealed()).isZero();
  }

  @Test
  void aNewFactGradesItsBusinessAndLeavesAFact() {
    try (FoodSafety city = city()) {
      city.as(INSPECTOR).subjects().register(Samples.restaurant("S1", 80));
      city.as(INSPECTOR).subjects().register(Samples.restaurant("S2", 80));
      AdvanceReport first = advance(city);
      assertThat(first.businessesGraded()).isEqualTo(2);
      assertThat(first.gradeChangesRecorded()).isEqualTo(2);

      clock.pass(Duration.ofDays(1));
      record(city, inspection("F1", "2024-05-03", 90));
      AdvanceReport second = advance(city);
      assertThat(second.businessesGraded()).isEqualTo(1);
      assertThat(second.gradeChangesRecorded()).isEqualTo(1);
      assertThat(changes(city, "S1")).containsExactly("2024-05-02 >A", "2024-05-03 A>B");
      assertThat(changes(city, "S2")).containsExactly("2024-05-02 >A");

      Fact fact = facts(city).get(2);
      assertThat(fact.id()).matches("grade:[0-9a-f]{64}:2");
      assertThat(fact.subject()).isEqualTo(S1);
      assertThat(fact.at()).isEqualTo(Moment.parse("2024-05-03"));
      assertThat(fact.source()).contains("advance");
      assertThat(fact.recordedAt()).contains(clock.instant());
      assertThat(fact.attributes())
          .containsOnly(
              Map.entry("policy", AttributeValue.code(GradePolicies.ID)),
              Map.entry("policyVersion", AttributeValue.string("1")),
              Map.entry("scale", AttributeValue.code("risk")),
              Map.entry("status", AttributeValue.code("graded")),
              Map.entry("grade", AttributeValue.code("B")),
              Map.entry("previousStatus", AttributeValue.code("graded")),
              Map.entry("previousGrade", AttributeValue.code("A")),
              Map.entry("direction", AttributeValue.code("worse")),
              Map.entry("score", AttributeValue.decimal(1)));
      GradeChange change = GradeChange.of(fact);
      assertThat(change.direction()).contains(Direction.WORSE);
      assertThat(change.fact()).isEqualTo(fact.id());
      assertIsSound(city);
    }
  }

  @Test
  void withNothingNewNothingIsWritten() {
    try (FoodSafety city = city()) {
      record(city, inspection("F1", "2024-05-02", 90));
      assertThat(advance(city).gradeChangesRecorded()).isEqualTo(1);
      AdvanceReport ownFacts = advance(city);
      assertThat(ownFacts.businessesGraded()).as("a change of a grade grades nobody").isZero();

      storage.failAfter(0);
      clock.pass(Duration.ofMinutes(1));
      assertThat(advance(city).businessesGraded()).isZero();
      storage.recover();
    }
  }

  @Test
  void sealedAttributesUnderAnotherKeyAreNoNewFact() {
    Path complaints =
        GradePolicies.write(
            folder,
            "complaints",
            "'version':'1','zone':'UTC',"
                + GradePolicies.counting("'rolling':'P30D'").replace("inspection", "complaint"));
    KeyFile.create(folder.resolve("keys"));
    FoodSafetyBuilder sealing =
        storage.city().clock(clock).keys("file", Map.of("file", folder.resolve("keys").toString()));
    try (FoodSafety city = sealing.policy(complaints).recordGradesOf(GradePolicies.ID).build()) {
      record(
          city,
          Fact.builder("F1", "complaint", S1, Moment.parse("2024-05-01"))
              .attribute("channel", AttributeValue.code("hotline"))
              .attribute("reporter", AttributeValue.string("Zhang San"))
              .build());
      advance(city);
      advance(city);
      clock.pass(Duration.ofDays(10));
      city.as(INSPECTOR).sealedAttributes().rotate();
      assertThat(city.as(INSPECTOR).sealedAttributes().rewrap()).isEqualTo(1);
      clock.pass(Duration.ofDays(10));
      assertThat(advance(city).businessesGraded()).isZero();
      record(city, inspection("F2", "2024-05-22", 90));
      advance(city);
      assertThat(changes(city, "S1")).containsExactly("2024-05-02 >B");
    }
  }

  @Test
  void aBusinessThatOnlyFactsKnowIsGradedInAnyRole() {
    try (FoodSafety city = city()) {
      record(city, Samples.sample("F1", "2024-05-01"));
      assertThat(advance(city).businessesGraded()).isEqualTo(2);
      assertThat(changes(city, "S1")).containsExactly("2024-05-02 >A");
      assertThat(changes(city, "S2")).containsExactly("2024-05-02 >A");
    }
  }

  @Test
  void aWithdrawalGradesTheBusinessOfItsFact() {
    try (FoodSafety city = city()) {
      record(city, inspection("F1", "2024-05-01", 90));
      advance(city);
      withdraw(city, "W1", "F1", "2024-05-02");
      AdvanceReport report = advance(city);
      assertThat(report.businessesGraded()).isEqualTo(1);
      assertThat(changes(city, "S1")).containsExactly("2024-05-02 >B", "2024-05-02 B>A");
      assertThat(GradeChange.of(facts(city).get(1)).direction()).contains(Direction.BETTER);
    }
  }

  @Test
  void aWithdrawalThatHoldsLaterIsSeenOnItsDay() {
    try (FoodSafety city = city()) {
      record(city, inspection("F1", "2024-05-01", 90));
      withdraw(city, "W1", "F1", "2024-05-03");
      for (int day = 2; day < 5; day++) {
        advance(city);
        clock.pass(Duration.ofDays(1));
      }
      assertThat(changes(city, "S1")).containsExactly("2024-05-02 >B", "2024-05-03 B>A");
    }
  }

  @Test
  void whatIsRegisteredAnewGradesItsBusiness() {
    Path sizes =
        GradePolicies.write(
            folder,
            "sizes",
            "'version':'1','zone':'UTC','static':[{'item':'n','basis':'-','value':{'subject':'areaM2'}}],"
                + "'noGrade':[{'item':'small','basis':'-','when':{'lt':[{'subject':'areaM2'},10]}}],"
                + "'bands':[{'grade':'A','to':100},{'grade':'B','above':100}]");
    try (FoodSafety city =
        storage.city().clock(clock).policy(sizes).recordGradesOf(GradePolicies.ID).build()) {
      record(city, inspection("F1", "2024-05-01", 90));
      advance(city);
      city.as(INSPECTOR).subjects().register(Samples.restaurant("S1", 80));
      city.as(INSPECTOR).subjects().register(Samples.restaurant("S2", 5));
      advance(city);
      register(city, 800, "2024-05-02");
      register(city, 8, "2024-05-04");
      advance(city);
      clock.pass(Duration.ofDays(2));
      advance(city);
      assertThat(changes(city, "S1"))
          .containsExactly(
              "2024-05-02 >incomplete",
              "2024-05-02 incomplete>A",
              "2024-05-02 A>B",
              "2024-05-04 B>none");
      assertThat(changes(city, "S2")).as("no grade to begin with is no change").isEmpty();
    }
  }

  private static void register(FoodSafety city, int area, String from) {
    assertThat(
            city.as(INSPECTOR)
                .subjects()
                .register(Samples.restaurant("S1", area), LocalDate.parse(from))
                .outcome())
        .isEqualTo(Outcome.RECORDED);
  }

  @Test
  void aChangeIsAMessageOfTheSameTransaction() throws InterruptedException {
    BlockingQueue<Message> told = new LinkedBlockingQueue<>();
    try (FoodSafety city = builder(storage).publishing(TOPIC, EventType.FACT_RECORDED).build()) {
      city.messages().subscribe(TOPIC, "supervisors", told::add);
      record(city, inspection("F1", "2024-05-02", 90));
      storage.failAfter(0);
      assertThatThrownBy(() -> advance(city)).isInstanceOf(StorageException.class);
      storage.recover();
      assertThat(storage.raw().<Long>read(view -> view.lastPosition("outbox"))).isEqualTo(10);
      assertThat(facts(city)).isEmpty();

      advance(city);
      Message change = told.poll(30, TimeUnit.SECONDS);
      while (change != null && change.id().equals("facts/F1@1")) { // at least once
        change = told.poll(30, TimeUnit.SECONDS);
      }
      assertThat(change).isNotNull();
      assertThat(change.id()).isEqualTo("facts/" + facts(city).get(0).id() + "@1");
      assertThat(change.key()).isEqualTo("business:S1");
      assertThat(change.attributes()).containsExactly(Map.entry("kind", "grade-change"));
      assertThat(CanonicalJson.read(change.data())).containsEntry("at", "2024-05-02");
      advance(city);
      assertThat(told.poll(100, TimeUnit.MILLISECONDS)).isNull();
    }
  }

  @Test
  void aCrashBetweenTwoStepsLosesNothingAndDoublesNothing() {
    int writes = 0;
    for (boolean crashed = true; crashed; writes++) {
      ProbeStorage own = new ProbeStorage();
      try (FoodSafety city = builder(own).build()) {
        city.as(INSPECTOR)
            .facts()
            .recordAll(IntStream.range(0, 450).mapToObj(RecordedGradesTest::visitOfMany).toList());
        own.failAfter(writes);
        crashed = fails(city);
        own.recover();
      }
      try (FoodSafety city = builder(own).build()) {
        advance(city);
        assertThat(facts(city)).extracting(Fact::id).allMatch(id -> id.endsWith(":1"));
        assertThat(facts(city)).hasSize(450);
        assertThat(advance(city).gradeChangesRecorded()).isZero();
        assertIsSound(city);
      }
    }
    assertThat(writes).as("several steps").isGreaterThan(4);
  }

  private static Fact visitOfMany(int number) {
    return Fact.builder(
            "F" + number,
            "inspection",
            SubjectRef.business("B" + number),
            Moment.parse("2024-05-01"))
        .build();
  }

  private boolean fails(FoodSafety city) {
    try {
      advance(city);
      return false;
    } catch (StorageException e) {
      return true;
    }
  }

  @Test
  void goesOnAfterARestart() {
    try (FoodSafety city = city()) {
      record(city, inspection("F1", "2024-05-01", 90));
      advance(city);
    }
    clock.pass(Duration.ofDays(40));
    try (FoodSafety city = city()) {
      advance(city);
      assertThat(changes(city, "S1")).containsExactly("2024-05-02 >B", "2024-05-31 B>A");
    }
  }

  @Test
  void factsThatCameWithAnImportAreNotDoubled() {
    Fact recorded;
    try (FoodSafety city = city()) {
      record(city, inspection("F1", "2024-05-01", 90));
      advance(city);
      recorded = facts(city).get(0);
    }
    try (FoodSafety city = builder(new ProbeStorage()).build()) {
      record(city, recorded);
      record(city, inspection("F1", "2024-05-01", 90));
      assertThat(advance(city).gradeChangesRecorded()).isZero();
      assertThat(facts(city)).containsExactly(recorded);
    }
  }

  @Test
  void whatSomebodyElseNamedLikeAChangeIsLeftAsItIs() {
    String hash;
    try (FoodSafety city = builder(new ProbeStorage()).build()) {
      record(city, inspection("F1", "2024-05-01", 90));
      advance(city);
      hash = facts(city).get(0).id().replaceAll(":1$", "");
    }
    try (FoodSafety city = city()) {
      Fact own =
          Fact.builder("mine", GradeChange.KIND, S1, Moment.parse("2024-05-01"))
              .attribute("policy", AttributeValue.code(GradePolicies.ID))
              .attribute("policyVersion", AttributeValue.string("1"))
              .attribute("scale", AttributeValue.code("risk"))
              .attribute("status", AttributeValue.code("none"))
              .build();
      record(city, own);
      record(city, Fact.builder(hash + ":1", "inspection", S1, Moment.parse("2024-05-01")).build());
      advance(city);
      assertThat(changes(city, "S1")).containsExactly("2024-05-02 >B");
      assertThat(facts(city)).extracting(Fact::id).containsExactlyInAnyOrder("mine", hash + ":2");
      assertThat(GradeChange.find(own)).isPresent();
      assertThat(GradeChange.find(inspection("F2", "2024-05-01", 1))).isEmpty();
    }
  }

  /** By records about other businesses, which the history of this one does not show. */
  @Test
  void aNumberThatSomebodyElseHasTakenIsPassedOver() {
    String hash;
    try (FoodSafety city = builder(new ProbeStorage()).build()) {
      record(city, inspection("F1", "2024-05-01", 90));
      advance(city);
      hash = facts(city).get(0).id().replaceAll(":1$", "");
    }
    try (FoodSafety city = city()) {
      for (int number : List.of(1, 2, 4)) {
        SubjectRef other = SubjectRef.business("S9");
        Moment at = Moment.parse("2020-05-01");
        record(city, Fact.builder(hash + ":" + number, "inspection", other, at).build());
      }
      record(city, inspection("F1", "2024-05-01", 90));
      assertThat(advance(city).gradeChangesRecorded()).as("of S1 and S9").isEqualTo(2);
      clock.pass(Duration.ofDays(50));
      assertThat(advance(city).gradeChangesRecorded()).isEqualTo(1);
      record(city, inspection("F2", "2024-06-20", 90));
      advance(city);
      assertThat(changes(city, "S1"))
          .containsExactly("2024-05-02 >B", "2024-05-31 B>A", "2024-06-21 A>B");
      assertThat(city.as(INSPECTOR).risk().changes(GradePolicies.ID, "S1"))
          .extracting(GradeChange::fact)
          .containsExactly(hash + ":3", hash + ":5", hash + ":6");
      assertThat(changes(city, "S9")).containsExactly("2024-05-02 >A");
      assertIsSound(city);
    }
  }

  /** Else nobody could count on from it. */
  @Test
  void aChangeWithANumberFarBeyondAllOthersIsNotOneOfThem() {
    try (FoodSafety city = city()) {
      record(city, inspection("F1", "2024-05-01", 90));
      advance(city);
      Fact own = facts(city).get(0);
      Fact.Builder far =
          Fact.builder(
              own.id().replaceAll(":1$", ":999999999"), own.kind(), own.subject(), own.at());
      own.attributes().forEach(far::attribute);
      record(city, far.source("advance").build());
      advance(city);
      clock.pass(Duration.ofDays(50));
      assertThat(advance(city).gradeChangesRecorded()).isEqualTo(1);
      record(city, inspection("F2", "2024-06-20", 90));
      assertThat(advance(city).gradeChangesRecorded()).isEqualTo(1);
      assertThat(changes(city, "S1"))
          .containsExactly("2024-05-02 >B", "2024-05-31 B>A", "2024-06-21 A>B");
    }
  }

  @Test
  void ofTwoChangesAtOnceTheLaterMovesOnWithTheEarlier() {
    String hash;
    try (FoodSafety city = city()) {
      advance(city);
      record(city, inspection("F1", "2024-05-01", 90));
      advance(city);
      hash = facts(city).get(0).id().replaceAll(":1$", "");
      SubjectRef other = SubjectRef.business("S9");
      Moment at = Moment.parse("2020-05-01");
      record(city, Fact.builder(hash + ":2", "inspection", other, at).build());
      record(city, inspection("F2", "2024-05-03", 90));
      clock.pass(Duration.ofDays(50));
      advance(city);
      assertThat(changes(city, "S1"))
          .containsExactly("2024-05-02 >B", "2024-05-03 B>C", "2024-05-31 C>B", "2024-06-02 B>A");
      assertThat(city.as(INSPECTOR).risk().changes(GradePolicies.ID, "S1"))
          .extracting(change -> change.fact().substring(hash.length()))
          .containsExactly(":1", ":3", ":4", ":5");
    }
  }

  @Test
  void aChangeOfADayToComeCountsForNothingUntilThen() {
    Fact.Builder future;
    try (FoodSafety city = builder(new ProbeStorage()).build()) {
      record(city, inspection("F1", "2024-05-01", 90));
      advance(city);
      Moment at = Moment.parse("2024-05-03");
      future = Fact.builder(facts(city).get(0).id(), GradeChange.KIND, S1, at);
    }
    try (FoodSafety city = city()) {
      record(
          city,
          future
              .attribute("policy", AttributeValue.code(GradePolicies.ID))
              .attribute("policyVersion", AttributeValue.string("1"))
              .attribute("scale", AttributeValue.code("risk"))
              .attribute("status", AttributeValue.code("none"))
              .build());
      record(city, inspection("F1", "2024-05-01", 90));
      advance(city);
      assertThat(changes(city, "S1")).containsExactly("2024-05-03 >none", "2024-05-02 >B");
    }
  }

  @Test
  void aChangeThatSomebodyWithdrewStaysWithdrawnAndIsNotRecordedAgain() {
    try (FoodSafety city = city()) {
      record(city, inspection("F1", "2024-05-01", 90));
      advance(city);
      withdraw(city, "W1", facts(city).get(0).id(), "2024-05-02");
      AdvanceReport report = advance(city);
      assertThat(report.businessesGraded()).isZero();
      record(city, inspection("F2", "2024-05-02", 90));
      advance(city);
      assertThat(changes(city, "S1")).containsExactly("2024-05-02 >B", "2024-05-02 B>C");
    }
  }

  @Test
  void changesOfAllAreListedByDay() {
    Fact own =
        Fact.builder("mine", GradeChange.KIND, S1, Moment.parse("2024-05-02"))
            .attribute("policy", AttributeValue.code(GradePolicies.ID))
            .attribute("policyVersion", AttributeValue.string("1"))
            .attribute("scale", AttributeValue.code("risk"))
            .attribute("status", AttributeValue.code("none"))
            .build();
    try (FoodSafety city = city()) {
      record(city, visitOfMany(1));
      record(city, visitOfMany(2));
      record(city, own);
      advance(city);
      clock.pass(Duration.ofDays(40));
      record(city, inspection("F3", "2024-06-11", 90));
      advance(city);
    }
    try (FoodSafety city = storage.city().clock(clock).build()) { // without the policy
      assertThat(listed(city, GradePolicies.ID, FactQuery.all()))
          .containsExactlyInAnyOrder(
              "B1 2024-05-02 B",
              "B2 2024-05-02 B",
              "B1 2024-05-31 A",
              "B2 2024-05-31 A",
              "S1 2024-06-11 B")
          .isSortedAccordingTo(Comparator.comparing(change -> change.substring(3, 13)));
      assertThat(listed(city, GradePolicies.ID, FactQuery.all().concerning(S1)))
          .containsExactly("S1 2024-06-11 B");
      LocalDate day = LocalDate.parse("2024-06-11");
      assertThat(
              listed(
                  city,
                  GradePolicies.ID,
                  FactQuery.all().between(day, LocalDate.MAX, ZoneOffset.UTC)))
          .containsExactly("S1 2024-06-11 B");
      assertThat(listed(city, "other", FactQuery.all())).isEmpty();
    }
  }

  private static List<String> listed(FoodSafety city, String policy, FactQuery query) {
    try (Stream<GradeChange> changes = city.as(INSPECTOR).risk().listChanges(policy, query)) {
      return changes
          .map(change -> change.subject() + " " + change.day() + " " + change.to().label())
          .toList();
    }
  }

  @Test
  void changesNeedAPolicyOfTheCity() {
    try (FoodSafety city =
        storage.city().clock(clock).policy(GradePolicies.thirtyDays(folder)).build()) {
      record(city, inspection("F1", "2024-05-01", 90));
      assertThat(city.advance(clock.instant()).businessesGraded()).isZero();
      assertThat(changes(city, "S1")).isEmpty();
      assertThatThrownBy(() -> city.as(INSPECTOR).risk().changes("other", "S1"))
          .isInstanceOf(NoSuchElementException.class)
          .hasMessageContaining("visits");
    }
  }

  @Test
  void aPolicyThatIsNotThereIsAProblemOfTheStart() {
    assertThatThrownBy(() -> builder(storage).recordGradesOf("visit").build())
        .isInstanceOfSatisfying(
            StartupException.class,
            e ->
                assertThat(e.issues())
                    .extracting(issue -> issue.type().code())
                    .containsExactly("FS-START-0025"))
        .hasMessageContaining("visits");
  }

  @Test
  void aPolicyThatReadsChangesIsAProblemOfTheStart() {
    Path own =
        GradePolicies.write(
            folder,
            "own",
            "'version':'1','zone':'UTC',"
                + GradePolicies.counting("'rolling':'P1Y'").replace("inspection", "grade-change"));
    try (FoodSafety city = storage.city().policy(own).build()) {
      assertThat(city.as(INSPECTOR).risk().policies()).hasSize(1);
    }
    assertThatThrownBy(() -> storage.city().policy(own).recordGradesOf(GradePolicies.ID).build())
        .isInstanceOfSatisfying(
            StartupException.class,
            e ->
                assertThat(e.issues())
                    .extracting(issue -> issue.type().code())
                    .containsExactly("FS-START-0026"));
  }

  @Test
  void aNameTooLongForAnIndexIsRefusedAtOnce() {
    assertThatThrownBy(() -> FoodSafety.builder().recordGradesOf("p".repeat(201)))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> FoodSafety.builder().recordGradesOf(" p"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aDamagedLedgerEntryDoesNotLeaveTheRestUnsealed() {
    try (FoodSafety city = city()) {
      record(city, inspection("F1", "2024-05-01", 90));
      ProbeStorage.Undo undo = storage.undo();
      storage.rewrite("ledger", 10, "{}".getBytes(StandardCharsets.UTF_8));
      assertThatThrownBy(() -> advance(city)).isInstanceOf(StorageException.class);
      assertThat(city.as(INSPECTOR).ledger().verify().unsealed()).isZero();
      undo.run();
      assertThat(advance(city).gradeChangesRecorded()).isEqualTo(1);
    }
  }

  @Test
  void whenToLookNextIsNotInTheLedger() {
    try (FoodSafety city = city()) {
      record(city, inspection("F1", "2024-05-01", 90));
      long entries = city.as(INSPECTOR).ledger().verify().entries();
      advance(city);
      assertThat(city.as(INSPECTOR).ledger().verify().entries())
          .as("one for the change")
          .isEqualTo(entries + 1);
      assertThat(storage.raw().read(view -> view.query(Query.of("grade_days"))).documents())
          .hasSize(1);
    }
  }
}

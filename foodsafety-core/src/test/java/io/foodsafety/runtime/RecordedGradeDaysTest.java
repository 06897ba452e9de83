package io.foodsafety.runtime;

import static io.foodsafety.runtime.Samples.INSPECTOR;
import static io.foodsafety.runtime.Samples.inspection;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.foodsafety.fact.RecordingResult.Outcome;
import io.foodsafety.model.fact.Fact;
import io.foodsafety.model.fact.SubjectRef;
import io.foodsafety.model.subject.Licence;
import io.foodsafety.model.subject.Subject;
import io.foodsafety.model.time.Moment;
import io.foodsafety.risk.GradeChange;
import io.foodsafety.spi.storage.Query;
import io.foodsafety.spi.storage.StorageException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** On which day a change of a grade is recorded. */
class RecordedGradeDaysTest {

  private final ProbeStorage storage = new ProbeStorage();
  private SettableClock clock = new SettableClock("2024-05-02T08:00:00Z");

  @TempDir private Path folder;

  private FoodSafety city(Path... policies) {
    FoodSafetyBuilder builder = storage.city().clock(clock).recordGradesOf(GradePolicies.ID);
    for (Path policy : policies) {
      builder.policy(policy);
    }
    return builder.build();
  }

  private Path policy(String name, String zone, String window) {
    return GradePolicies.write(
        folder,
        name,
        "'version':'%s','zone':'%s',%s".formatted(name, zone, GradePolicies.counting(window)));
  }

  private void set(String instant) {
    clock = new SettableClock(instant);
  }

  private AdvanceReport advance(FoodSafety city, String instant) {
    return advance(city, Instant.parse(instant));
  }

  private static AdvanceReport advance(FoodSafety city, Instant now) {
    AdvanceReport report = city.advance(now);
    assertThat(report.complete()).isTrue();
    return report;
  }

  private static void advanceDaily(FoodSafety city, String from, String to) {
    Instant last = Instant.parse(to);
    for (Instant now = Instant.parse(from);
        !now.isAfter(last);
        now = now.plus(Duration.ofDays(1))) {
      advance(city, now);
    }
  }

  private static void record(FoodSafety city, Fact... facts) {
    assertThat(city.as(INSPECTOR).facts().recordAll(List.of(facts)))
        .allMatch(result -> result.outcome() == Outcome.RECORDED);
  }

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

  @Test
  void aWindowThatEndsIsSeenOnItsDayAndReadOnceAMonth() {
    try (FoodSafety city = city(GradePolicies.thirtyDays(folder))) {
      record(city, inspection("F1", "2024-05-02", 90), inspection("F2", "2024-04-20", 90));
      advance(city, "2024-05-02T08:00:00Z");
      long graded = 0;
      for (int day = 1; day <= 365; day++) {
        graded += advance(city, clock.instant().plus(Duration.ofDays(day))).businessesGraded();
      }
      assertThat(changes(city, "S1"))
          .containsExactly("2024-05-02 >C", "2024-05-20 C>B", "2024-06-01 B>A");
      assertThat(graded)
          .as("looked at each 16 to 47 days, and when something ends")
          .isBetween(8L, 25L);
    }
  }

  /** A year of days at once, without anything that arrives late, is a year of days one by one. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "'rolling':'P30D'",
        "'calendar':'month'",
        "'calendar':'quarter','offset':-1",
        "'rolling':'P1Y'"
      })
  void onceAfterAYearIsAsDaily(String window) {
    Path policy = policy("1", "UTC", window);
    Fact[] facts = {
      inspection("F1", "2024-05-02", 90),
      inspection("F2", "2024-04-20", 90),
      inspection("F3", "2023-12-31", 90)
    };
    List<String> daily;
    try (FoodSafety city = city(policy)) {
      record(city, facts);
      advanceDaily(city, "2024-05-02T08:00:00Z", "2025-06-02T08:00:00Z");
      daily = changes(city, "S1");
    }
    try (FoodSafety city =
        new ProbeStorage()
            .city()
            .clock(clock)
            .policy(policy)
            .recordGradesOf(GradePolicies.ID)
            .build()) {
      record(city, facts);
      advance(city, "2024-05-02T08:00:00Z");
      AdvanceReport late = advance(city, "2025-06-02T08:00:00Z");
      assertThat(changes(city, "S1")).isEqualTo(daily).hasSizeGreaterThan(1);
      assertThat(late.gradeChangesRecorded()).isEqualTo(daily.size() - 1);
    }
  }

  @Test
  void leapDaysAndTheEndOfAYear() {
    set("2024-02-29T23:59:59Z");
    Path policy = policy("1", "UTC", "'rolling':'P1Y'");
    try (FoodSafety city = city(policy)) {
      record(city, inspection("F1", "2024-02-29", 90), inspection("F2", "2023-12-31", 90));
      advanceDaily(city, "2024-02-29T23:59:59Z", "2025-03-02T23:59:59Z");
      assertThat(changes(city, "S1"))
          .as("P1Y on 2025-02-28 begins on 2024-02-29, and on 2025-03-01 on 2024-03-02")
          .containsExactly("2024-02-29 >C", "2024-12-31 C>B", "2025-03-01 B>A");
    }
  }

  @Test
  void theYearOfTheCalendarEndsOnNewYear() {
    set("2024-12-31T12:00:00Z");
    try (FoodSafety city = city(policy("1", "UTC", "'calendar':'year'"))) {
      record(city, inspection("F1", "2024-02-29", 90));
      advance(city, "2024-12-31T23:59:59Z");
      advance(city, "2025-01-01T00:00:00Z");
      assertThat(changes(city, "S1")).containsExactly("2024-12-31 >B", "2025-01-01 B>A");
    }
  }

  /** Midnight in the zone of the policy, on the days on which clocks are changed too. */
  @ParameterizedTest
  @ValueSource(strings = {"Asia/Shanghai", "UTC", "America/New_York", "Pacific/Kiritimati"})
  void theDayIsThatOfTheZoneOfThePolicy(String zone) {
    Path policy = policy("1", zone, "'rolling':'P1D'");
    set("2024-03-01T00:00:00Z");
    try (FoodSafety city = city(policy)) {
      advance(city, clock.instant());
      for (String day : List.of("2024-03-10", "2024-11-03")) {
        LocalDate date = LocalDate.parse(day);
        clock.pass(Duration.between(clock.instant(), midnight(date, zone)));
        record(city, inspection("F" + day, midnight(date, zone).toString(), 90));
        advance(city, midnight(date, zone));
        advance(city, midnight(date.plusDays(1), zone).minusMillis(1));
        advance(city, midnight(date.plusDays(1), zone));
      }
      assertThat(changes(city, "S1"))
          .containsExactly("2024-03-10 >B", "2024-03-11 B>A", "2024-11-03 A>B", "2024-11-04 B>A");
    }
  }

  private static Instant midnight(LocalDate day, String zone) {
    LocalDateTime start = day.atStartOfDay();
    return start.atZone(ZoneId.of(zone)).toInstant();
  }

  @Test
  void whatArrivesLateChangesTheGradeOnTheDayOfItsRecordingAndNoDayBefore() {
    try (FoodSafety city = city(GradePolicies.thirtyDays(folder))) {
      record(city, inspection("F1", "2024-04-20", 90));
      advance(city, "2024-05-02T08:00:00Z");
      advance(city, "2024-05-10T08:00:00Z");
      clock.pass(Duration.ofDays(9));
      record(city, inspection("F2", "2024-04-25", 90));
      advance(city, "2024-05-16T08:00:00Z");
      assertThat(changes(city, "S1")).containsExactly("2024-05-02 >B", "2024-05-11 B>C");
      record(city, inspection("F3", "2024-01-01", 90));
      advance(city, "2024-05-17T08:00:00Z");
      assertThat(changes(city, "S1")).hasSize(2);
      clock.pass(Duration.ofDays(-3));
      record(city, inspection("F4", "2024-04-20", 90), inspection("F5", "2024-04-20", 90));
      advance(city, "2024-05-18T08:00:00Z");
      assertThat(changes(city, "S1")).as("a clock set back").hasSize(2);
    }
  }

  @Test
  void aWithdrawalThatIsRecordedLateIsNotKnownBefore() {
    try (FoodSafety city = city(GradePolicies.thirtyDays(folder))) {
      record(city, inspection("F1", "2024-05-02", 90));
      advance(city, "2024-05-02T08:00:00Z");
      clock.pass(Duration.ofDays(5));
      city.as(INSPECTOR).facts().withdraw(Samples.withdrawal("W1", "F1", "2024-05-02"));
      advance(city, "2024-05-12T08:00:00Z");
      assertThat(changes(city, "S1")).containsExactly("2024-05-02 >B", "2024-05-07 B>A");
    }
  }

  @Test
  void aNewBusinessIsGradedFromTheDayOnWhichItBecameKnown() {
    try (FoodSafety city = city(GradePolicies.thirtyDays(folder))) {
      advance(city, "2024-05-02T08:00:00Z");
      clock.pass(Duration.ofDays(5));
      city.as(INSPECTOR).subjects().register(Samples.restaurant("S2", 80));
      clock.pass(Duration.ofDays(1));
      record(city, inspection("F1", "2024-05-03", 90));
      advance(city, "2024-05-22T08:00:00Z");
      assertThat(changes(city, "S2")).containsExactly("2024-05-07 >A");
      assertThat(changes(city, "S1")).containsExactly("2024-05-08 >B");
    }
  }

  @Test
  void ofSeveralRegistrationsTheLastDayCounts() {
    try (FoodSafety city = city(GradePolicies.thirtyDays(folder))) {
      advance(city, "2024-05-02T08:00:00Z");
      clock.pass(Duration.ofDays(3));
      city.as(INSPECTOR).subjects().register(Samples.restaurant("S2", 80));
      city.as(INSPECTOR).subjects().register(Samples.restaurant("S3", 80));
      clock.pass(Duration.ofDays(3));
      assertThat(
              city.as(INSPECTOR)
                  .subjects()
                  .register(Samples.restaurant("S2", 90), LocalDate.parse("2024-05-08"))
                  .outcome())
          .isEqualTo(Outcome.RECORDED);
      advance(city, "2024-05-22T08:00:00Z");
      assertThat(changes(city, "S2")).containsExactly("2024-05-08 >A");
      assertThat(changes(city, "S3")).containsExactly("2024-05-05 >A");
    }
  }

  @Test
  void aFactOfTomorrowIsSeenTomorrow() {
    try (FoodSafety city = city(GradePolicies.thirtyDays(folder))) {
      record(city, inspection("F1", "2024-05-03", 90));
      advance(city, "2024-05-02T08:00:00Z");
      assertThat(changes(city, "S1")).containsExactly("2024-05-02 >A");
      advance(city, "2024-05-03T08:00:00Z");
      assertThat(changes(city, "S1")).containsExactly("2024-05-02 >A", "2024-05-03 A>B");
    }
  }

  @Test
  void aClockSetBackStaysAtTheDayReached() {
    try (FoodSafety city = city(GradePolicies.thirtyDays(folder))) {
      advance(city, "2024-05-20T08:00:00Z");
      record(city, inspection("F1", "2024-05-03", 90));
      advance(city, "2024-05-02T08:00:00Z");
      record(city, inspection("F2", "2024-05-03", 90));
      advance(city, "2023-01-01T08:00:00Z");
      assertThat(changes(city, "S1")).containsExactly("2024-05-20 >B", "2024-05-20 B>C");
      advance(city, "2024-06-09T08:00:00Z");
      assertThat(changes(city, "S1")).endsWith("2024-06-02 C>A");
    }
  }

  @Test
  void aLicenceEndsOnItsDay() {
    Path policy =
        GradePolicies.write(
            folder,
            "licence",
            "'version':'1','zone':'UTC','static':[{'item':'n','basis':'-','value':{'daysBetween':"
                + "[{'subject':'$licenceValidTo'},{'asOf':true}]}}],"
                + "'bands':[{'grade':'A','to':0},{'grade':'B','above':0}]");
    try (FoodSafety city = city(policy)) {
      Licence licence = Licence.of("L1").validTo(LocalDate.parse("2024-07-31"));
      city.as(INSPECTOR)
          .subjects()
          .register(Subject.builder("S1", "Restaurant").licence(licence).build());
      advance(city, "2024-05-02T08:00:00Z");
      advanceDaily(city, "2024-07-01T08:00:00Z", "2024-08-02T08:00:00Z");
      assertThat(changes(city, "S1")).containsExactly("2024-05-02 >A", "2024-08-01 A>incomplete");
    }
  }

  @Test
  void aNewVersionOfThePolicyIsSeenOnItsFirstDay() {
    Path old =
        GradePolicies.write(
            folder,
            "old",
            "'version':'1','zone':'Asia/Shanghai','effectiveTo':'2024-06-30',"
                + GradePolicies.counting("'rolling':'P1Y'"));
    Path next =
        GradePolicies.write(
            folder,
            "next",
            "'version':'2','zone':'Asia/Shanghai','effectiveFrom':'2024-07-01','effectiveTo':'2024-12-31',"
                + GradePolicies.counting("'rolling':'P10D'"));
    try (FoodSafety city = city(old, next)) {
      record(city, inspection("F1", "2024-05-02", 90));
      advance(city, "2024-05-02T08:00:00Z");
      advance(city, "2024-06-30T15:59:59Z");
      assertThat(changes(city, "S1")).containsExactly("2024-05-02 >B");
      advance(city, "2024-06-30T16:00:00Z");
      assertThat(changes(city, "S1")).containsExactly("2024-05-02 >B", "2024-07-01 B>A");
      assertThat(city.as(INSPECTOR).risk().changes(GradePolicies.ID, "S1").get(1).policyVersion())
          .isEqualTo("2");
      advance(city, "2025-02-01T00:00:00Z");
      assertThat(changes(city, "S1")).as("nothing is in force").endsWith("2025-01-01 A>none");
    }
  }

  @Test
  void aGradeOfAnotherScaleIsAnotherGrade() {
    Path old =
        GradePolicies.write(
            folder,
            "old",
            "'version':'1','zone':'UTC','effectiveTo':'2024-06-30',"
                + GradePolicies.counting("'rolling':'P1Y'"));
    Path next =
        GradePolicies.write(
            folder,
            "next",
            "level",
            "'version':'2','zone':'UTC','effectiveFrom':'2024-07-01',"
                + GradePolicies.counting("'rolling':'P80D'"));
    try (FoodSafety city = city(old, next)) {
      record(city, inspection("F1", "2024-05-02", 90));
      advance(city, "2024-05-02T08:00:00Z");
      advance(city, "2024-07-25T08:00:00Z");
      assertThat(changes(city, "S1"))
          .containsExactly("2024-05-02 >B", "2024-07-01 B>B", "2024-07-21 B>A");
      assertThat(city.as(INSPECTOR).risk().changes(GradePolicies.ID, "S1"))
          .extracting(GradeChange::scale, change -> change.direction().map(Enum::name).orElse(""))
          .containsExactly(tuple("risk", ""), tuple("level", "OTHER"), tuple("level", "BETTER"));
    }
  }

  @Test
  void otherRulesGradeEverybodyAgainAndLeaveWhatIsTheSame() {
    try (FoodSafety city = city(policy("1", "UTC", "'rolling':'P1Y'"))) {
      record(city, inspection("F1", "2024-03-02", 90));
      city.as(INSPECTOR).subjects().register(Samples.restaurant("S2", 80));
      advance(city, "2024-05-02T08:00:00Z");
    }
    try (FoodSafety city = city(policy("2", "UTC", "'rolling':'P30D'"))) {
      AdvanceReport report = advance(city, "2024-05-03T08:00:00Z");
      assertThat(report.businessesGraded()).isEqualTo(2);
      assertThat(changes(city, "S1")).containsExactly("2024-05-02 >B", "2024-05-03 B>A");
      assertThat(changes(city, "S2")).containsExactly("2024-05-02 >A");
      assertThat(advance(city, "2024-05-03T09:00:00Z").businessesGraded()).isZero();
    }
  }

  /** Rules that are taken back while half of the businesses were graded by them. */
  @Test
  void rulesThatAreTakenBackHalfWayLeaveNothingBehind() {
    int writes = 0;
    for (boolean failed = true; failed; writes++) {
      ProbeStorage own = new ProbeStorage();
      Path old = policy("1", "UTC", "'rolling':'P1Y'");
      try (FoodSafety city = city(own, old)) {
        for (int i = 0; i < 450; i++) {
          record(city, visit("B" + i, "F" + i));
        }
        advance(city, "2024-05-02T08:00:00Z");
      }
      try (FoodSafety city = city(own, policy("2", "UTC", "'rolling':'P10D'"))) {
        own.failAfter(writes);
        failed = fails(city);
        own.recover();
      }
      try (FoodSafety city = city(own, old)) {
        advance(city, "2024-05-03T08:00:00Z");
        for (int i = 0; i < 450; i++) {
          List<String> changes = changes(city, "B" + i);
          assertThat(changes.get(changes.size() - 1)).endsWith(">B");
        }
      }
    }
    assertThat(writes).isGreaterThan(3);
  }

  private FoodSafety city(ProbeStorage own, Path policy) {
    return own.city().clock(clock).policy(policy).recordGradesOf(GradePolicies.ID).build();
  }

  private static Fact visit(String business, String id) {
    return Fact.builder(id, "inspection", SubjectRef.business(business), Moment.parse("2024-03-02"))
        .build();
  }

  private boolean fails(FoodSafety city) {
    try {
      advance(city, "2024-05-03T08:00:00Z");
      return false;
    } catch (StorageException e) {
      return true;
    }
  }

  @Test
  void whatWasMergedIsGradedAsOneAndWhatWasSplitAsTwo() {
    try (FoodSafety city = city(GradePolicies.thirtyDays(folder))) {
      Session office = city.as(INSPECTOR);
      office.subjects().register(Samples.restaurant("S1", 80));
      office.subjects().register(Samples.restaurant("S3", 80));
      record(city, inspection("F1", "2024-05-01", 90));
      record(city, visit("S3", "F3"));
      advance(city, "2024-05-02T08:00:00Z");
      assertThat(changes(city, "S1")).containsExactly("2024-05-02 >B");
      assertThat(changes(city, "S3")).containsExactly("2024-05-02 >A");

      office.subjects().merge("S3", "S1", "one kitchen");
      advance(city, "2024-05-03T08:00:00Z");
      assertThat(days()).as("the absorbed id is looked at no more").hasSize(1);
      assertThat(changes(city, "S3")).containsExactly("2024-05-02 >A", "2024-05-02 A>B");
      assertThat(changes(city, "S1")).as("it leads to S3").isEqualTo(changes(city, "S3"));
      record(city, inspection("F4", "2024-05-03", 90));
      advance(city, "2024-05-04T08:00:00Z");
      assertThat(changes(city, "S3")).endsWith("2024-05-03 B>C");

      office.subjects().split("S1", "two kitchens");
      advance(city, "2024-05-05T08:00:00Z");
      assertThat(days()).hasSize(2);
      assertThat(changes(city, "S1")).containsExactly("2024-05-02 >B", "2024-05-04 B>C");
      assertThat(changes(city, "S3")).endsWith("2024-05-04 C>A");
      assertThat(office.ledger().verify().isSound()).isTrue();
    }
  }

  private List<?> days() {
    return storage.raw().read(view -> view.query(Query.of("grade_days"))).documents();
  }
}

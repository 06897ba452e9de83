package io.foodsafety.risk;

import static org.assertj.core.api.Assertions.assertThat;

import io.foodsafety.fact.AsOf;
import io.foodsafety.fact.FactHistory;
import io.foodsafety.model.fact.AttributeValue;
import io.foodsafety.model.fact.Fact;
import io.foodsafety.model.fact.SubjectRef;
import io.foodsafety.model.fact.Withdrawal;
import io.foodsafety.model.subject.Licence;
import io.foodsafety.model.subject.Subject;
import io.foodsafety.model.time.Moment;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** A business graded fact by fact has the grades that the interpreter finds from scratch. */
class FollowedBusinessTest {

  private static final int CASES = Integer.getInteger("plan.cases", 200);
  private static final String COUNT =
      "'pointsScale':3,'dynamic':[{'item':'a','value':{'add':["
          + "{'count':{'kind':'inspection','window':{'rolling':'P1Y'}}},"
          + "{'multiply':[0.1,{'count':{'kind':'inspection','window':{'inForce':true}}}]},"
          + "{'orElse':[{'latest':{'kind':'inspection','of':{'fact':'score'}}},0]}]},"
          + "'basis':'-'}]";
  private static final LocalDate DAY = LocalDate.parse("2024-02-29");

  /** The records of a business, how often they were read, and what is followed of them. */
  private static final class Records {
    private final RiskPolicy policy;
    private final PlanGrader grader;
    private final List<Fact> facts = new ArrayList<>();
    private final List<Withdrawal> withdrawals = new ArrayList<>();
    private final FollowedBusiness followed;
    private Optional<Subject> subject = Optional.empty();
    private int readings;

    Records(RiskPolicy policy, PlanGrader grader) {
      this.policy = policy;
      this.grader = grader;
      this.followed = grader.follow("S1", () -> subject, this::read);
    }

    private FactHistory read() {
      readings++;
      return history();
    }

    private FactHistory history() {
      return FactHistory.of(facts, withdrawals);
    }

    void add(Fact fact) {
      facts.add(fact);
      followed.add(fact);
    }

    void check(AsOf asOf) {
      RiskAssessment meant = RiskGrader.of(policy).grade("S1", subject, history(), asOf);
      RiskGrade found = followed.grade(asOf);
      assertThat(found).as(meant.toJson()).isEqualTo(RiskGrade.of(meant));
    }
  }

  /** What happens to a business in a step of a random case. */
  private static void change(Records records, RandomFacts source, LocalDate day, Random random) {
    String id = "F%02d".formatted(records.facts.size());
    switch (random.nextInt(24)) {
      case 0 -> {
        if (!records.facts.isEmpty()) {
          String target = records.facts.get(random.nextInt(records.facts.size())).id();
          records.withdrawals.add(
              Withdrawal.of("W" + id, target, Moment.of(day.plusDays(random.nextInt(3))), "-"));
          records.followed.changed();
        }
      }
      case 1 -> {
        records.subject = Optional.of(source.subject());
        records.followed.changed();
      }
      case 2 -> records.add(source.fact(id, Moment.of(day.plusDays(random.nextInt(7) - 4))));
      case 3 -> records.add(source.fact(id, instantOf(records, day, random)));
      case 4 -> {
        if (!records.facts.isEmpty()) { // once more, or for the first time after it was read
          records.followed.add(records.facts.get(random.nextInt(records.facts.size())));
        }
      }
      default -> records.add(source.fact(id, Moment.of(day)));
    }
  }

  private static Moment instantOf(Records records, LocalDate day, Random random) {
    ZoneId zone = records.policy.zone();
    return Moment.of(day.atTime(random.nextInt(24), 0).atZone(zone).toInstant());
  }

  private static AsOf asOf(Records records, LocalDate day, Random random) {
    return random.nextInt(24) == 0 && !records.facts.isEmpty()
        ? AsOf.fact(records.facts.get(random.nextInt(records.facts.size())))
        : AsOf.date(random.nextInt(24) == 0 ? day.minusDays(random.nextInt(4)) : day);
  }

  @Test
  void isGradedAsFromScratch() {
    int[] sums = new int[2];
    Seeded.check(
        CASES,
        random -> {
          RiskPolicy policy = GradingFixture.ofJson(new RandomPolicy(random).next()).policy();
          LocalDate day = RandomFacts.AS_OF;
          PlanGrader grader = RiskPlan.of(policy).grader(AsOf.date(day));
          RandomFacts source =
              new RandomFacts(policy.catalogue(), List.of("event", "other"), random);
          if (random.nextInt(4) != 0) {
            source.modest();
          }
          List<Records> all = List.of(new Records(policy, grader), new Records(policy, grader));
          for (int step = 0; step < 40; step++) {
            Records records = all.get(random.nextInt(all.size()));
            change(records, source, day, random);
            if (random.nextInt(4) != 0) {
              records.check(asOf(records, day, random));
              sums[0]++;
            }
            day = day.plusDays(random.nextInt(4) == 0 ? random.nextInt(3) : 0);
          }
          sums[1] += all.get(0).readings + all.get(1).readings;
        });
    assertThat(sums[1])
        .as("of %d gradings, those that read records", sums[0])
        .isLessThan(sums[0] * 2 / 3);
  }

  private static Records counted() {
    RiskPolicy policy = GradingFixture.of(COUNT).policy();
    return new Records(policy, RiskPlan.of(policy).grader(AsOf.date(DAY)));
  }

  private static Fact.Builder inspection(String id, LocalDate day) {
    return Fact.builder(id, "inspection", SubjectRef.business("S1"), Moment.of(day))
        .attribute("score", AttributeValue.decimal(id.length()));
  }

  @Test
  void readsRecordsOnceForFactsInTheirOrder() {
    Records records = counted();
    for (int i = 0; i < 300; i++) {
      records.add(inspection("F%03d".formatted(i), DAY.plusDays(i / 7)).build());
      records.check(AsOf.date(DAY.plusDays(i / 7)));
    }
    assertThat(records.readings).isEqualTo(1);
  }

  @Test
  void readsThemAgainForLateFacts() {
    Records records = counted();
    records.add(inspection("F2", DAY.minusDays(1)).build());
    records.check(AsOf.date(DAY));
    records.add(inspection("F03", DAY.minusDays(1)).build()); // before F2 by its id
    records.check(AsOf.date(DAY));
    records.add(inspection("F004", DAY.minusDays(400)).build());
    records.check(AsOf.date(DAY));
    assertThat(records.readings).isEqualTo(3);
  }

  @Test
  void doesNotCountAFactThatWasWithdrawnBeforeItCame() {
    Records records = counted();
    records.withdrawals.add(Withdrawal.of("W1", "F2", Moment.of(DAY.minusDays(1)), "twice"));
    records.add(inspection("F1", DAY).build());
    records.check(AsOf.date(DAY));
    records.add(inspection("F2", DAY).build());
    records.check(AsOf.date(DAY));
    records.add(inspection("F3", DAY).build());
    records.check(AsOf.date(DAY));
  }

  @Test
  void readsThemAgainWhenTimeAloneChangesWhatCounts() {
    Records records = counted();
    records.add(inspection("F1", DAY).until(Moment.of(DAY.plusDays(3))).build());
    records.check(AsOf.date(DAY));
    records.check(AsOf.date(DAY.plusDays(3)));
    assertThat(records.readings).isEqualTo(1);
    records.check(AsOf.date(DAY.plusDays(4))); // not in force any more
    assertThat(records.readings).isEqualTo(2);
    records.add(inspection("F2", DAY.plusDays(9)).build()); // of a day to come
    records.check(AsOf.date(DAY.plusDays(5)));
    records.check(AsOf.date(DAY.plusDays(8)));
    records.check(AsOf.date(DAY.plusDays(9)));
    assertThat(records.readings).isGreaterThanOrEqualTo(4);
  }

  @Test
  void readsTheRegistrationOnEveryDay() {
    RiskPolicy policy =
        GradingFixture.of(
                "'dynamic':[{'item':'a','value':{'orElse':[{'daysBetween':["
                    + "{'subject':'$licenceValidTo'},{'asOf':true}]},77]},'basis':'-'}]")
            .policy();
    Records records = new Records(policy, RiskPlan.of(policy).grader(AsOf.date(DAY)));
    records.subject =
        Optional.of(
            Subject.builder("S1", "One")
                .licence(Licence.of("L1").validTo(DAY.plusDays(1)))
                .build());
    for (int i = 0; i < 4; i++) {
      records.check(AsOf.date(DAY.plusDays(i)));
    }
    assertThat(records.readings).isEqualTo(1);
  }

  @Test
  void aFactToldTwiceCountsOnce() {
    Records records = counted();
    records.add(inspection("F1", DAY).build());
    records.check(AsOf.date(DAY));
    Fact second = inspection("F2", DAY).build();
    records.add(second);
    records.followed.add(second);
    records.check(AsOf.date(DAY));
    records.followed.add(second);
    records.check(AsOf.date(DAY));
  }

  @Test
  void aWithdrawalIsSeenAfterItIsTold() {
    Records records = counted();
    records.add(inspection("F1", DAY).build());
    records.check(AsOf.date(DAY));
    records.withdrawals.add(Withdrawal.of("W1", "F1", Moment.of(DAY), "mistaken"));
    records.followed.changed();
    records.check(AsOf.date(DAY));
    records.followed.add(records.facts.get(0)); // told late, and withdrawn already
    records.check(AsOf.date(DAY));
  }

  @Test
  void numbersThatChangeTheColumns() {
    Records records = counted();
    Records other = new Records(records.policy, records.grader);
    other.add(inspection("G", DAY).build());
    other.check(AsOf.date(DAY));
    List<String> numbers = List.of("1", "2.5", "-3", "0.000001", "99999999999999", "1e-9", "1e17");
    for (int i = 0; i < numbers.size(); i++) {
      Fact fact =
          inspection("F" + i, DAY)
              .attribute("score", AttributeValue.decimal(numbers.get(i)))
              .build();
      records.add(fact);
      records.check(AsOf.date(DAY));
      other.check(AsOf.date(DAY)); // nothing new but the form of the columns
    }
  }
}

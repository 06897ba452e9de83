package io.foodsafety.risk;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.foodsafety.fact.AsOf;
import io.foodsafety.fact.FactHistory;
import io.foodsafety.model.fact.Fact;
import io.foodsafety.model.fact.SubjectRef;
import io.foodsafety.model.fact.Withdrawal;
import io.foodsafety.model.subject.Subject;
import io.foodsafety.model.time.Moment;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What holds for every policy and any facts. */
class RandomGradingTest {

  private static final ObjectMapper JSON = new ObjectMapper();

  private record Question(GradingFixture policy, Subject subject, List<Fact> facts, AsOf asOf) {

    static Question next(Random random) {
      GradingFixture policy = GradingFixture.ofJson(new RandomPolicy(random).next());
      RandomFacts source =
          new RandomFacts(policy.policy().catalogue(), List.of("event", "other"), random);
      List<Fact> facts = source.facts(random.nextInt(12));
      AsOf asOf =
          facts.isEmpty() || random.nextBoolean()
              ? AsOf.date(RandomFacts.AS_OF)
              : AsOf.fact(facts.get(random.nextInt(facts.size())));
      return new Question(policy, source.subject(), facts, asOf);
    }

    RiskAssessment answer(FactHistory history) {
      return RiskGrader.of(policy.policy()).grade(subject, history, asOf);
    }

    RiskAssessment answer() {
      return answer(FactHistory.of(facts, List.of()));
    }
  }

  @Test
  void linesSumExactlyToTheScoreAndStatusFitsIt() {
    Seeded.check(
        2000,
        random -> {
          RiskAssessment assessment = Question.next(random).answer();
          checkSum(assessment);
          checkStatus(assessment);
          checkCaps(assessment);
        });
  }

  private static void checkSum(RiskAssessment assessment) {
    BigDecimal sum = BigDecimal.ZERO;
    for (AssessmentLine line : assessment.lines()) {
      assertThat(line.points().isPresent()).isEqualTo(line.state() == AssessmentLine.State.SCORED);
      if (line.points().isPresent()) {
        assertThat(line.points().get().scale()).isEqualTo(assessment.policy().pointsScale());
        sum = sum.add(line.points().get());
      }
    }
    if (assessment.partialScore().isPresent()) {
      assertThat(assessment.partialScore().get()).isEqualByComparingTo(sum);
    }
    if (assessment.score().isPresent()) {
      assertThat(assessment.score()).isEqualTo(assessment.partialScore());
    }
  }

  private static void checkStatus(RiskAssessment assessment) {
    boolean graded = assessment.status() == RiskAssessment.Status.GRADED;
    assertThat(assessment.grade().isPresent()).isEqualTo(graded);
    assertThat(graded || assessment.reason().isPresent()).isTrue();
    if (assessment.status() == RiskAssessment.Status.INCOMPLETE) {
      assertThat(assessment.score()).isEmpty();
    }
    if (assessment.score().isPresent()) {
      assertThat(assessment.lines())
          .filteredOn(line -> line.state() == AssessmentLine.State.MISSING)
          .extracting(AssessmentLine::section)
          .doesNotContain(AssessmentLine.Section.STATIC, AssessmentLine.Section.DYNAMIC);
    }
    if (!graded) {
      assertThat(assessment.nextGrade()).isEmpty();
    }
  }

  /** The last cap is over all lines. A bound between two points is rounded with its line. */
  private static void checkCaps(RiskAssessment assessment) {
    if (assessment.policy().caps().isEmpty() || assessment.partialScore().isEmpty()) {
      return;
    }
    RiskPolicy.Cap all = assessment.policy().caps().get(2);
    BigDecimal unit = BigDecimal.ONE.movePointLeft(assessment.policy().pointsScale());
    assertThat(assessment.partialScore().get())
        .isBetween(all.min().orElseThrow().subtract(unit), all.max().orElseThrow().add(unit));
  }

  @Test
  void theOrderOfFactsIsWithoutEffect() {
    Seeded.check(
        500,
        random -> {
          Question question = Question.next(random);
          List<Withdrawal> withdrawals =
              new ArrayList<>(
                  new RandomFacts(question.policy().policy().catalogue(), List.of("event"), random)
                      .withdrawals(question.facts()));
          List<Fact> facts = new ArrayList<>(question.facts());
          String first = question.answer(FactHistory.of(facts, withdrawals)).toJson();
          Collections.shuffle(facts, random);
          Collections.reverse(withdrawals);
          assertThat(question.answer(FactHistory.of(facts, withdrawals)).toJson()).isEqualTo(first);
        });
  }

  /** Neither facts after the point of assessment nor facts of others are seen. */
  @Test
  void otherFactsAreWithoutEffect() {
    Seeded.check(
        500,
        random -> {
          Question question = Question.next(random);
          List<Fact> more = new ArrayList<>(question.facts());
          String first = question.answer().toJson();
          for (Fact fact : question.facts()) {
            more.add(
                Fact.builder(
                        "L" + fact.id(),
                        fact.kind(),
                        fact.subject(),
                        Moment.of(Instant.parse("2024-08-01T00:00:00Z")))
                    .build());
            more.add(
                Fact.builder("O" + fact.id(), fact.kind(), SubjectRef.business("S3"), fact.at())
                    .build());
          }
          Collections.shuffle(more, random);
          assertThat(question.answer(FactHistory.of(more, List.of())).toJson()).isEqualTo(first);
        });
  }

  @Test
  void writesAnyAssessmentAsOneLineOfJson() {
    Seeded.check(
        200,
        random -> {
          RiskAssessment assessment = Question.next(random).answer();
          assertThat(assessment.toJson()).doesNotContain("\n").doesNotContain("E+");
          JsonNode json = JSON.readTree(assessment.toJson());
          assertThat(json.get("lines")).hasSameSizeAs(assessment.lines());
          assertThat(json.get("score").isNull()).isEqualTo(assessment.score().isEmpty());
        });
  }
}

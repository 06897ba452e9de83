package io.foodsafety.risk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.foodsafety.model.fact.AttributeValue;
import io.foodsafety.model.fact.Fact;
import io.foodsafety.model.fact.SubjectRef;
import io.foodsafety.model.fact.SubjectType;
import io.foodsafety.model.time.Moment;
import io.foodsafety.risk.GradeChange.Held;
import io.foodsafety.risk.RiskAssessment.Status;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class GradeChangeTest {

  private static Fact.Builder fact(String kind, SubjectRef subject, String at) {
    return Fact.builder("F1", kind, subject, Moment.parse(at))
        .attribute("policy", AttributeValue.code("p"))
        .attribute("policyVersion", AttributeValue.string("1"))
        .attribute("scale", AttributeValue.code("risk"))
        .attribute("status", AttributeValue.code("graded"))
        .attribute("grade", AttributeValue.code("B"));
  }

  private static Fact.Builder change() {
    return fact(GradeChange.KIND, SubjectRef.business("S1"), "2024-05-02");
  }

  @Test
  void saysWhatTheFactSays() {
    assertThat(GradeChange.of(change().build()))
        .isEqualTo(
            new GradeChange(
                "F1",
                "S1",
                "p",
                "1",
                "risk",
                LocalDate.parse("2024-05-02"),
                Optional.empty(),
                new Held(Status.GRADED, Optional.of("B")),
                Optional.empty(),
                Optional.empty(),
                Optional.empty()));
    GradeChange later =
        GradeChange.of(
            change()
                .attribute("previousStatus", AttributeValue.code("incomplete"))
                .attribute("direction", AttributeValue.code("other"))
                .attribute("score", AttributeValue.decimal("12.5"))
                .attribute("nextGrade", AttributeValue.code("C"))
                .build());
    assertThat(later.from()).contains(new Held(Status.INCOMPLETE, Optional.empty()));
    assertThat(later.from().map(Held::label)).contains("incomplete");
    assertThat(later.to().label()).isEqualTo("B");
    assertThat(later.direction()).contains(GradeOutcome.Direction.OTHER);
    assertThat(later.score()).contains(new BigDecimal("12.5"));
    assertThat(later.nextGrade()).contains("C");
  }

  @Test
  void anotherFactIsNone() {
    SubjectRef business = SubjectRef.business("S1");
    assertIsNone(fact("grading", business, "2024-05-02"));
    assertIsNone(fact(GradeChange.KIND, SubjectRef.of(SubjectType.LOT, "L1"), "2024-05-02"));
    assertIsNone(fact(GradeChange.KIND, business, "2024-05-02T10:00:00Z"));
    assertIsNone(change().attribute("status", AttributeValue.code("lost")));
    assertIsNone(change().attribute("status", AttributeValue.code("none")));
    assertIsNone(change().attribute("policy", AttributeValue.decimal(1)));
    assertIsNone(change().attribute("previousStatus", AttributeValue.code("none")));
    assertIsNone(change().attribute("direction", AttributeValue.code("worse")));
  }

  private static void assertIsNone(Fact.Builder fact) {
    assertThat(GradeChange.find(fact.build())).isEmpty();
    assertThatThrownBy(() -> GradeChange.of(fact.build()))
        .isInstanceOf(IllegalArgumentException.class);
  }
}

package io.foodsafety.runtime;

import io.foodsafety.model.actor.Actor;
import io.foodsafety.model.fact.AttributeValue;
import io.foodsafety.model.fact.Fact;
import io.foodsafety.model.fact.SubjectRef;
import io.foodsafety.model.fact.Withdrawal;
import io.foodsafety.model.subject.Subject;
import io.foodsafety.model.time.Moment;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Facts, withdrawals and subjects to play with. */
final class Samples {

  static final Actor INSPECTOR = Actor.person("inspector-7");
  static final SubjectRef S1 = SubjectRef.business("S1");
  static final SubjectRef S2 = SubjectRef.business("S2");

  private Samples() {}

  static Fact inspection(String id, String at, int score) {
    return Fact.builder(id, "inspection", S1, Moment.parse(at))
        .attribute("score", AttributeValue.decimal(score))
        .build();
  }

  static Stream<Fact> inspections(int count) {
    return IntStream.range(0, count).mapToObj(i -> inspection("F" + i, "2024-05-02", i % 100));
  }

  /** A sample taken at S1 of something that S2 is said to have made. */
  static Fact sample(String id, String at) {
    return Fact.builder(id, "sample", S1, Moment.parse(at)).ref("producer", S2).build();
  }

  static Withdrawal withdrawal(String id, String target, String at) {
    return Withdrawal.of(id, target, Moment.parse(at), "overturned on appeal");
  }

  static Subject restaurant(String id, int area) {
    return Subject.builder(id, "Restaurant " + id)
        .segment("catering")
        .attribute("areaM2", AttributeValue.decimal(area))
        .build();
  }
}

package io.foodsafety.runtime.internal;

import io.foodsafety.model.fact.Fact;
import io.foodsafety.model.fact.SubjectRef;
import java.util.List;

/** Facts about the ids of one business, as facts about the business. */
final class Family {

  private Family() {}

  /** The fact with the first of the family wherever it names one of them. */
  static Fact lead(Fact fact, List<SubjectRef> family) {
    if (family.size() == 1) {
      return fact;
    }
    Fact.Builder led =
        Fact.builder(fact.id(), fact.kind(), lead(fact.subject(), family), fact.at());
    fact.until().ifPresent(led::until);
    fact.refs().forEach((role, ref) -> led.ref(role, lead(ref, family)));
    fact.attributes().forEach(led::attribute);
    fact.source().ifPresent(led::source);
    fact.recordedAt().ifPresent(led::recordedAt);
    return led.build();
  }

  private static SubjectRef lead(SubjectRef ref, List<SubjectRef> family) {
    return family.contains(ref) ? family.get(0) : ref;
  }
}

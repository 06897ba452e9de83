package io.foodsafety.subject;

import io.foodsafety.model.fact.SubjectRef;

/** Checks ids of businesses. */
final class SubjectIds {

  private SubjectIds() {}

  /** Checks an id as a reference to a business does. */
  static void check(String id) {
    SubjectRef.business(id);
  }
}

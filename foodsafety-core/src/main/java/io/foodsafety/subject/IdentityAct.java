package io.foodsafety.subject;

import java.time.Instant;
import java.util.Objects;

/**
 * An act that says that two ids are of one business, or that they are not after all.
 *
 * @param op what was said
 * @param kept the id of the business that is kept
 * @param absorbed the id that leads to it, or no longer does
 * @param reason why
 * @param actor who said so
 * @param at when it was recorded
 */
public record IdentityAct(
    Op op, String kept, String absorbed, String reason, String actor, Instant at) {

  /** What an act says. */
  public enum Op {
    /** The two are one business. */
    MERGE,
    /** They are not. */
    SPLIT
  }

  /** Checks that the parts are there. */
  public IdentityAct {
    Objects.requireNonNull(op, "op");
    Objects.requireNonNull(at, "at");
    SubjectIds.check(kept);
    SubjectIds.check(absorbed);
  }
}

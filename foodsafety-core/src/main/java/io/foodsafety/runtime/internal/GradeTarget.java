package io.foodsafety.runtime.internal;

import java.time.LocalDate;
import java.util.Optional;

/**
 * To where the grades of a policy are brought.
 *
 * @param policy the id of the policy
 * @param today the day
 * @param rules the hash of its rules
 */
record GradeTarget(String policy, LocalDate today, String rules) {

  /** The id of the document that says how far the grade of a business was followed. */
  String dayId(String business) {
    return StoredGradeDay.id(policy, business);
  }

  /** Whether a business was followed to there with all up to a position of the ledger. */
  boolean isReached(StoredGradeDay followed, long position) {
    return followed.due().isAfter(today)
        && followed.seen() >= position
        && followed.rules().equals(rules);
  }

  /** What is stored of a business that cannot be read: it stays due from the first such day on. */
  StoredGradeDay unread(String business, Optional<StoredGradeDay> before) {
    LocalDate due = before.map(StoredGradeDay::due).filter(today::isAfter).orElse(today);
    LocalDate followed = before.map(StoredGradeDay::followed).orElse(today);
    long seen = before.map(StoredGradeDay::seen).orElse(0L);
    return new StoredGradeDay(policy, business, due, followed, seen, StoredGradeDay.UNREAD);
  }

  /** From where a business is followed that could not be read before. */
  StoredGradeDay begin(String business) {
    return new StoredGradeDay(policy, business, today, today, Long.MAX_VALUE, rules);
  }
}

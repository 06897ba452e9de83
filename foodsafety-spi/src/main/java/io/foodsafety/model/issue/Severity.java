package io.foodsafety.model.issue;

/** How much an issue weighs. */
public enum Severity {
  /** The record, document or setting is refused. */
  ERROR,
  /** Accepted, and worth a look. */
  WARNING
}

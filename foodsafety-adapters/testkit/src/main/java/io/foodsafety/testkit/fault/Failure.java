package io.foodsafety.testkit.fault;

/** When a call fails. */
public enum Failure {

  /** Before the work: nothing is done. */
  BEFORE_WORK,

  /** After the first change of the work: the transaction is cut, and nothing is kept. */
  IN_WORK,

  /** After the commit: everything is kept, but the caller is told that this is unknown. */
  AFTER_COMMIT
}

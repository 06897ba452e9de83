package io.foodsafety.trace;

import io.foodsafety.model.issue.IssueType;

/** What can be wrong with what was recorded of lots; docs/trace.md § 7 says when. */
public enum FindingKind {
  /** A dispatch that pairs with no receipt. */
  SENT_NOT_RECEIVED("sent-not-received", TraceFindings.SENT_NOT_RECEIVED),
  /** A receipt whose sender recorded no dispatch. */
  RECEIVED_NOT_SENT("received-not-sent", TraceFindings.RECEIVED_NOT_SENT),
  /** Something left, and nothing came in. */
  NO_ORIGIN("no-origin", TraceFindings.NO_ORIGIN),
  /** Something left before it can have come. */
  TIME_REVERSED("time-reversed", TraceFindings.TIME_REVERSED),
  /** More left than came in. */
  OVER_SENT("over-sent", TraceFindings.OVER_SENT),
  /** Sender and receiver are the same. */
  SELF_TRANSFER("self-transfer", TraceFindings.SELF_TRANSFER),
  /** A lot that was made of itself. */
  OWN_INPUT("own-input", TraceFindings.OWN_INPUT),
  /** Quantities that cannot be compared. */
  UNIT_MISMATCH("unit-mismatch", TraceFindings.UNIT_MISMATCH),
  /** A half of a movement that fits several others. */
  AMBIGUOUS_COUNTERPART("ambiguous-counterpart", TraceFindings.AMBIGUOUS_COUNTERPART),
  /** One code that came into being at several parties. */
  CODE_IN_TWO_PLACES("code-in-two-places", TraceFindings.CODE_IN_TWO_PLACES);

  private final String code;
  @SuppressWarnings("ImmutableEnumChecker") // An issue type is immutable.
  private final IssueType type;

  FindingKind(String code, IssueType type) {
    this.code = code;
    this.type = type;
  }

  /** {@return the word in JSON} */
  public String code() {
    return code;
  }

  /** {@return its code, severity and texts} */
  public IssueType type() {
    return type;
  }
}

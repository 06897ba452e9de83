package io.foodsafety.trace;

import io.foodsafety.model.trace.Holding;

/**
 * Where a trace ends, and why.
 *
 * @param holding where
 * @param reason why
 */
public record TraceEnd(Holding holding, Reason reason) {

  /** Why a trace ends. */
  public enum Reason {
    /** Nothing went on from there; what is not recorded as gone is there still. */
    ON_HAND("on-hand"),
    /** What was there has left the chain. */
    REMOVED("removed"),
    /** Nothing is recorded to have come in, nor to have been created. */
    NO_ORIGIN("no-origin"),
    /** It went to, or came from, a party that nobody named. */
    UNKNOWN_COUNTERPART("unknown-counterpart"),
    /** A limit of the query. */
    LIMIT("limit");

    private final String code;

    Reason(String code) {
      this.code = code;
    }

    /** {@return the word in JSON} */
    public String code() {
      return code;
    }
  }
}

package io.foodsafety.model.trace;

import io.foodsafety.model.internal.Checks;

/**
 * A lot at a party (持有): what a trace goes through, from one to the next.
 *
 * @param lot the code of the lot
 * @param party the id of the party
 */
public record Holding(String lot, String party) {
  /** Checks the parts. */
  public Holding {
    Checks.id("lot", lot);
    Checks.id("party", party);
  }
}

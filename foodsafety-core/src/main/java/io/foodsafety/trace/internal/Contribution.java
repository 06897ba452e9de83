package io.foodsafety.trace.internal;

import io.foodsafety.model.trace.Holding;

/** What one event says about one lot, its containers opened. */
sealed interface Contribution {

  /**
   * An entry of a holding that depends on no other event.
   *
   * @param holding the holding
   * @param entry the entry
   */
  record Direct(Holding holding, Entry entry) implements Contribution {}

  /**
   * A dispatch whose receipt is another event.
   *
   * @param half the half
   */
  record Dispatch(Half half) implements Contribution {}

  /**
   * A receipt whose dispatch is another event.
   *
   * @param half the half
   */
  record Receipt(Half half) implements Contribution {}
}

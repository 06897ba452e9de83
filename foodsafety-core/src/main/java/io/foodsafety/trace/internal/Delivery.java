package io.foodsafety.trace.internal;

import io.foodsafety.model.trace.Holding;
import org.jspecify.annotations.Nullable;

/**
 * A movement as an investigator of an outbreak sees it. Two that look alike are two.
 *
 * <p>Not a record, for each is itself only.
 */
final class Delivery {

  private final String lot;
  private final @Nullable String from;
  private final @Nullable String to;
  private final int lastDispatchDay;
  private final int firstReceiptDay;

  /**
   * A movement.
   *
   * @param lot the lot
   * @param from the sender, if anybody knows
   * @param to the receiver, if anybody knows
   * @param lastDispatchDay the last day on which it can have left
   * @param firstReceiptDay the first day on which it can have arrived
   */
  Delivery(
      String lot,
      @Nullable String from,
      @Nullable String to,
      int lastDispatchDay,
      int firstReceiptDay) {
    this.lot = lot;
    this.from = from;
    this.to = to;
    this.lastDispatchDay = lastDispatchDay;
    this.firstReceiptDay = firstReceiptDay;
  }

  String lot() {
    return lot;
  }

  @Nullable String from() {
    return from;
  }

  @Nullable String to() {
    return to;
  }

  int lastDispatchDay() {
    return lastDispatchDay;
  }

  int firstReceiptDay() {
    return firstReceiptDay;
  }

  /** The holding that it left, if anybody knows. */
  @Nullable Holding source() {
    return from == null ? null : new Holding(lot, from);
  }
}

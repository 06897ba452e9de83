package io.foodsafety.spi.messaging;

/**
 * What a kind of messaging can do beyond the contract. The contract kit verifies a capability that
 * is declared, and verifies the absence of one that is not.
 */
public enum MessagingCapability {
  /**
   * What was published and not handled is there after the messaging was closed and opened again.
   */
  DURABLE,
  /** Several openings, also of several processes, exchange messages and share groups. */
  SHARED,
  /** A new group begins with the messages that are still kept, not with those of its future. */
  REPLAYING
}

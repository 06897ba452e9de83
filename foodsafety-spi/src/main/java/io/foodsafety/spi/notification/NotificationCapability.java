package io.foodsafety.spi.notification;

/**
 * What a kind of channel does beyond the contract. The contract kit verifies a capability that is
 * declared, and verifies the absence of one that is not.
 */
public enum NotificationCapability {
  /** It needs an address for each recipient, and refuses a notice without one. */
  ADDRESSED,
  /** A notice that is handed over twice reaches the recipient once. */
  DEDUPLICATING
}

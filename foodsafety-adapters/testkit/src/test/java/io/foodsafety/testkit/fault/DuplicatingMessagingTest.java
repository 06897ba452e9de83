package io.foodsafety.testkit.fault;

import io.foodsafety.testkit.messaging.MessagingContract;
import io.foodsafety.testkit.messaging.MessagingUnderTest;
import io.foodsafety.testkit.messaging.PlainMessaging;

/** Handing over messages again is within the contract. */
class DuplicatingMessagingTest extends MessagingContract {

  @Override
  protected MessagingUnderTest newMessaging() {
    return PlainMessaging.tested(messaging -> DuplicatingMessaging.of(messaging, 7, 30));
  }
}

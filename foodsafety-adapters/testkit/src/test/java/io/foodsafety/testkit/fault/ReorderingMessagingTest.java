package io.foodsafety.testkit.fault;

import io.foodsafety.testkit.messaging.MessagingContract;
import io.foodsafety.testkit.messaging.MessagingUnderTest;
import io.foodsafety.testkit.messaging.PlainMessaging;

/** Mixing the keys is within the contract. */
class ReorderingMessagingTest extends MessagingContract {

  @Override
  protected MessagingUnderTest newMessaging() {
    return PlainMessaging.tested(messaging -> ReorderingMessaging.of(messaging, 7));
  }
}

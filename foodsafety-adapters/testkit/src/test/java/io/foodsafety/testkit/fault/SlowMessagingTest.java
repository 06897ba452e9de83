package io.foodsafety.testkit.fault;

import io.foodsafety.testkit.messaging.MessagingContract;
import io.foodsafety.testkit.messaging.MessagingUnderTest;
import io.foodsafety.testkit.messaging.PlainMessaging;
import java.time.Duration;

/** Being slow is within the contract. */
class SlowMessagingTest extends MessagingContract {

  @Override
  protected MessagingUnderTest newMessaging() {
    return PlainMessaging.tested(messaging -> SlowMessaging.of(messaging, Duration.ofMillis(1)));
  }
}

package io.foodsafety.testkit.messaging;

import java.util.Map;
import java.util.Set;

class ReferenceMessagingTest extends MessagingContract {

  @Override
  protected MessagingUnderTest newMessaging() {
    return MessagingUnderTest.of(
        new ReferenceMessagingProvider(Set.of(), ReferenceMessaging::new), Map.of());
  }
}

package io.foodsafety.messaging.kafka.internal;

import io.foodsafety.testkit.messaging.MessagingContract;
import io.foodsafety.testkit.messaging.MessagingUnderTest;

class KafkaMessagingIT extends MessagingContract {

  @Override
  protected MessagingUnderTest newMessaging() {
    return MessagingUnderTest.of(new KafkaMessagingProvider(), KafkaBroker.shared().settings());
  }
}

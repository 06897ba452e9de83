package io.foodsafety.testkit.messaging;

import io.foodsafety.spi.config.Config;
import io.foodsafety.spi.config.ConfigKey;
import io.foodsafety.spi.messaging.Messaging;
import io.foodsafety.spi.messaging.MessagingCapability;
import io.foodsafety.spi.messaging.MessagingProvider;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

/** Offers whatever it is told to, with the capabilities it is told to declare. */
record ReferenceMessagingProvider(Set<MessagingCapability> declared, Supplier<Messaging> opening)
    implements MessagingProvider {

  @Override
  public String name() {
    return "reference";
  }

  @Override
  public List<ConfigKey<?>> configKeys() {
    return List.of();
  }

  @Override
  public Set<MessagingCapability> capabilities(Config config) {
    return declared;
  }

  @Override
  public Messaging open(Config config) {
    return opening.get();
  }
}

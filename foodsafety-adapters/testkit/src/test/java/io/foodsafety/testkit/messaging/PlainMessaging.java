package io.foodsafety.testkit.messaging;

import io.foodsafety.spi.messaging.Messaging;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;

/** The reference messaging for tests of what wraps one. */
public final class PlainMessaging {

  private PlainMessaging() {}

  /** Opens one. */
  public static Messaging open() {
    return new ReferenceMessaging();
  }

  /** One that is wrapped, to be tested. */
  public static MessagingUnderTest tested(UnaryOperator<Messaging> wrap) {
    return MessagingUnderTest.of(
        new ReferenceMessagingProvider(Set.of(), () -> wrap.apply(open())), Map.of());
  }
}

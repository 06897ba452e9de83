package io.foodsafety.notification.internal;

import io.foodsafety.testkit.notification.ChannelUnderTest;
import io.foodsafety.testkit.notification.NotificationChannelContract;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

class WebhookChannelTest extends NotificationChannelContract {

  static final String SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";

  private static Gateway gateway;

  @BeforeAll
  static void startGateway() {
    gateway = Gateway.start();
  }

  @AfterAll
  static void stopGateway() {
    gateway.close();
  }

  @Override
  protected ChannelUnderTest newChannel() {
    return ChannelUnderTest.of(
        new WebhookChannelProvider(),
        Map.of("url", gateway.url(), "secret", SECRET, "timeout", "PT1S", "allowHttp", "true"),
        gateway,
        "url",
        "secret");
  }
}

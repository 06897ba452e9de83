package io.foodsafety.notification.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.foodsafety.model.fact.SubjectRef;
import io.foodsafety.record.CanonicalJson;
import io.foodsafety.spi.config.Config;
import io.foodsafety.spi.notification.Notice;
import io.foodsafety.spi.notification.NoticeRefusedException;
import io.foodsafety.spi.notification.NotificationChannel;
import io.foodsafety.spi.notification.NotificationException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What goes over the wire, and what the answers mean. */
class WebhookTest {

  private final Gateway gateway = Gateway.start();

  @AfterEach
  void stop() {
    gateway.close();
  }

  private static NotificationChannel open(Map<String, String> settings) {
    WebhookChannelProvider provider = new WebhookChannelProvider();
    return provider.open(Config.parse(provider.configKeys(), settings));
  }

  private Map<String, String> settings() {
    Map<String, String> settings = new HashMap<>();
    settings.put("url", gateway.url());
    settings.put("secret", WebhookChannelTest.SECRET);
    settings.put("allowHttp", "true");
    return settings;
  }

  private static Notice notice() {
    return Notice.builder("n-1", "alert-17", "P7", Instant.parse("2024-06-01T08:00:00.123Z"))
        .occasion(Notice.Occasion.REMINDER)
        .address(Optional.of("+86-1"))
        .words(Locale.CHINESE, "提醒：抽检不合格", "请核查。")
        .about(Optional.of(SubjectRef.business("S1")))
        .build();
  }

  /** The example that the authors of Standard Webhooks give. */
  @Test
  void signaturesAreThoseOfStandardWebhooks() {
    assertThat(
            WebhookSignature.of(WebhookChannelTest.SECRET)
                .sign(
                    "msg_p5jXN8AQM9LWM0D4loKWxJek",
                    1_614_265_330,
                    "{\"test\": 2432232314}".getBytes(StandardCharsets.UTF_8)))
        .isEqualTo("v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");
  }

  @Test
  void aPostIsSignedAndHoldsAllParts() {
    try (NotificationChannel channel = open(settings())) {
      channel.deliver(notice());
    }
    Gateway.Post post = gateway.posts().get(0);
    assertThat(post.headers())
        .containsEntry("Content-Type", "application/json")
        .containsEntry("webhook-id", "n-1")
        .containsEntry("webhook-timestamp", "1717228800")
        .containsEntry(
            "webhook-signature",
            WebhookSignature.of(WebhookChannelTest.SECRET)
                .sign("n-1", 1_717_228_800, post.body().getBytes(StandardCharsets.UTF_8)));
    assertThat(CanonicalJson.read(post.body().getBytes(StandardCharsets.UTF_8)))
        .containsEntry("occasion", "reminder")
        .containsEntry("address", "+86-1")
        .containsEntry("language", "zh")
        .containsEntry("about", "business:S1")
        .containsEntry("time", "2024-06-01T08:00:00.123Z");
  }

  @ParameterizedTest
  @ValueSource(ints = {400, 409, 410, 413, 422})
  void theseSayThatTheNoticeIsWrong(int status) {
    gateway.answerWith(status);
    try (NotificationChannel channel = open(settings())) {
      assertThatThrownBy(() -> channel.deliver(notice()))
          .isInstanceOf(NoticeRefusedException.class)
          .hasMessageContaining("status " + status);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {307, 401, 403, 404, 408, 429, 500, 503})
  void theseSayThatTheGatewayOrItsSettingsAreWrong(int status) {
    gateway.answerWith(status);
    try (NotificationChannel channel = open(settings())) {
      assertThatThrownBy(() -> channel.deliver(notice()))
          .isInstanceOf(NotificationException.class)
          .hasMessageContaining("status " + status);
    }
    assertThat(gateway.posts()).as("a redirect is not followed").isEmpty();
  }

  @Test
  void aGatewayThatIsNotThereIsAFailure() {
    String url = gateway.url();
    gateway.close();
    Map<String, String> settings = settings();
    settings.put("url", url);
    try (NotificationChannel channel = open(settings)) {
      assertThatThrownBy(() -> channel.deliver(notice()))
          .isInstanceOf(NotificationException.class)
          .hasMessage("The gateway cannot be reached.");
    }
  }

  @Test
  void httpMustBeAllowed() {
    Map<String, String> settings = settings();
    settings.remove("allowHttp");
    assertThatThrownBy(() -> open(settings))
        .isInstanceOf(NotificationException.class)
        .hasMessageContaining("allowHttp");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"ftp://gateway.example/x", "https://u:p@gateway.example/", "/notices", "a b"})
  void addressesThatDoNotDoAreNotRepeated(String url) {
    assertThatThrownBy(() -> WebhookChannelProvider.URL.parse(url))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageNotContaining(url);
  }

  @ParameterizedTest
  @ValueSource(strings = {"c2hvcnQ=", "not base64!", "whsec_"})
  void secretsThatDoNotDoAreNotRepeated(String secret) {
    assertThatThrownBy(() -> WebhookSignature.of(secret))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageNotContaining(secret);
  }

  @Test
  void noThreadIsLeftBehind() throws InterruptedException {
    try (NotificationChannel channel = open(settings())) {
      channel.deliver(notice());
    }
    long start = System.nanoTime();
    while (threads() > 0 && System.nanoTime() - start < Duration.ofSeconds(10).toNanos()) {
      Thread.sleep(10);
    }
    assertThat(threads()).isZero();
  }

  private static long threads() {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(thread -> thread.getName().equals("foodsafety-webhook"))
        .count();
  }
}

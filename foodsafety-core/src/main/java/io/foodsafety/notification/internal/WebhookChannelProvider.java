package io.foodsafety.notification.internal;

import io.foodsafety.spi.config.Config;
import io.foodsafety.spi.config.ConfigKey;
import io.foodsafety.spi.notification.NotificationCapability;
import io.foodsafety.spi.notification.NotificationChannel;
import io.foodsafety.spi.notification.NotificationChannelProvider;
import io.foodsafety.spi.notification.NotificationException;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/** Offers the channel {@code webhook}: a gateway of the city, which reaches the people. */
public final class WebhookChannelProvider implements NotificationChannelProvider {

  /** The name by which it is chosen. */
  public static final String NAME = "webhook";

  private static final Duration LONGEST = Duration.ofMinutes(5);

  static final ConfigKey<URI> URL =
      ConfigKey.of("url", "an https address", WebhookChannelProvider::url)
          .asSensitive()
          .since("0.2")
          .doc("Where notices are posted.", "消息提交的地址。");
  static final ConfigKey<WebhookSignature> SECRET =
      ConfigKey.of("secret", "24 to 64 bytes in Base64", WebhookSignature::of)
          .asSensitive()
          .since("0.2")
          .doc("The key of the signatures, which the gateway has, too.", "签名密钥，网关亦须持有。");
  static final ConfigKey<Duration> TIMEOUT =
      ConfigKey.duration("timeout")
          .withDefault(Duration.ofSeconds(10))
          .since("0.2")
          .doc("How long an answer may take, five minutes at most.", "等待应答的时间，最长五分钟。");
  static final ConfigKey<Boolean> ALLOW_HTTP =
      ConfigKey.bool("allowHttp")
          .withDefault(false)
          .since("0.2")
          .doc(
              "Whether the address may be http, which anybody on the way can read.",
              "是否允许 http 地址（传输内容可被途中任何人读取）。");

  /** The provider. */
  public WebhookChannelProvider() {}

  private static URI url(String text) {
    URI url;
    try {
      url = new URI(text);
    } catch (URISyntaxException e) {
      throw new IllegalArgumentException("The address is no URL.", e);
    }
    boolean isWeb = "https".equals(url.getScheme()) || "http".equals(url.getScheme());
    if (!isWeb || url.getHost() == null || url.getUserInfo() != null) {
      throw new IllegalArgumentException(
          "The address must be https with a host and without a user.");
    }
    return url;
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public List<ConfigKey<?>> configKeys() {
    return List.of(URL, SECRET, TIMEOUT, ALLOW_HTTP);
  }

  @Override
  public Set<NotificationCapability> capabilities(Config config) {
    return Set.of();
  }

  @Override
  public NotificationChannel open(Config config) {
    URI url = config.get(URL);
    if (!"https".equals(url.getScheme()) && !config.get(ALLOW_HTTP)) {
      throw new NotificationException("The url must be https, unless allowHttp is true.");
    }
    Duration timeout = config.get(TIMEOUT);
    if (timeout.compareTo(LONGEST) > 0 || timeout.toMillis() == 0) {
      throw new NotificationException("The timeout must be within a millisecond and five minutes.");
    }
    return new WebhookChannel(url, config.get(SECRET), timeout);
  }
}

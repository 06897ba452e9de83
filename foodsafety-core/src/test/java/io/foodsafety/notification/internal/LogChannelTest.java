package io.foodsafety.notification.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.foodsafety.record.CanonicalJson;
import io.foodsafety.testkit.notification.Arrival;
import io.foodsafety.testkit.notification.ChannelUnderTest;
import io.foodsafety.testkit.notification.NotificationChannelContract;
import io.foodsafety.testkit.notification.Outside;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;

class LogChannelTest extends NotificationChannelContract {

  private final List<String> lines = new CopyOnWriteArrayList<>();

  /** A log accepts everything. */
  private final class Log implements Outside {
    @Override
    public List<Arrival> arrivals() {
      return lines.stream().map(LogChannelTest::arrival).toList();
    }

    @Override
    public boolean canFail() {
      return false;
    }

    @Override
    public void behave(Behaviour behaviour) {
      throw new UnsupportedOperationException();
    }
  }

  static Arrival arrival(String json) {
    Map<String, ?> fields = CanonicalJson.read(json.getBytes(StandardCharsets.UTF_8));
    return new Arrival(
        String.valueOf(fields.get("id")),
        String.valueOf(fields.get("notification")),
        String.valueOf(fields.get("recipient")),
        String.valueOf(fields.get("title")),
        String.valueOf(fields.get("text")));
  }

  @Override
  protected ChannelUnderTest newChannel() {
    return ChannelUnderTest.of(new LogChannelProvider(lines::add), Map.of(), new Log());
  }

  @AfterEach
  void noAddressIsLogged() {
    assertThat(lines).noneMatch(line -> line.contains("address") || line.contains("+86"));
    assertThat(lines).noneMatch(line -> line.contains("\n"));
  }
}

package io.foodsafety.notification.internal;

import io.foodsafety.record.CanonicalJson;
import io.foodsafety.spi.notification.Notice;
import io.foodsafety.spi.notification.NotificationChannel;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;

/** Writes notices as lines of JSON; never addresses. */
final class LogChannel implements NotificationChannel {

  private final Consumer<String> log;
  private final ClosingGate gate = new ClosingGate();

  LogChannel(Consumer<String> log) {
    this.log = log;
  }

  @Override
  public void deliver(Notice notice) {
    gate.pass(
        () ->
            log.accept(
                new String(
                    CanonicalJson.write(NoticeJson.fields(notice)), StandardCharsets.UTF_8)));
  }

  @Override
  public void close() {
    gate.close();
  }
}

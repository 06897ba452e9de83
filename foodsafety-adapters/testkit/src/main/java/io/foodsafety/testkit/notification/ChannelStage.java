package io.foodsafety.testkit.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.foodsafety.spi.notification.Notice;
import io.foodsafety.spi.notification.NotificationCapability;
import io.foodsafety.spi.notification.NotificationChannel;
import io.foodsafety.testkit.internal.Tasks;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What a rule needs: openings that are closed at its end, notices of its own, waiting. */
final class ChannelStage {

  static final String ADDRESS = "+86-0000-1357-2468";
  static final String TITLE = "Sample failed, lot 4711";
  static final String TEXT = "Please look into holding 4711-A.";

  private static final Instant TIME = Instant.parse("2024-05-06T07:08:09Z");

  private final ChannelUnderTest tested;
  private final Deque<NotificationChannel> opened = new ArrayDeque<>();

  ChannelStage(ChannelUnderTest tested) {
    this.tested = tested;
    behave(Outside.Behaviour.ACCEPTING);
  }

  NotificationChannel open() {
    NotificationChannel channel = tested.open();
    opened.addLast(channel);
    return channel;
  }

  void closeAll() {
    behave(Outside.Behaviour.ACCEPTING);
    while (!opened.isEmpty()) {
      opened.removeLast().close();
    }
  }

  ChannelUnderTest tested() {
    return tested;
  }

  boolean can(NotificationCapability capability) {
    return tested.can(capability);
  }

  boolean canFail() {
    return tested.outside().canFail();
  }

  void behave(Outside.Behaviour behaviour) {
    if (canFail()) {
      tested.outside().behave(behaviour);
    }
  }

  /** A notice that no other rule has sent. */
  static Notice notice() {
    return notice(TITLE, TEXT);
  }

  static Notice notice(String title, String text) {
    return builder().words(Locale.CHINESE, title, text).build();
  }

  /** A notice without words, which has an address. */
  static Notice.Builder builder() {
    String unique = UUID.randomUUID().toString();
    return Notice.builder("n-" + unique, "alert/" + unique, "person-7", TIME)
        .address(Optional.of(ADDRESS));
  }

  static List<Notice> notices(int count) {
    List<Notice> notices = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      notices.add(notice("Notice number " + i, "Text of number " + i));
    }
    return notices;
  }

  /** What has arrived of some notices, in order, repetitions included. */
  List<Arrival> arrivals(Collection<Notice> notices) {
    Set<String> ids = notices.stream().map(Notice::id).collect(Collectors.toSet());
    return tested.outside().arrivals().stream().filter(each -> ids.contains(each.id())).toList();
  }

  /** Waits until each of the notices has arrived. */
  void awaitAll(Collection<Notice> notices) {
    long start = System.nanoTime();
    while (missing(notices) > 0 && System.nanoTime() - start < tested.patience().toNanos()) {
      Tasks.sleep(3);
    }
    assertThat(missing(notices))
        .as("Every notice that was delivered must arrive; so many are missing.")
        .isZero();
  }

  private long missing(Collection<Notice> notices) {
    Set<String> arrived = arrivals(notices).stream().map(Arrival::id).collect(Collectors.toSet());
    return notices.stream().filter(each -> !arrived.contains(each.id())).count();
  }

  /** What a delivery has thrown while the other side behaves in a way; nothing if it accepted. */
  @Nullable Throwable failure(NotificationChannel channel, Outside.Behaviour behaviour) {
    behave(behaviour);
    try {
      return catchThrowable(() -> channel.deliver(notice()));
    } finally {
      behave(Outside.Behaviour.ACCEPTING);
    }
  }
}

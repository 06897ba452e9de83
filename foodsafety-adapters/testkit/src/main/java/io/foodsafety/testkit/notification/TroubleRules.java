package io.foodsafety.testkit.notification;

import static io.foodsafety.testkit.notification.Outside.Behaviour.FAILING;
import static io.foodsafety.testkit.notification.Outside.Behaviour.HANGING;
import static io.foodsafety.testkit.notification.Outside.Behaviour.REFUSING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.foodsafety.spi.config.ConfigKey;
import io.foodsafety.spi.notification.Notice;
import io.foodsafety.spi.notification.NoticeRefusedException;
import io.foodsafety.spi.notification.NotificationChannel;
import io.foodsafety.spi.notification.NotificationException;
import io.foodsafety.testkit.internal.Tasks;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** Rules about what goes wrong, and about the end. */
final class TroubleRules {

  private static final long MOMENT_MILLIS = 150;

  private TroubleRules() {}

  static void tellsRefusals(ChannelStage stage) {
    tells(stage, REFUSING, NoticeRefusedException.class, "A notice that can never be accepted");
  }

  static void tellsFailures(ChannelStage stage) {
    tells(stage, FAILING, NotificationException.class, "A notice that was not accepted");
  }

  private static void tells(
      ChannelStage stage,
      Outside.Behaviour behaviour,
      Class<? extends RuntimeException> type,
      String what) {
    NotificationChannel channel = stage.open();
    Throwable thrown = stage.failure(channel, behaviour);
    if (stage.canFail()) {
      assertThat(thrown).as("%s must be a %s.", what, type.getSimpleName()).isInstanceOf(type);
    }
    Notice next = ChannelStage.notice();
    assertThat(catchThrowable(() -> channel.deliver(next)))
        .as("When the trouble is over, notices must be accepted again.")
        .isNull();
    stage.awaitAll(List.of(next));
  }

  static void endsInTime(ChannelStage stage) {
    NotificationChannel channel = stage.open();
    stage.behave(HANGING);
    Notice notice = ChannelStage.notice();
    Future<@Nullable Throwable> delivery =
        Tasks.start(() -> catchThrowable(() -> channel.deliver(notice)));
    assertThat(Tasks.endsWithin(delivery, stage.tested().patience().toMillis()))
        .as("A delivery that nobody answers must end within the time of the settings.")
        .isTrue();
    if (stage.canFail()) {
      assertThat(Tasks.result(delivery))
          .as("A delivery that nobody answers must be a NotificationException.")
          .isInstanceOf(NotificationException.class);
    }
  }

  static void keepsSecrets(ChannelStage stage) {
    NotificationChannel channel = stage.open();
    List<String> secrets = new ArrayList<>(stage.tested().secretValues());
    secrets.add(ChannelStage.ADDRESS);
    secrets.add(ChannelStage.TITLE);
    secrets.add(ChannelStage.TEXT);
    for (Outside.Behaviour behaviour : List.of(REFUSING, FAILING, HANGING)) {
      for (Throwable each = stage.failure(channel, behaviour); each != null; ) {
        assertThat(each.toString())
            .as("No exception may hold an address, a text or a secret.")
            .doesNotContain(secrets);
        each = each.getCause();
      }
    }
    assertThat(stage.tested().secretKeys())
        .as("Every secret must be a setting of the provider.")
        .hasSameSizeAs(stage.tested().secretNames())
        .as("A setting that nobody may see must be declared sensitive.")
        .allMatch(ConfigKey::isSensitive);
  }

  static void heedsInterrupts(ChannelStage stage) {
    NotificationChannel channel = stage.open();
    stage.behave(HANGING);
    AtomicReference<@Nullable Throwable> thrown = new AtomicReference<>();
    AtomicReference<Boolean> interrupted = new AtomicReference<>(false);
    Notice notice = ChannelStage.notice();
    Thread thread =
        new Thread(
            () -> {
              Thread.currentThread().interrupt();
              thrown.set(catchThrowable(() -> channel.deliver(notice)));
              interrupted.set(Thread.currentThread().isInterrupted());
            },
            "contract");
    thread.setDaemon(true);
    thread.start();
    join(thread, stage.tested().patience().toMillis());
    assertThat(thread.isAlive()).as("A delivery that is interrupted must end.").isFalse();
    assertThat(interrupted.get())
        .as("A thread that was interrupted during a delivery must stay interrupted.")
        .isTrue();
    if (stage.canFail()) {
      assertThat(thrown.get())
          .as("A delivery that is interrupted must be a NotificationException.")
          .isInstanceOf(NotificationException.class);
    }
  }

  private static void join(Thread thread, long millis) {
    try {
      thread.join(millis);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError("The test was interrupted.", e);
    }
  }

  static void closes(ChannelStage stage) {
    NotificationChannel channel = stage.open();
    stage.behave(HANGING);
    Notice notice = ChannelStage.notice();
    Future<@Nullable Throwable> delivery =
        Tasks.start(() -> catchThrowable(() -> channel.deliver(notice)));
    Tasks.sleep(MOMENT_MILLIS);
    long start = System.nanoTime();
    channel.close();
    long waited = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
    // A delivery that goes on after closing hangs for the rest of the time that the settings give.
    assertThat(waited > MOMENT_MILLIS || Tasks.endsWithin(delivery, MOMENT_MILLIS))
        .as("Closing must wait for the running delivery.")
        .isTrue();
    stage.behave(Outside.Behaviour.ACCEPTING);
    assertThat(catchThrowable(() -> channel.deliver(ChannelStage.notice())))
        .as("A channel that was closed must refuse calls.")
        .isInstanceOf(IllegalStateException.class);
    assertThat(catchThrowable(channel::close)).as("Closing twice must be harmless.").isNull();
  }
}

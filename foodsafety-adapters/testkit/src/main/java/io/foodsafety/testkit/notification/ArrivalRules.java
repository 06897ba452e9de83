package io.foodsafety.testkit.notification;

import static io.foodsafety.spi.notification.NotificationCapability.ADDRESSED;
import static io.foodsafety.spi.notification.NotificationCapability.DEDUPLICATING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.foodsafety.spi.notification.Notice;
import io.foodsafety.spi.notification.NoticeRefusedException;
import io.foodsafety.spi.notification.NotificationChannel;
import io.foodsafety.testkit.internal.Tasks;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Rules about what arrives. */
final class ArrivalRules {

  private static final int THREADS = 6;
  private static final int EACH = 20;

  private ArrivalRules() {}

  static void keepsEveryPart(ChannelStage stage) {
    NotificationChannel channel = stage.open();
    Notice notice = ChannelStage.notice();
    channel.deliver(notice);
    assertArrived(stage, List.of(notice));
  }

  static void keepsWordsExactly(ChannelStage stage) {
    NotificationChannel channel = stage.open();
    List<Notice> notices =
        List.of(
            ChannelStage.notice("抽检不合格：面条 🍜", "批次“4711”\n请于两日内核查；\n\n  再报告。"),
            ChannelStage.notice("\"quoted\" \\ <b>&amp;</b> %s {0}", "a;b,c=d\u00a0e' -- \u2028"),
            ChannelStage.notice("标".repeat(Notice.MAX_TITLE), "文".repeat(Notice.MAX_TEXT)));
    notices.forEach(channel::deliver);
    assertArrived(stage, notices);
  }

  private static void assertArrived(ChannelStage stage, List<Notice> notices) {
    stage.awaitAll(notices);
    for (Notice each : notices) {
      assertThat(stage.arrivals(List.of(each)))
          .as("A notice must arrive with all of its parts unchanged.")
          .containsOnly(Arrival.of(each));
    }
  }

  static void deliversAllAndNothingElse(ChannelStage stage) {
    NotificationChannel channel = stage.open();
    int before = stage.tested().outside().arrivals().size();
    List<Notice> notices = ChannelStage.notices(60);
    notices.forEach(channel::deliver);
    assertArrived(stage, notices);
    assertThat(stage.tested().outside().arrivals())
        .as("Nothing must arrive but what was delivered, and each notice once.")
        .hasSize(before + notices.size());
  }

  static void keepsNothingBack(ChannelStage stage) {
    NotificationChannel channel = stage.open();
    Notice notice = ChannelStage.notice();
    channel.deliver(notice);
    channel.close();
    stage.awaitAll(List.of(notice));
  }

  static void namesDuplicatesAlike(ChannelStage stage) {
    NotificationChannel channel = stage.open();
    Notice notice = ChannelStage.notice();
    Notice next = ChannelStage.notice();
    channel.deliver(notice);
    channel.deliver(notice);
    channel.deliver(next);
    stage.awaitAll(List.of(notice, next));
    assertThat(stage.arrivals(List.of(notice)))
        .as(
            stage.can(DEDUPLICATING)
                ? "A DEDUPLICATING channel must pass on a notice once."
                : "A notice that is delivered twice must arrive twice with the same id, or the channel is DEDUPLICATING.")
        .hasSize(stage.can(DEDUPLICATING) ? 1 : 2);
  }

  static void asksForAddresses(ChannelStage stage) {
    NotificationChannel channel = stage.open();
    Notice notice =
        ChannelStage.builder()
            .address(Optional.empty())
            .words(Locale.ENGLISH, ChannelStage.TITLE, ChannelStage.TEXT)
            .build();
    Throwable thrown = catchThrowable(() -> channel.deliver(notice));
    if (stage.can(ADDRESSED)) {
      assertThat(thrown)
          .as("An ADDRESSED channel must refuse a notice without an address.")
          .isInstanceOf(NoticeRefusedException.class);
    } else {
      assertThat(thrown)
          .as("A channel that is not ADDRESSED must deliver a notice without an address.")
          .isNull();
      assertArrived(stage, List.of(notice));
    }
  }

  static void threadsDoNotDisturbEachOther(ChannelStage stage) {
    NotificationChannel channel = stage.open();
    List<Notice> all = new ArrayList<>();
    List<Runnable> tasks = new ArrayList<>();
    for (int thread = 0; thread < THREADS; thread++) {
      List<Notice> own = ChannelStage.notices(EACH);
      all.addAll(own);
      tasks.add(() -> own.forEach(channel::deliver));
    }
    Tasks.runAll(tasks);
    assertArrived(stage, all);
  }
}

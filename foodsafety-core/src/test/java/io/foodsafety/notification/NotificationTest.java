package io.foodsafety.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.foodsafety.spi.notification.Audience;
import io.foodsafety.text.LocalText;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class NotificationTest {

  private static final LocalText WORDS = new LocalText("字", "words");
  private static final ContactStage LAST = ContactStage.of(Audience.of("head-of-office"));
  private static final ContactStage FIRST = LAST.escalateAfter(Duration.ofHours(1));

  @Test
  void everyStageButTheLastHasAnEnd() {
    assertThat(Notification.of("a", WORDS, WORDS, List.of(FIRST, LAST)).stages()).hasSize(2);
    for (List<ContactStage> wrong : List.of(List.of(LAST, LAST), List.of(FIRST))) {
      assertThatThrownBy(() -> Notification.of("a", WORDS, WORDS, wrong))
          .hasMessageContaining("a time of escalation");
    }
    assertThatThrownBy(() -> Notification.of("a", WORDS, WORDS, List.of()))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aReminderComesBeforeTheEscalation() {
    assertThatThrownBy(() -> FIRST.remindAfter(Duration.ofHours(1)))
        .hasMessageContaining("must come before the escalation");
    assertThatThrownBy(() -> LAST.remindAfter(Duration.ZERO))
        .hasMessageContaining("must be positive");
  }

  @Test
  void wordsAreWellFormed() {
    for (LocalText title :
        List.of(
            new LocalText("x".repeat(181), "x"),
            new LocalText("x", "two\nlines"),
            new LocalText("x", "lone \ud800"))) {
      assertThatThrownBy(() -> Notification.of("a", title, WORDS, List.of(LAST)))
          .isInstanceOf(IllegalArgumentException.class);
    }
    assertThatThrownBy(
            () -> Notification.of("a", WORDS, new LocalText("x".repeat(4_001), "x"), List.of(LAST)))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Notification.of("a b", WORDS, WORDS, List.of(LAST)))
        .hasMessageContaining("The id");
  }
}

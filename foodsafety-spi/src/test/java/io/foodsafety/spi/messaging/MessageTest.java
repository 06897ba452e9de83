package io.foodsafety.spi.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class MessageTest {

  private static final Instant TIME = Instant.parse("2024-06-01T08:00:00Z");

  private static Message.Builder builder() {
    return Message.builder("facts/F1@1", "/city", "fact-recorded", "business:S1", TIME);
  }

  @Test
  void refusesPartsThatNoAdapterCanCarry() {
    for (String wrong : List.of("", "x".repeat(Message.MAX_LENGTH + 1), "a\nb", "\ud800")) {
      assertThatThrownBy(() -> Message.builder(wrong, "/s", "t", "k", TIME).build())
          .isInstanceOf(IllegalArgumentException.class);
      assertThatThrownBy(() -> Message.builder("1", "/s", "t", wrong, TIME).build())
          .isInstanceOf(IllegalArgumentException.class);
    }
    assertThatThrownBy(() -> Message.builder("1", "not a URI", "t", "k", TIME).build())
        .hasMessageContaining("URI reference");
    assertThatThrownBy(() -> Message.builder("1", "/s", "t", "k", Instant.MAX).build())
        .hasMessageContaining("1 to 9999");
    for (String name : List.of("", "Kind", "a-b", "subject", "partitionkey", "x".repeat(21))) {
      assertThatThrownBy(() -> builder().attribute(name, "v"))
          .isInstanceOf(IllegalArgumentException.class);
    }
  }

  @Test
  void sharesNoBytes() {
    byte[] data = {1};
    Message message = builder().data("application/json", data).build();
    data[0] = 2;
    message.data()[0] = 3;
    assertThat(message.data()).containsExactly(1);
    assertThat(message).isEqualTo(message.toBuilder().build());
    assertThat(message).isNotEqualTo(builder().build());
  }

  @Test
  void aDeadLetterTravelsAsTheMessageWithItsReason() {
    Message message = builder().attribute("kind", "inspection").build();
    DeadLetter letter = DeadLetter.of(message, "line 1\nline 2 " + "x".repeat(600), 3);
    assertThat(letter.reason()).startsWith("line 1 line 2").hasSize(500);
    DeadLetter read = DeadLetter.read(letter.toMessage()).orElseThrow();
    assertThat(read.message()).isEqualTo(message);
    assertThat(read.reason()).isEqualTo(letter.reason());
    assertThat(read.attempts()).isEqualTo(3);
    assertThat(DeadLetter.read(message)).isEmpty();
    assertThat(DeadLetter.of(message, " ", 1).reason()).isEqualTo("no reason was given");
  }

  @Test
  void topicsAndGroupsHaveNames() {
    Topic dead = Topic.of("city-events").deadLetters("canteen-app");
    assertThat(dead.name()).isEqualTo("city-events.canteen-app.dead");
    assertThat(dead.isDeadLetters()).isTrue();
    assertThat(Topic.of(dead.name())).isEqualTo(dead);
    assertThatThrownBy(() -> dead.deadLetters("canteen-app"))
        .isInstanceOf(IllegalStateException.class);
    for (String name : List.of("", "City", "a.b", "a.b.dead.c", "x".repeat(64))) {
      assertThatThrownBy(() -> Topic.of(name)).isInstanceOf(IllegalArgumentException.class);
    }
  }
}

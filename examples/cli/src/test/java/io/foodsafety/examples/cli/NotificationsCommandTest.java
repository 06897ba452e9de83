package io.foodsafety.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.foodsafety.model.actor.Actor;
import io.foodsafety.notification.ContactStage;
import io.foodsafety.notification.Notification;
import io.foodsafety.notification.RecipientList;
import io.foodsafety.runtime.FoodSafety;
import io.foodsafety.spi.notification.Audience;
import io.foodsafety.spi.notification.Recipient;
import io.foodsafety.text.LocalText;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NotificationsCommandTest {

  private static final Instant NOW = Instant.parse("2024-06-01T08:00:00Z");

  @TempDir private Path folder;

  private String db() {
    return TestFiles.database(folder);
  }

  private CommandResult run(String... command) {
    return CommandResult.of(command);
  }

  @BeforeEach
  void tellSomebody() {
    try (FoodSafety city =
        FoodSafety.builder()
            .storage("jdbc", Map.of("url", db()))
            .clock(Clock.fixed(NOW, ZoneOffset.UTC))
            .channel("log", Map.of())
            .recipients(RecipientList.empty().with(Recipient.of("P1"), Audience.of("inspector")))
            .build()) {
      ContactStage stage =
          ContactStage.of(Audience.of("inspector")).remindAfter(Duration.ofHours(4));
      for (int i = 1; i < 3; i++) {
        city.as(Actor.person("duty"))
            .notifications()
            .send(
                Notification.of(
                    "alert/" + i,
                    new LocalText("抽检不合格", "A sample failed"),
                    new LocalText("请核查。", "Please look into it."),
                    List.of(stage)));
      }
      assertThat(city.advance(NOW).notified().delivered()).isEqualTo(2);
    }
  }

  @Test
  void openOnesAreListedUntilSomebodyTakesNote() {
    CommandResult all = run("notifications", "list", "--db", db(), "--json");
    assertThat(all.code()).isZero();
    assertThat(all.outLines()).hasSize(2);
    assertThat(all.outLines().get(0))
        .contains("\"id\":\"alert/1\"", "\"stage\":1", "\"due\":\"2024-06-01T12:00:00Z\"");

    CommandResult taken =
        run(
            "notifications",
            "acknowledge",
            "--db",
            db(),
            "--id",
            "alert/1",
            "--by",
            "P1",
            "--note",
            "on my way",
            "--json");
    assertThat(taken.code()).isZero();
    assertThat(taken.out()).contains("P1", "\"note\":\"on my way\"");
    assertThat(run("notifications", "list", "--db", db(), "--lang", "zh").outLines())
        .hasSize(2)
        .anyMatch(line -> line.contains("alert/2") && line.contains("抽检不合格"));
    assertThat(run("ledger", "verify", "--db", db()).code()).isZero();
  }

  @Test
  void oneIsShownWithItsNotices() {
    CommandResult shown = run("notifications", "show", "--db", db(), "--id", "alert/1", "--json");
    assertThat(shown.outLines()).hasSize(2);
    assertThat(shown.outLines().get(1))
        .contains("\"recipient\":\"P1\"", "\"channel\":\"log\"", "\"state\":\"delivered\"");
    assertThat(run("notifications", "show", "--db", db(), "--id", "alert/1", "--lang", "en").out())
        .contains("Please look into it.", "open at stage 1", "delivered");
  }

  @Test
  void whatIsWrongIsSaid() {
    CommandResult unknown = run("notifications", "show", "--db", db(), "--id", "none");
    assertThat(unknown.code()).isEqualTo(2);
    assertThat(unknown.err()).contains("FS-CLI-0001", "none");
    assertThat(
            run("notifications", "acknowledge", "--db", db(), "--id", "none", "--by", "P1").code())
        .isEqualTo(2);
    assertThat(
            run(
                    "notifications",
                    "acknowledge",
                    "--db",
                    db(),
                    "--id",
                    "alert/1",
                    "--by",
                    "P1",
                    "--note",
                    "x".repeat(501))
                .code())
        .isEqualTo(2);
    assertThat(run("notifications").code()).isEqualTo(2);
  }
}

package io.foodsafety.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.foodsafety.ledger.LedgerService;
import io.foodsafety.model.actor.Actor;
import io.foodsafety.record.ImportListener;
import io.foodsafety.record.ImportOptions;
import io.foodsafety.record.RecordSource;
import io.foodsafety.runtime.FoodSafety;
import io.foodsafety.runtime.Session;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Random changes of rows past the library, each of which {@code ledger verify} must find. {@code
 * foodsafety.tamper.rounds} says how many, {@code foodsafety.seed} which.
 */
class TamperIT {

  private static final int ROUNDS = Integer.getInteger("foodsafety.tamper.rounds", 60);
  private static final String PASSWORD = "postgres";

  @TempDir private Path folder;

  @Test
  void everyChangeIsFoundOnH2() throws Exception {
    check(Map.of("url", "jdbc:h2:mem:tamper"), "", "");
  }

  @Test
  void everyChangeIsFoundOnPostgres() throws Exception {
    try (EmbeddedPostgres server =
        EmbeddedPostgres.builder()
            .setDataDirectory(folder.resolve("data"))
            .setPGStartupWait(Duration.ofSeconds(60))
            .start()) {
      String url = "jdbc:postgresql://localhost:%d/postgres".formatted(server.getPort());
      check(Map.of("url", url, "user", "postgres", "password", PASSWORD), "postgres", PASSWORD);
    }
  }

  private static void check(Map<String, String> settings, String user, String password)
      throws Exception {
    long seed = Long.getLong("foodsafety.seed", System.nanoTime());
    System.out.printf("tamper: %d rounds, -Dfoodsafety.seed=%d%n", ROUNDS, seed);
    Random random = new Random(seed);
    try (FoodSafety city = FoodSafety.builder().storage("jdbc", settings).build();
        Connection connection = DriverManager.getConnection(url(settings), user, password)) {
      fill(city);
      LedgerService ledger = city.as(Actor.person("auditor")).ledger();
      assertThat(ledger.verify().faults()).isEmpty();
      assertThat(ledger.verify().unsealed()).isZero();
      RowTampering tampering = new RowTampering(connection, random);
      for (int round = 0; round < ROUNDS; ) {
        Optional<RowTampering.Change> change = tampering.change();
        if (change.isPresent()) {
          assertThat(ledger.verify().isSound())
              .as("round %d of -Dfoodsafety.seed=%d: %s", round, seed, change.get().what())
              .isFalse();
          change.get().undo().run();
          round++;
        }
      }
      assertThat(ledger.verify().faults()).isEmpty();
    }
  }

  private static String url(Map<String, String> settings) {
    return String.valueOf(settings.get("url"));
  }

  /** Facts, subjects, withdrawals and trace events in several blocks. */
  private static void fill(FoodSafety city) {
    Session office = city.as(Actor.person("importer"));
    byte[] records =
        CommandResult.of("generate", "--subjects", "40").out().getBytes(StandardCharsets.UTF_8);
    byte[] trace =
        """
        {"type":"trace","id":"E1","event":"create","at":"2024-05","party":"S0000001","outputs":[{"lot":"L1","quantity":5}]}
        {"type":"trace","id":"E2","event":"observe","at":"2024-05","party":"S0000001","items":[{"lot":"L1"}]}
        {"type":"withdraw","id":"W1","target":"F0000001-10","at":"2026-01-01","reason":"revoked"}
        """
            .getBytes(StandardCharsets.UTF_8);
    for (byte[] each : List.of(records, trace)) {
      office
          .records()
          .importFrom(
              List.of(RecordSource.of("test", () -> new ByteArrayInputStream(each))),
              ImportOptions.standard(),
              new ImportListener() {});
      city.advance(Instant.parse("2026-06-01T08:00:00Z"));
    }
  }
}

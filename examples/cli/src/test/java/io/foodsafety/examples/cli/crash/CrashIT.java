package io.foodsafety.examples.cli.crash;

import static org.assertj.core.api.Assertions.assertThat;

import io.foodsafety.testkit.measure.Series;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/**
 * Nothing acknowledged is lost: {@code import --ack} with eight writers is killed at a random
 * moment, the database is opened again, and every record whose id was printed is there once. Ten
 * rounds of each kind, two of a killed server; {@code docs/reliability.md} has the commands of
 * series.
 */
class CrashIT {

  @TempDir(cleanup = CleanupMode.ON_SUCCESS)
  Path folder;

  private interface Round {
    /** How many records were acknowledged before the kills. */
    int run(Random random, Path place) throws Exception;
  }

  private void rounds(String name, int usual, Round round) throws Exception {
    Series.of(name, usual)
        .run(
            (number, random) -> {
              Path place = Files.createDirectory(folder.resolve("round" + number));
              int acknowledged = round.run(random, place);
              delete(place);
              return "%d records acknowledged, none lost or doubled".formatted(acknowledged);
            });
  }

  private static void delete(Path place) throws IOException {
    List<Path> all = new ArrayList<>();
    try (Stream<Path> files = Files.walk(place)) {
      files.forEach(all::add);
    }
    for (int i = all.size() - 1; i >= 0; i--) {
      Files.delete(all.get(i));
    }
  }

  @Test
  void h2FileSurvivesTheDeathOfTheImport() throws Exception {
    rounds(
        "kill-h2",
        5,
        (random, place) -> {
          CrashInput input = new CrashInput(place.resolve("input.ndjson"), random);
          return killAndCheck("jdbc:h2:file:" + place.resolve("city"), input, random, place);
        });
  }

  @Test
  void postgresSurvivesTheDeathOfTheImport() throws Exception {
    try (CrashServer server = new CrashServer(Files.createDirectory(folder.resolve("data")))) {
      rounds(
          "kill-postgres",
          5,
          (random, place) -> {
            CrashInput input = new CrashInput(place.resolve("input.ndjson"), random);
            int acknowledged = killAndCheck(server.newDatabase("city"), input, random, place);
            server.drop("city");
            return acknowledged;
          });
    }
  }

  @Test
  void postgresSurvivesItsOwnDeath() throws Exception {
    try (CrashServer server = new CrashServer(Files.createDirectory(folder.resolve("data")))) {
      rounds(
          "kill-postgres-server",
          2,
          (random, place) -> {
            CrashInput input = new CrashInput(place.resolve("input.ndjson"), random);
            int batch = batch(random);
            ChildImport child =
                ChildImport.start(server.newDatabase("city"), input.file(), batch, place);
            child.awaitAcknowledged(1 + random.nextInt(input.size()));
            server.kill();
            child.join();
            server.restart();
            CrashCheck check = new CrashCheck(server.url("city"), input);
            Set<String> acknowledged = Set.copyOf(child.acknowledged());
            check.verify(acknowledged);
            check.complete(batch);
            server.drop("city");
            return acknowledged.size();
          });
    }
  }

  /** Kills one import, or several one after the other; then lets one end. */
  private static int killAndCheck(String url, CrashInput input, Random random, Path place)
      throws Exception {
    CrashCheck check = new CrashCheck(url, input);
    int batch = batch(random);
    Set<String> acknowledged = new HashSet<>();
    int kills = 1 + random.nextInt(2);
    for (int i = 0; i < kills; i++) {
      ChildImport child = ChildImport.start(url, input.file(), batch, place);
      if (random.nextInt(5) == 0) {
        Thread.sleep(random.nextInt(3_000)); // while the database is being made, perhaps
      } else {
        // A tenth more than there are: while the ledger is being sealed, perhaps.
        child.awaitAcknowledged(random.nextInt(input.size() * 11 / 10));
        Thread.sleep(random.nextInt(20));
      }
      child.kill();
      List<String> printed = child.acknowledged();
      assertThat(printed).doesNotHaveDuplicates();
      acknowledged.addAll(printed);
    }
    check.verify(acknowledged);
    check.complete(batch);
    return acknowledged.size();
  }

  private static int batch(Random random) {
    return List.of(7, 50, 200, 1_000).get(random.nextInt(4));
  }
}

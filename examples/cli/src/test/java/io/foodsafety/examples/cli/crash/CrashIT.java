package io.foodsafety.examples.cli.crash;

import static org.assertj.core.api.Assertions.assertThat;

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
 * Nothing acknowledged is lost: {@code import --ack} with four writers is killed at a random
 * moment, the database is opened again, and every record whose id was printed is there once. More
 * rounds than the usual ten, from the root:
 *
 * <pre>
 * mvn -B -ntp test -pl examples/cli -am -Dtest=CrashIT -Dsurefire.failIfNoSpecifiedTests=false \
 *     -Dfoodsafety.crash.rounds=100
 * </pre>
 *
 * Each round prints the two properties with which it can be run again, or with which a series that
 * was broken off goes on.
 */
class CrashIT {

  private static final int ROUNDS = Integer.getInteger("foodsafety.crash.rounds", 10);
  private static final int FIRST = Integer.getInteger("foodsafety.crash.first", 1);
  private static final long SEED = Long.getLong("foodsafety.crash.seed", System.nanoTime());

  @TempDir(cleanup = CleanupMode.ON_SUCCESS)
  Path folder;

  private interface Round {
    void run(Random random, Path place) throws Exception;
  }

  private void rounds(String what, int count, Round round) throws Exception {
    for (int i = FIRST; i < FIRST + count; i++) {
      System.out.printf(
          "%s, round %d of %d: -Dfoodsafety.crash.seed=%d -Dfoodsafety.crash.first=%d%n",
          what, i, FIRST + count - 1, SEED, i);
      Path place = Files.createDirectory(folder.resolve("round" + i));
      round.run(new Random(SEED * 31 + i), place);
      delete(place);
    }
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
        "H2 file",
        ROUNDS,
        (random, place) -> {
          CrashInput input = new CrashInput(place.resolve("input.ndjson"), random);
          killAndCheck("jdbc:h2:file:" + place.resolve("city"), input, random, place);
        });
  }

  @Test
  void postgresSurvivesTheDeathOfTheImport() throws Exception {
    try (CrashServer server = new CrashServer(Files.createDirectory(folder.resolve("data")))) {
      rounds(
          "PostgreSQL, client killed",
          ROUNDS,
          (random, place) -> {
            CrashInput input = new CrashInput(place.resolve("input.ndjson"), random);
            killAndCheck(server.newDatabase("city"), input, random, place);
            server.drop("city");
          });
    }
  }

  @Test
  void postgresSurvivesItsOwnDeath() throws Exception {
    try (CrashServer server = new CrashServer(Files.createDirectory(folder.resolve("data")))) {
      rounds(
          "PostgreSQL, server killed",
          Math.max(1, ROUNDS / 5),
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
            check.verify(Set.copyOf(child.acknowledged()));
            check.complete(batch);
            server.drop("city");
          });
    }
  }

  /** Kills one import, or several one after the other; then lets one end. */
  private static void killAndCheck(String url, CrashInput input, Random random, Path place)
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
  }

  private static int batch(Random random) {
    return List.of(7, 50, 200, 1_000).get(random.nextInt(4));
  }
}

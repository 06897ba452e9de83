package io.foodsafety.testkit.measure;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Rounds of a test that may take hours. Each has a number and a seed, and says in a line what came
 * of it. With a folder the lines are kept in a file, and a series that was cut off goes on behind
 * the last one. System properties:
 *
 * <ul>
 *   <li>{@code foodsafety.series}: the folder; without it every run begins at round 1
 *   <li>{@code foodsafety.rounds}: how many rounds the series has in the end
 *   <li>{@code foodsafety.seed}: its seed; that of a series that goes on is in its file
 *   <li>{@code foodsafety.first}: a round to begin with, to run one again that failed
 * </ul>
 *
 * Used by one thread.
 */
public final class Series {

  private static final Pattern LINE = Pattern.compile("round (\\d+) of seed (-?\\d+): .*");

  private final String name;
  private final Optional<Path> file;
  private final int rounds;
  private final int first;
  private final long seed;

  private Series(String name, Optional<Path> file, int rounds) {
    this.name = name;
    this.file = file;
    this.rounds = rounds;
    Optional<Matcher> last = file.flatMap(Series::last);
    this.seed =
        last.map(line -> Long.parseLong(line.group(2)))
            .orElseGet(() -> Long.getLong("foodsafety.seed", System.nanoTime()));
    this.first =
        Integer.getInteger(
            "foodsafety.first", last.map(line -> Integer.parseInt(line.group(1)) + 1).orElse(1));
  }

  /** What one round does. */
  @FunctionalInterface
  public interface Round {
    /**
     * Runs a round.
     *
     * @param number from 1 on
     * @param random of the series' seed and the number
     * @return what came of it, on one line
     * @throws Exception if the round fails, which ends the series
     */
    String run(int number, Random random) throws Exception;
  }

  /**
   * A series as the system properties want it.
   *
   * @param name its name, such as {@code kill-h2}; that of its file
   * @param usual the number of rounds without a property
   * @return the series
   */
  public static Series of(String name, int usual) {
    Optional<Path> folder =
        Optional.ofNullable(System.getProperty("foodsafety.series")).map(Path::of);
    return in(folder, name, Integer.getInteger("foodsafety.rounds", usual));
  }

  /**
   * A series.
   *
   * @param folder the folder of its file, made if it is not there; none to keep nothing
   * @param name its name
   * @param rounds how many rounds it has in the end
   * @return the series
   */
  public static Series in(Optional<Path> folder, String name, int rounds) {
    Objects.requireNonNull(name, "name");
    return new Series(name, folder.map(each -> each.resolve(name + ".txt")), rounds);
  }

  private static Optional<Matcher> last(Path file) {
    if (Files.notExists(file)) {
      return Optional.empty();
    }
    try {
      return Files.readAllLines(file, UTF_8).stream()
          .map(LINE::matcher)
          .filter(Matcher::matches)
          .reduce((before, after) -> after);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Runs the rounds that are left.
   *
   * @param round a round
   * @return how many were run
   * @throws Exception what a round has thrown; its number and seed are its message's first words
   */
  public int run(Round round) throws Exception {
    int done = 0;
    for (int number = first; number < first + left(); number++) {
      String result;
      try {
        result = round.run(number, new Random(seed * 31 + number));
      } catch (Exception | AssertionError e) {
        throw new AssertionError(
            "%s, round %d failed; again: -Dfoodsafety.seed=%d -Dfoodsafety.first=%2$d -Dfoodsafety.rounds=1"
                .formatted(name, number, seed),
            e);
      }
      keep("round %d of seed %d: %s".formatted(number, seed, result));
      done++;
    }
    return done;
  }

  /** Of a series that begins where it is told, all rounds are left. */
  private int left() {
    boolean isTold = System.getProperty("foodsafety.first") != null;
    return isTold ? rounds : Math.max(0, rounds - first + 1);
  }

  private void keep(String line) throws IOException {
    System.getLogger(Series.class.getName() + "." + name).log(System.Logger.Level.INFO, line);
    if (file.isPresent()) {
      Files.createDirectories(Objects.requireNonNull(file.get().toAbsolutePath().getParent()));
      Files.writeString(
          file.get(), line + "\n", UTF_8, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }
  }
}

package io.foodsafety.storage.jdbc.internal;

import static java.util.concurrent.TimeUnit.NANOSECONDS;
import static java.util.concurrent.TimeUnit.SECONDS;

import io.foodsafety.fact.RecordingResult;
import io.foodsafety.model.actor.Actor;
import io.foodsafety.model.fact.AttributeValue;
import io.foodsafety.model.fact.Fact;
import io.foodsafety.model.fact.SubjectRef;
import io.foodsafety.model.time.Moment;
import io.foodsafety.runtime.FoodSafety;
import io.foodsafety.runtime.Session;
import io.foodsafety.testkit.measure.Figures;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Facts that a city records, against a plain JDBC insert of the same rows into the same tables, in
 * turns: {@code SustainedWrite h2:FILE|postgresql [facts in a turn] [turns] [threads]}. A city
 * checks each fact, writes it as canonical JSON, and writes a ledger entry with its hash; the plain
 * insert has all of that done. Both commit 1,000 facts at a time and wait for the disk. The figures
 * are logged, and in {@code target/measurements/sustained-write.txt}.
 */
final class SustainedWrite {

  private static final int BATCH = 1_000;

  private final String ours;
  private final String plain;
  private final String user;
  private final String afterCommit;
  private final int turn;
  private final int threads;
  private final TreeMap<String, Long> known = new TreeMap<>();
  private int facts;

  /**
   * Two databases without tables.
   *
   * @param ours the address of the city
   * @param plain the address of the other one
   * @param user their user; empty if none
   * @param afterCommit what the plain insert does to wait for the disk as the city does
   * @param turn facts in a turn
   */
  SustainedWrite(
      String ours, String plain, String user, String afterCommit, int turn, int threads) {
    this.ours = ours;
    this.plain = plain;
    this.user = user;
    this.afterCommit = afterCommit;
    this.turn = turn;
    this.threads = threads;
  }

  static SustainedWrite onH2(String file, int turn, int threads) {
    String url = "jdbc:h2:file:" + file;
    return new SustainedWrite(url + "-ours", url + "-plain", "", "checkpoint sync", turn, threads);
  }

  static SustainedWrite onPostgres(int turn, int threads) {
    Map<String, String> city = Postgres.newDatabase();
    String other = Postgres.newDatabase().get("url");
    return new SustainedWrite(city.get("url"), other, city.get("user"), "", turn, threads);
  }

  public static void main(String[] args) throws Exception {
    System.setProperty("foodsafety.postgres.fsync", "on");
    int turn = args.length > 1 ? Integer.parseInt(args[1]) : 50_000;
    int turns = args.length > 2 ? Integer.parseInt(args[2]) : 5;
    int threads = args.length > 3 ? Integer.parseInt(args[3]) : 2;
    SustainedWrite run =
        args[0].startsWith("h2:")
            ? onH2(args[0].substring(3), turn, threads)
            : onPostgres(turn, threads);
    run.measure(turns, Figures.of("sustained-write"));
  }

  /**
   * Runs turns, the first of them unmeasured; the facts of ours per second over those of plain, the
   * median of the turns.
   */
  double measure(int turns, Figures figures) throws Exception {
    open(plain).close(); // makes the tables
    try (Connection other = DriverManager.getConnection(driver(plain), user, "")) {
      forget(other);
    }
    List<Double> ofOurs = new ArrayList<>();
    List<Double> ofPlain = new ArrayList<>();
    List<Double> ratios = new ArrayList<>();
    for (int number = 0; number <= turns; number++) {
      double recording = seconds(record());
      PlainInserts rows = read();
      double inserting = seconds(insert(rows));
      if (number > 0) {
        ofOurs.add(turn / recording);
        ofPlain.add(turn / inserting);
        ratios.add(inserting / recording);
        figures.add(
            "%d facts, %d rows: city %,.0f facts/s, plain %,.0f facts/s, %.0f %%",
            turn, rows.size(), turn / recording, turn / inserting, 100 * inserting / recording);
      }
    }
    checkSameRows();
    figures.add(
        "%s, %d threads, median of %d turns: city %,.0f facts/s, plain %,.0f facts/s, %.0f %%",
        ours.replaceFirst("^jdbc:(\\w+):.*", "$1"),
        threads,
        turns,
        median(ofOurs),
        median(ofPlain),
        100 * median(ratios));
    return median(ratios);
  }

  private static double median(List<Double> figures) {
    List<Double> sorted = figures.stream().sorted().toList();
    int middle = sorted.size() / 2;
    return sorted.size() % 2 == 1
        ? sorted.get(middle)
        : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
  }

  private static double seconds(long nanos) {
    return nanos / (double) NANOSECONDS.convert(1, SECONDS);
  }

  private FoodSafety open(String url) {
    return FoodSafety.builder()
        .storage("jdbc", user.isEmpty() ? Map.of("url", url) : Map.of("url", url, "user", user))
        .build();
  }

  private static String driver(String url) {
    DatabaseUrl parsed = DatabaseUrl.parse(url);
    return parsed.kind() == DatabaseUrl.Kind.POSTGRESQL
        ? parsed.driver() + "?reWriteBatchedInserts=true"
        : parsed.driver();
  }

  /** Records the facts of a turn; how long the calls took. */
  private long record() throws Exception {
    try (FoodSafety city = open(ours)) {
      Session session = city.as(Actor.system("measurement"));
      int first = facts;
      facts += turn;
      return atOnce(
          thread -> {
            for (int from = thread * BATCH; from < turn; from += threads * BATCH) {
              List<Fact> batch = new ArrayList<>();
              for (int i = from; i < Math.min(from + BATCH, turn); i++) {
                batch.add(fact(first + i));
              }
              List<RecordingResult> results = session.facts().recordAll(batch);
              if (!results.stream().allMatch(RecordingResult::isStored)) {
                throw new AssertionError("A fact was refused.");
              }
            }
          });
    }
  }

  private static Fact fact(int number) {
    return Fact.builder(
            "F%09d".formatted(number),
            "sample",
            SubjectRef.business("S" + number / 20),
            Moment.parse("2024-05-02T10:%02d:00+08:00".formatted(number % 60)))
        .ref("producer", SubjectRef.business("P" + number % 97))
        .attribute("product", AttributeValue.string("牛肉面 beef noodles no. " + number))
        .attribute("items", AttributeValue.decimal(number % 50))
        .build();
  }

  private PlainInserts read() throws SQLException {
    try (Connection city = DriverManager.getConnection(driver(ours), user, "")) {
      return PlainInserts.read(city, known);
    }
  }

  private long insert(PlainInserts rows) throws Exception {
    H2File.register();
    int transactions = (turn + BATCH - 1) / BATCH;
    String url = driver(plain);
    try (Connection keeper = DriverManager.getConnection(url, user, "")) {
      return atOnce(thread -> rows.insert(url, user, afterCommit, thread, threads, transactions));
    }
  }

  private interface Work {
    void run(int thread) throws Exception;
  }

  private long atOnce(Work work) throws Exception {
    ExecutorService pool = Executors.newFixedThreadPool(threads);
    try {
      long start = System.nanoTime();
      List<Future<?>> running = new ArrayList<>();
      for (int i = 0; i < threads; i++) {
        int thread = i;
        running.add(
            pool.submit(
                () -> {
                  work.run(thread);
                  return null;
                }));
      }
      for (Future<?> each : running) {
        each.get();
      }
      return System.nanoTime() - start;
    } finally {
      pool.shutdownNow();
    }
  }

  /** Empties the tables of what opening a city leaves in them. */
  private static void forget(Connection connection) throws SQLException {
    for (String table : PlainInserts.tables(connection)) {
      try (Statement statement = connection.createStatement()) {
        statement.execute("delete from " + table);
      }
    }
  }

  private void checkSameRows() throws SQLException {
    try (Connection city = DriverManager.getConnection(driver(ours), user, "");
        Connection other = DriverManager.getConnection(driver(plain), user, "")) {
      for (String table : PlainInserts.tables(city)) {
        long expected = count(city, table);
        long found = count(other, table);
        if (expected != found) {
          throw new AssertionError(
              "%s: the city has %d rows, the other %d.".formatted(table, expected, found));
        }
      }
    }
  }

  private static long count(Connection connection, String table) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("select count(*) from " + table)) {
      row.next();
      return row.getLong(1);
    }
  }
}

package io.foodsafety.storage.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.foodsafety.archive.ArchiveHeader;
import io.foodsafety.ledger.LedgerReport;
import io.foodsafety.runtime.FoodSafety;
import io.foodsafety.runtime.FoodSafetyBuilder;
import io.foodsafety.runtime.Session;
import io.foodsafety.runtime.StartupException;
import io.foodsafety.storage.jdbc.internal.Postgres;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A city moves between H2, PostgreSQL and the memory, and has the same ledger root everywhere. */
class MovingCityIT {

  private static final Instant NOW = Instant.parse("2027-01-01T00:00:00Z");
  private static final int MANY = 6_000;
  private static final int ROUNDS = 2;

  private enum State {
    EMPTY,
    UNFINISHED,
    WHOLE
  }

  @TempDir private Path folder;

  private Map<String, String> h2(String name) {
    return Map.of("url", "jdbc:h2:file:" + folder.resolve(name), "pool", "2");
  }

  private static FoodSafetyBuilder memory() {
    return FoodSafety.builder().withoutDiscovery().clock(Clock.fixed(NOW, ZoneOffset.UTC));
  }

  private ArchiveHeader move(FoodSafetyBuilder from, String to) {
    try (FoodSafety city = from.build()) {
      StoredCity.check(city);
      return city.exportTo(folder.resolve(to));
    }
  }

  @Test
  void fromH2ToPostgresToMemoryAndBack() {
    try (FoodSafety city = StoredCity.open(h2("a"), StoredCity.WRITTEN)) {
      StoredCity.write(city);
    }
    ArchiveHeader first = move(StoredCity.builder(h2("a"), NOW), "1.zip");
    Map<String, String> postgres = Postgres.newDatabase();
    ArchiveHeader second =
        move(StoredCity.builder(postgres, NOW).importing(folder.resolve("1.zip")), "2.zip");
    ArchiveHeader third = move(memory().importing(folder.resolve("2.zip")), "3.zip");
    ArchiveHeader fourth =
        move(StoredCity.builder(h2("b"), NOW).importing(folder.resolve("3.zip")), "4.zip");
    assertThat(List.of(second, third, fourth)).containsOnly(first);
    assertThat(folder.resolve("4.zip")).hasSameBinaryContentAs(folder.resolve("1.zip"));
    for (Map<String, String> settings : List.of(postgres, h2("b"))) {
      assertGoesOn(settings, first);
    }
  }

  private static void assertGoesOn(Map<String, String> settings, ArchiveHeader header) {
    try (FoodSafety city = StoredCity.open(settings, NOW)) {
      Session session = StoredCity.session(city);
      session.facts().record(StoredCity.inspection("later", 1));
      city.advance(NOW);
      LedgerReport report = session.ledger().verify();
      assertThat(report.faults()).isEmpty();
      assertThat(report.unsealed()).isZero();
      assertThat(report.entries()).isGreaterThan(header.entries());
      assertThat(session.ledger().root(header.root().size())).isEqualTo(header.root());
      StoredCity.check(city);
    }
  }

  /** A sequence of PostgreSQL leaves gaps when transactions are rolled back. */
  @Test
  void positionsWithGapsStayThoseOfTheLeaves() throws Exception {
    Map<String, String> postgres = Postgres.newDatabase();
    try (FoodSafety city = StoredCity.open(postgres, StoredCity.WRITTEN)) {
      StoredCity.write(city);
      Postgres.execute(postgres, "select nextval('fs_s_ledger') from generate_series(1, 7)");
      StoredCity.session(city).facts().record(StoredCity.inspection("behind the gap", 70));
      city.advance(StoredCity.WRITTEN);
    }
    ArchiveHeader first = move(StoredCity.builder(postgres, NOW), "1.zip");
    try (FoodSafety city = StoredCity.open(postgres, NOW)) {
      long last = StoredCity.session(city).ledger().verify().lastPosition();
      assertThat(last).isGreaterThan(first.entries());
    }
    ArchiveHeader second =
        move(StoredCity.builder(h2("a"), NOW).importing(folder.resolve("1.zip")), "2.zip");
    Map<String, String> other = Postgres.newDatabase();
    ArchiveHeader third =
        move(StoredCity.builder(other, NOW).importing(folder.resolve("2.zip")), "3.zip");
    assertThat(List.of(second, third)).containsOnly(first);
    assertGoesOn(h2("a"), first);
    assertGoesOn(other, first);
  }

  @ParameterizedTest
  @ValueSource(strings = {"h2", "postgresql"})
  void anImportThatIsKilledGoesOn(String database) throws Exception {
    Path archive = folder.resolve("city.zip");
    ArchiveHeader header = exportMany(archive);
    Random random = new Random(17);
    int cut = 0;
    for (int round = 0; round < ROUNDS; round++) {
      Map<String, String> settings =
          database.equals("h2") ? h2("target" + round) : Postgres.newDatabase();
      for (int kill = 0; kill < 2 && state(settings) != State.WHOLE; kill++) {
        killWhileImporting(settings, archive, 1 + random.nextInt(8), random.nextInt(60));
        if (state(settings) == State.UNFINISHED) {
          assertDoesNotOpen(settings);
          cut++;
        }
      }
      if (state(settings) != State.WHOLE) {
        StoredCity.builder(settings, NOW).importing(archive).build().close();
      }
      try (FoodSafety city = StoredCity.open(settings, NOW)) {
        StoredCity.check(city);
        assertThat(city.exportTo(folder.resolve(database + round + ".zip"))).isEqualTo(header);
      }
    }
    assertThat(cut).as("kills that came in the middle").isPositive();
  }

  private ArchiveHeader exportMany(Path archive) {
    try (FoodSafety city = StoredCity.open(h2("many"), StoredCity.WRITTEN)) {
      StoredCity.write(city);
      StoredCity.session(city)
          .facts()
          .recordAll(
              IntStream.range(0, MANY)
                  .mapToObj(i -> StoredCity.inspection("many" + i, i % 100))
                  .toList());
      city.advance(StoredCity.WRITTEN);
      return city.exportTo(archive);
    }
  }

  /** Looks past the library, which would make a city of an empty database. */
  private static State state(Map<String, String> settings) throws SQLException {
    try (Connection connection =
            DriverManager.getConnection(
                settings.get("url"), settings.getOrDefault("user", ""), "");
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("select body from fs_c_meta")) {
      if (!row.next()) {
        return State.EMPTY;
      }
      String formats = new String(row.getBytes(1), StandardCharsets.UTF_8);
      return formats.contains("unfinished-import") ? State.UNFINISHED : State.WHOLE;
    } catch (SQLException e) {
      if (e.getMessage().toLowerCase(Locale.ROOT).contains("fs_c_meta")) {
        return State.EMPTY; // killed before the table was made
      }
      throw e;
    }
  }

  private static void assertDoesNotOpen(Map<String, String> settings) {
    assertThatThrownBy(() -> StoredCity.open(settings, NOW))
        .isInstanceOf(StartupException.class)
        .hasMessageContaining("FS-ARCH-0007");
  }

  /** Kills a JVM some time after it has begun so many transactions. */
  private static void killWhileImporting(
      Map<String, String> settings, Path archive, int transactions, long milliseconds)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-Xmx96m", "-cp", System.getProperty("java.class.path")));
    command.addAll(
        List.of(ImportingChild.class.getName(), settings.get("url"), archive.toString()));
    Optional.ofNullable(settings.get("user")).ifPresent(command::add);
    Process child =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
    try (BufferedReader out =
        new BufferedReader(new InputStreamReader(child.getInputStream(), StandardCharsets.UTF_8))) {
      assertThat(out.readLine()).isEqualTo(ImportingChild.BEGUN);
      for (int begun = 1; begun < transactions; begun++) {
        assertThat(out.readLine()).isIn(ImportingChild.BEGUN, null);
      }
      if (!child.waitFor(milliseconds, TimeUnit.MILLISECONDS)) {
        child.destroyForcibly();
      }
      assertThat(child.waitFor(30, TimeUnit.SECONDS)).isTrue();
    }
  }

  @Test
  void aDatabaseThatHoldsACityIsRefused() {
    try (FoodSafety city = StoredCity.open(h2("a"), StoredCity.WRITTEN)) {
      StoredCity.write(city);
    }
    move(StoredCity.builder(h2("a"), NOW), "1.zip");
    Map<String, String> postgres = Postgres.newDatabase();
    StoredCity.open(postgres, NOW).close();
    assertThatThrownBy(
            () -> StoredCity.builder(postgres, NOW).importing(folder.resolve("1.zip")).build())
        .isInstanceOf(StartupException.class)
        .hasMessageContaining("FS-ARCH-0005");
    StoredCity.open(postgres, NOW).close();
  }
}

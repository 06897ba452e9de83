package io.foodsafety.storage.jdbc;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.foodsafety.fact.RecordingResult;
import io.foodsafety.ledger.LedgerReport;
import io.foodsafety.runtime.FoodSafety;
import io.foodsafety.storage.jdbc.internal.Postgres;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A city of each version of the stored formats opens on PostgreSQL, is sound, and goes on. */
class StoredPostgresCityIT {

  private static final Pattern MIGRATION = Pattern.compile("V(\\d+)__.*\\.sql");
  private static final Instant NOW = Instant.parse("2027-01-01T00:00:00Z");

  /** The versions that the migrations lead to. */
  static List<String> versions() throws IOException {
    Path migrations =
        Path.of(
            System.getProperty("foodsafety.root"),
            "foodsafety-adapters/storage-jdbc/src/main/resources",
            "io/foodsafety/storage/jdbc/migration/postgresql");
    try (Stream<Path> files = Files.list(migrations)) {
      return files
          .flatMap(file -> MIGRATION.matcher(file.getFileName().toString()).results())
          .map((MatchResult found) -> found.group(1))
          .sorted()
          .toList();
    }
  }

  @Test
  void thereIsAVersion() throws IOException {
    assertThat(versions()).contains("1");
  }

  @ParameterizedTest
  @MethodSource("versions")
  void opensIsSoundGoesOnAndGetsTheViews(String version) throws IOException, SQLException {
    Map<String, String> settings = Postgres.newDatabase();
    Postgres.execute(settings, resource("city-postgresql-" + version + ".sql"));
    assertThat(count(settings, "pg_views where viewname like 'fs\\_%'")).isZero();
    long before;
    try (FoodSafety city = StoredCity.open(settings, NOW)) {
      StoredCity.check(city);
      before = StoredCity.session(city).ledger().verify().entries();
      assertThat(StoredCity.session(city).facts().record(StoredCity.inspection("later", 1)))
          .isEqualTo(RecordingResult.recorded("later"));
      assertThat(StoredCity.session(city).facts().record(StoredCity.inspection("F0", 60)).outcome())
          .isEqualTo(RecordingResult.Outcome.ALREADY_KNOWN);
      city.advance(NOW);
    }
    try (FoodSafety again = StoredCity.open(settings, NOW)) {
      StoredCity.check(again);
      LedgerReport ledger = StoredCity.session(again).ledger().verify();
      assertThat(ledger.entries()).isGreaterThan(before);
      assertThat(ledger.unsealed()).isZero();
    }
    assertThat(count(settings, "fs_fact where kind = 'inspection'")).isEqualTo(14);
    assertThat(count(settings, "fs_inspection")).isEqualTo(13);
    assertThat(count(settings, "fs_business where name = 'Restaurant 饭店'")).isEqualTo(1);
  }

  private static String resource(String name) throws IOException {
    try (InputStream resource = StoredPostgresCityIT.class.getResourceAsStream(name)) {
      assertThat(resource).as("There is a stored city %s.", name).isNotNull();
      return new String(resource.readAllBytes(), UTF_8);
    }
  }

  private static long count(Map<String, String> settings, String from) throws SQLException {
    try (Connection connection = Postgres.connect(settings);
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("select count(*) from " + from)) {
      row.next();
      return row.getLong(1);
    }
  }
}

package io.foodsafety.storage.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import io.foodsafety.fact.RecordingResult;
import io.foodsafety.ledger.LedgerReport;
import io.foodsafety.runtime.FoodSafety;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A city of each version of the stored formats opens, and is sound, and goes on. */
class StoredCityIT {

  private static final Pattern MIGRATION = Pattern.compile("V(\\d+)__.*\\.sql");
  private static final Instant NOW = Instant.parse("2027-01-01T00:00:00Z");

  @TempDir private Path folder;

  /** The versions that the migrations lead to. */
  static List<String> versions() throws IOException {
    Path migrations =
        Path.of(
            System.getProperty("foodsafety.root"),
            "foodsafety-adapters/storage-jdbc/src/main/resources",
            "io/foodsafety/storage/jdbc/migration/h2");
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
  void opensIsSoundAndGoesOn(String version) throws IOException {
    unzip("city-" + version + ".zip");
    long before;
    try (FoodSafety city = StoredCity.open(folder, NOW)) {
      StoredCity.check(city);
      before = StoredCity.session(city).ledger().verify().entries();
      assertThat(StoredCity.session(city).facts().record(StoredCity.inspection("later", 1)))
          .isEqualTo(RecordingResult.recorded("later"));
      assertThat(StoredCity.session(city).facts().record(StoredCity.inspection("F0", 60)).outcome())
          .isEqualTo(RecordingResult.Outcome.ALREADY_KNOWN);
      city.advance(NOW);
    }
    try (FoodSafety again = StoredCity.open(folder, NOW)) {
      StoredCity.check(again);
      LedgerReport ledger = StoredCity.session(again).ledger().verify();
      assertThat(ledger.entries()).isGreaterThan(before);
      assertThat(ledger.unsealed()).isZero();
      assertThat(StoredCity.session(again).facts().find("later")).isPresent();
    }
  }

  private void unzip(String name) throws IOException {
    try (InputStream resource = StoredCityIT.class.getResourceAsStream(name)) {
      assertThat(resource).as("There is a stored city %s.", name).isNotNull();
      try (ZipInputStream zip = new ZipInputStream(resource)) {
        ZipEntry entry = zip.getNextEntry();
        assertThat(entry.getName()).isEqualTo("city.mv.db");
        Files.copy(zip, folder.resolve("city.mv.db"));
      }
    }
  }
}

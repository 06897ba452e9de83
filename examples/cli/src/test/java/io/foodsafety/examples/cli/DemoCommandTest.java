package io.foodsafety.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DemoCommandTest {

  @TempDir static Path folder;
  private static CommandResult result;

  @BeforeAll
  static void makeUpACity() {
    result = demo();
  }

  @Test
  void aMadeUpCityIsGradedAndReported() throws IOException {
    assertThat(result.code()).as(result.err()).isZero();
    assertThat(result.outLines()).hasSize(1 + 9 + 3);
    assertThat(result.outLines().get(0)).contains("DIVISION", "A", "D", "ALL");
    assertThat(result.out())
        .contains("Honggutan District", "report.html", "report.csv", "report.geojson");

    Path html = folder.resolve("report.html");
    assertThat(Files.size(html)).isBetween(500_000L, 10_000_000L);
    List<String> rows = Files.readAllLines(folder.resolve("report.csv"));
    assertThat(rows).hasSize(301);
    // Sample values make every business gradable; nothing is left open.
    assertThat(rows.subList(1, rows.size()))
        .allSatisfy(row -> assertThat(row).containsPattern(",[ABCD],[0-9.]+,"));
    assertThat(Files.readString(folder.resolve("report.geojson"))).contains("\"360102\"");
  }

  @Test
  void theDatabaseOfTheDemonstrationCanBeReported() {
    String database = "jdbc:h2:file:" + folder.resolve("city-300-1-2026-10-31");
    Path out = folder.resolve("own.csv");
    CommandResult report =
        CommandResult.of(
            "report",
            "--db",
            database,
            "--region",
            "nanchang",
            "--policy",
            "cn-risk-2016",
            "--as-of",
            "2026-10-31",
            "--format",
            "csv",
            "--out",
            out.toString(),
            "--lang",
            "zh");
    assertThat(report.code()).as(report.err()).isZero();
    // Without the sample values, what no law publishes is left open.
    assertThat(out).content().contains("无等级", "以下各项未知：dynamic.inspection");
    CommandResult unknown =
        CommandResult.of(
            "report",
            "--db",
            database,
            "--region",
            "nanchang",
            "--policy",
            "cn-risk-2016",
            "--format",
            "pptx",
            "--out",
            out.toString());
    assertThat(unknown.code()).isEqualTo(2);
    assertThat(unknown.err()).contains("pptx", "html, ");
  }

  @Test
  void theSampleValuesAreNeverLoadedByDefault() {
    CommandResult shown = CommandResult.of("region", "show", "demo-nanchang");
    assertThat(shown.code()).isEqualTo(2);
    assertThat(shown.err()).contains("FS-REGION-0001");
  }

  private static CommandResult demo() {
    return CommandResult.of(
        "demo", "--businesses", "300", "--out", folder.toString(), "--lang", "en");
  }
}

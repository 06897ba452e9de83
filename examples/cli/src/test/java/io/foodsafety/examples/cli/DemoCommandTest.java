package io.foodsafety.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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
    assertThat(out).content().contains("无等级", "以下各项未知：动态：最近一次全项检查的不符合比例 [dynamic.inspection]");
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

  @ParameterizedTest
  @CsvSource({"0001-01-01", "2016-11-30", "9999-12-31"})
  void aDayOutsideTheTimeOfThePolicyIsWrongUsage(String day, @TempDir Path elsewhere) {
    Path out = elsewhere.resolve("demo");
    CommandResult refused =
        CommandResult.of("demo", "--until", day, "--out", out.toString(), "--lang", "en");

    assertThat(refused.code()).isEqualTo(2);
    assertThat(refused.errLines())
        .singleElement()
        .asString()
        .contains("FS-CLI-0001", "--until (" + day + ") must be a day from 2016-12-01 to today.");
    assertThat(out).doesNotExist();
  }

  @Test
  void theFirstDayOfThePolicyWillDo(@TempDir Path elsewhere) {
    CommandResult first =
        CommandResult.of(
            "demo",
            "--businesses",
            "5",
            "--until",
            "2016-12-01",
            "--out",
            elsewhere.toString(),
            "--lang",
            "en");

    assertThat(first.code()).as(first.err()).isZero();
    assertThat(elsewhere.resolve("report.csv")).content().contains("B000005");
  }

  @Test
  void aFolderThatCannotBeWrittenToIsOneLine(@TempDir Path elsewhere) throws IOException {
    Path file = Files.createFile(elsewhere.resolve("file"));
    for (Path out : List.of(file, file.resolve("below"))) {
      CommandResult refused = CommandResult.of("demo", "--out", out.toString(), "--lang", "en");

      assertThat(refused.code()).isEqualTo(2);
      assertThat(refused.errLines())
          .singleElement()
          .asString()
          .contains("FS-CLI-0001", "The folder (" + out + ") cannot be written to.");
    }
  }

  /** The sample values lie beside the records, for whoever asks for them. */
  @Test
  void thePackOfTheDemonstrationIsInItsFolder() {
    Path pack = folder.resolve("demo-nanchang");
    CommandResult valid = CommandResult.of("region", "validate", pack.toString());
    assertThat(valid.code()).as(valid.err()).isZero();
    CommandResult graded =
        CommandResult.of(
            "explain",
            "B000001",
            "--policy",
            "cn-risk-2016",
            "--region",
            "demo-nanchang",
            "--pack",
            pack.toString(),
            "--input",
            folder.resolve("records.ndjson").toString(),
            "--as-of",
            "2026-10-31",
            "--lang",
            "zh");
    assertThat(graded.code()).as(graded.err()).isZero();
    assertThat(graded.out()).contains("级风险", "分数的由来", "规定：食药监食监一〔2016〕115号");
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

package io.foodsafety.examples.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GradeCommandTest {

  private static final String POLICY = TestFiles.resource("policy.json");

  private static final String RECORDS =
      """
      {"type":"fact","id":"F3","kind":"inspection","subject":"S2","at":"2024-03-01","attributes":{"score":3},"recordedAt":"2024-03-01T00:00:00Z"}
      {"type":"fact","id":"F1","kind":"inspection","subject":"S1","at":"2024-01-01","attributes":{"score":1}}
      {"type":"withdraw","id":"W1","target":"F2","at":"2024-02-15","reason":"wrong"}
      {"type":"fact","id":"F2","kind":"inspection","subject":"S1","at":"2024-02-01","attributes":{"score":20},"recordedAt":"2024-02-10T16:00:00Z"}
      {"type":"subject","id":"S1","name":"红谷滩食堂"}
      {"type":"fact","id":"F4","kind":"sample","subject":"S3","refs":{"producer":"S1"},"at":"2024-01-01"}
      """;

  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource({
    // date, known on, score of S1; F2 was withdrawn on 2024-02-15 and learnt on 2024-02-11 in
    // Shanghai
    "2023-12-31,           , none",
    "2024-01-31,           , 1",
    "2024-02-14,           , 20",
    "2024-02-15,           , 1",
    "2024-02-14, 2024-02-10, 1",
    "2024-02-14, 2024-02-11, 20"
  })
  void seesWhatHadHappenedAndWhatWasKnown(String asOf, String knownOn, String score) {
    List<String> known = knownOn == null ? List.of() : List.of("--known-on", knownOn);

    CommandResult result = grade(known, "--as-of", asOf);

    assertThat(result.code()).isZero();
    if (knownOn == null) {
      assertThat(result.err()).isEmpty();
    } else {
      assertThat(result.errLines()).hasSize(1);
      assertThat(result.err())
          .contains("\"severity\":\"warning\",\"code\":\"FS-CLI-0005\"", "2"); // F1 and F4
    }
    assertThat(result.outLines()).hasSize(3);
    assertThat(result.outLines().get(0))
        .startsWith("{\"subject\":\"S1\",\"asOf\":\"" + asOf + "\",\"fact\":null,")
        .contains(score.equals("none") ? "\"score\":null" : "\"score\":" + score + ",");
  }

  @Test
  void anAssessmentForEachFactOfAKindUnderItsSubject() {
    CommandResult result = grade(List.of(), "--each", "inspection");

    assertThat(result.outLines()).hasSize(3);
    assertThat(result.outLines().get(0)).contains("S1", "\"fact\":\"F1\"", "\"score\":1,");
    assertThat(result.outLines().get(1)).contains("S1", "\"fact\":\"F2\"", "\"score\":20,");
    assertThat(result.outLines().get(2)).contains("S2", "\"fact\":\"F3\"", "\"score\":3,");

    CommandResult samples = grade(List.of(), "--each", "sample");
    assertThat(samples.outLines()).hasSize(1);
    assertThat(samples.out()).contains("\"subject\":\"S3\"");
    assertThat(grade(List.of("--as-of", "2024-01-31"), "--each", "inspection").outLines())
        .hasSize(1);
  }

  @Test
  void aDatabaseGivesTheSameAnswers() {
    String database = TestFiles.database(folder);
    CommandResult imported =
        CommandResult.with(RECORDS.getBytes(UTF_8), "import", "--json", "--db", database, "-");
    assertThat(imported.code()).isZero();

    for (List<String> options :
        List.of(
            List.of("--as-of", "2024-02-14"),
            List.of("--as-of", "2024-02-15"),
            List.of("--each", "inspection"),
            List.of("--as-of", "2024-02-14", "--each", "inspection"))) {
      String[] stored =
          Stream.concat(
                  Stream.of("grade", "--policy", POLICY, "--json", "--db", database),
                  options.stream())
              .toArray(String[]::new);

      CommandResult result = CommandResult.of(stored);

      assertThat(result.code()).isZero();
      assertThat(result.out()).isEqualTo(grade(options).out());
    }
  }

  @Test
  void aBusinessIsTheSameFromFilesAndDatabaseInWhateverOrderItsLinesCome() {
    List<String> lines =
        List.of(
            "{\"type\":\"fact\",\"id\":\"F1\",\"kind\":\"inspection\",\"subject\":\"S1\",\"at\":\"2024-01-01\",\"attributes\":{\"score\":1}}",
            "{\"type\":\"subject\",\"id\":\"S1\",\"name\":\"New\",\"validFrom\":\"2024-05-01\"}",
            "{\"type\":\"subject\",\"id\":\"S1\",\"name\":\"Between\",\"validFrom\":\"2024-03-01\"}",
            "{\"type\":\"subject\",\"id\":\"S1\",\"name\":\"Old\"}");
    List<String> reversed = new ArrayList<>(lines);
    Collections.reverse(reversed);
    for (List<String> order : List.of(lines, reversed)) {
      byte[] records = String.join("\n", order).getBytes(UTF_8);
      String database = TestFiles.database(folder.resolve(order == lines ? "a" : "b"));
      CommandResult imported = CommandResult.with(records, "import", "--db", database, "-");
      assertThat(imported.code()).isZero();

      CommandResult files =
          CommandResult.with(records, "grade", "--policy", POLICY, "--input", "-");
      CommandResult stored = CommandResult.of("grade", "--policy", POLICY, "--db", database);

      assertThat(files.outLines()).hasSize(2);
      assertThat(files.outLines().get(1)).matches("S1 +New .*");
      assertThat(stored.out()).isEqualTo(files.out());
    }
  }

  @Test
  void traceEventsInTheFileChangeNothing() {
    String events =
        """
        {"type":"trace","id":"E1","event":"create","party":"S9","outputs":[{"lot":"L1"}]}
        {"type":"trace","id":"F2","event":"void","target":"F1","reason":"no withdrawal"}
        """;
    String[] command = {
      "grade", "--policy", POLICY, "--json", "--input", "-", "--as-of", "2024-02-14"
    };

    CommandResult result = CommandResult.with((events + RECORDS).getBytes(UTF_8), command);

    assertThat(result.code()).isZero();
    assertThat(result.err()).isEmpty();
    assertThat(result.out()).isEqualTo(grade(List.of("--as-of", "2024-02-14")).out());
  }

  @Test
  void aPersonGetsATable() {
    CommandResult result =
        CommandResult.with(
            RECORDS.getBytes(UTF_8),
            "grade",
            "--policy",
            POLICY,
            "--input",
            "-",
            "--as-of",
            "2024-02-14",
            "--lang",
            "en");

    assertThat(result.out())
        .isEqualTo(
            """
            SUBJECT  NAME        AS OF       STATUS      SCORE  GRADE  NEXT  REASON
            S1       红谷滩食堂  2024-02-14  graded      20     B      -
            S2       -           2024-02-14  incomplete  -      -      -     Not known: score.
            S3       -           2024-02-14  incomplete  -      -      -     Not known: score.
            """);
    assertThat(result.errLines()).hasSize(1);
    assertThat(result.err()).matches("6 records in [0-9.]+ s: [0-9,]+ per second\\.\\s+");
  }

  @Test
  void theTableIsChineseOnRequest() {
    CommandResult result =
        CommandResult.with(
            RECORDS.getBytes(UTF_8),
            "grade",
            "--policy",
            POLICY,
            "--input",
            "-",
            "--as-of",
            "2024-02-14",
            "--lang",
            "zh");

    assertThat(result.outLines().get(0)).startsWith("主体  名称");
    assertThat(result.err()).contains("每秒");
  }

  private static CommandResult grade(List<String> options, String... more) {
    String[] args =
        Stream.of(
                Stream.of("grade", "--policy", POLICY, "--json", "--input", "-"),
                options.stream(),
                Stream.of(more))
            .flatMap(each -> each)
            .toArray(String[]::new);
    return CommandResult.with(RECORDS.getBytes(UTF_8), args);
  }
}

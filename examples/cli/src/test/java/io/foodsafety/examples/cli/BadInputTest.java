package io.foodsafety.examples.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Every class of bad input: one clear line each, good records kept, exit codes as documented. The
 * files are named for their fault, which is in line 3, between good records of S1 and S9.
 */
class BadInputTest {

  private static final String POLICY = TestFiles.resource("policy.json");

  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource({
    "not-utf8, FS-REC-0001",
    "not-json, FS-REC-0003",
    "duplicate-key, FS-REC-0006",
    "number-of-absurd-size, FS-REC-0007",
    "deep-nesting, FS-REC-0008",
    "unknown-type, FS-REC-0101",
    "missing-field, FS-REC-0103",
    "attribute-of-wrong-type, FS-REC-0104",
    "wrong-check-character-of-credit-code, FS-REC-0106",
    "wrong-check-digit-of-licence, FS-REC-0106",
    "wrong-division, FS-REC-0106",
    "event-in-the-future, FS-REC-0110",
    "ends-before-it-begins, FS-REC-0111",
    "unknown-kind, FS-REC-0120",
    "unknown-attribute, FS-REC-0121",
    "unknown-subject-attribute, FS-REC-0121",
    "duplicate-id-with-other-content, FS-FACT-0101",
    "withdrawal-of-unknown-fact, FS-FACT-0103",
    "subject-twice-with-other-content, FS-SUBJECT-0101",
    "trace-event-of-unknown-kind, FS-REC-0109",
    "trace-event-with-a-field-of-another, FS-REC-0102",
    "trace-unit-without-quantity, FS-REC-0103",
    "trace-negative-quantity, FS-REC-0114"
  })
  void aBadRecordIsOneLineAndTheGoodOnesAreGraded(String fault, String code) {
    String file = bad(fault);

    CommandResult result = grade(file);

    assertOneProblem(result, file + ":3", code);
    assertThat(result.outLines()).hasSize(2);
    assertThat(result.outLines().get(0)).contains("\"subject\":\"S1\"", "\"score\":12,");
    assertThat(result.outLines().get(1)).contains("\"subject\":\"S9\"", "\"grade\":\"B\"");
  }

  @Test
  void aTruncatedFileIsOneLineAndTheRecordsBeforeAreGraded() {
    String file = bad("truncated-last-line");

    CommandResult result = grade(file);

    assertOneProblem(result, file + ":3", "FS-REC-0004");
    assertThat(result.outLines()).hasSize(1);
  }

  @Test
  void aMillionCharacterNameIsOneShortLine() throws IOException {
    Path file = folder.resolve("million-character-name.ndjson");
    String good =
        Files.readString(Path.of(bad("not-json")), UTF_8).lines().findFirst().orElseThrow();
    Files.writeString(
        file,
        good
            + "\n{\"type\":\"subject\",\"id\":\"S2\",\"name\":\""
            + "名".repeat(1_000_000)
            + "\"}\n");

    CommandResult result = grade(file.toString());

    assertOneProblem(result, file + ":2 /name", "FS-REC-0107");
    assertThat(result.err().length()).isLessThan(500);
    assertThat(result.outLines()).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({
    "policy-with-overlapping-bands.json, FS-POL-0010",
    "policy-with-a-gap.json, FS-POL-0009",
    "policy-with-a-cycle.json, FS-POL-0004",
    "policy-truncated.json, FS-SRC-0001"
  })
  void aBadPolicyIsOneLineAndNothingIsGraded(String policy, String code) {
    String file = TestFiles.resource("bad/" + policy);

    CommandResult result =
        CommandResult.of("grade", "--policy", file, "--input", bad("not-json"), "--json");

    assertThat(result.code()).isEqualTo(2);
    assertThat(result.out()).isEmpty();
    assertThat(result.errLines()).hasSize(1);
    assertThat(result.err()).contains("\"code\":\"" + code + "\"", "\"source\":\"" + file + "\"");
  }

  @Test
  void whatCannotBeOpenedIsOneLineEach() {
    String missing = folder.resolve("missing.ndjson").toString();

    CommandResult result = grade(missing, folder.toString());

    assertThat(result.code()).isEqualTo(2);
    assertThat(result.out()).isEmpty();
    assertThat(result.errLines()).hasSize(2);
    assertThat(result.errLines().get(0)).contains("FS-IMPORT-0001", missing, "no such file");
    assertThat(result.errLines().get(1)).contains("FS-IMPORT-0001", "it is a folder");

    CommandResult noPolicy =
        CommandResult.of("grade", "--policy", missing, "--input", bad("not-json"));
    assertThat(noPolicy.code()).isEqualTo(2);
    assertThat(noPolicy.errLines()).hasSize(1);

    CommandResult noDatabase =
        CommandResult.of("grade", "--policy", POLICY, "--db", TestFiles.database(folder));
    assertThat(noDatabase.code()).isEqualTo(2);
    assertThat(noDatabase.errLines()).hasSize(1);
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void anUnknownFormatIsOneLine() throws IOException {
    Path file = Files.writeString(folder.resolve("a.txt"), "a,b\n1,2\n");

    assertThat(grade(file.toString()).err()).contains("FS-IMPORT-0003").contains("ndjson");
    assertThat(CommandResult.of("convert", "--format", "xml", file.toString()).err())
        .contains("FS-IMPORT-0002")
        .contains("ndjson");
  }

  @Test
  void anUnknownKindToGradeEachOfIsOneLine() {
    CommandResult result =
        CommandResult.of(
            "grade", "--policy", POLICY, "--input", bad("not-json"), "--each", "inspektion");

    assertThat(result.code()).isEqualTo(2);
    assertThat(result.errLines()).hasSize(1);
    assertThat(result.err()).contains("FS-CLI-0003", "inspection");
  }

  @Test
  void anImportKeepsEveryGoodRecordOfEveryBadFile() {
    List<String> args =
        new ArrayList<>(List.of("import", "--json", "--db", TestFiles.database(folder)));
    List<String> faults =
        List.of(
            "not-utf8", "unknown-kind", "truncated-last-line", "duplicate-id-with-other-content");
    faults.forEach(fault -> args.add(bad(fault)));

    CommandResult result = CommandResult.of(args.toArray(String[]::new));

    assertThat(result.code()).isEqualTo(1);
    assertThat(result.errLines()).hasSize(4);
    for (String fault : faults) {
      assertThat(result.err()).contains("\"source\":\"" + bad(fault) + "\",\"line\":3");
    }
    assertThat(result.out())
        .contains("\"recorded\":3,\"alreadyKnown\":8,\"rejected\":4,")
        .contains("\"fact\":{\"recorded\":2,")
        .contains("\"sealed\":true");
  }

  @Test
  void anImportTakesTheFilesThatCanBeRead() {
    String missing = folder.resolve("missing.ndjson").toString();

    CommandResult result =
        CommandResult.of(
            "import", "--db", TestFiles.database(folder), "--lang", "en", missing, bad("not-json"));

    assertThat(result.code()).isEqualTo(2);
    assertThat(result.err()).contains(missing + ": FS-IMPORT-0001", ":3: FS-REC-0003");
    assertThat(result.out()).contains("fact        2         0              0");
  }

  @Test
  void aFileThatCannotBeOpenedIsCounted() {
    String missing = folder.resolve("missing.ndjson").toString();

    CommandResult result =
        CommandResult.of(
            "import", "--json", "--db", TestFiles.database(folder), missing, bad("not-json"));

    assertThat(result.code()).isEqualTo(2);
    assertThat(result.out()).contains("\"unreadSources\":1,");
  }

  private static String bad(String fault) {
    return TestFiles.resource("bad/" + fault + ".ndjson");
  }

  private static CommandResult grade(String... files) {
    List<String> args =
        new ArrayList<>(List.of("grade", "--policy", POLICY, "--as-of", "2024-12-31", "--json"));
    args.add("--input");
    args.addAll(List.of(files));
    CommandResult json = CommandResult.of(args.toArray(String[]::new));
    args.remove("--json");
    args.addAll(1, List.of("--lang", "en"));
    CommandResult text = CommandResult.of(args.toArray(String[]::new));
    assertThat(text.code()).isEqualTo(json.code());
    return new CommandResult(json.code(), json.out(), text.err());
  }

  private static void assertOneProblem(CommandResult result, String place, String code) {
    assertThat(result.code()).isEqualTo(1);
    assertThat(result.errLines()).hasSize(2); // the other one says how quick the run was
    assertThat(result.errLines().get(0)).startsWith(place).contains(": " + code + " ");
    assertThat(result.errLines().get(1)).contains("per second");
  }
}

package io.foodsafety.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The page docs/write-a-region-pack.md, done as it says; and what goes wrong. */
class RegionCommandTest {

  private static final Pattern BLOCK = Pattern.compile("```\\w+ (\\S+)\\n(.*?)```", Pattern.DOTALL);

  @TempDir Path folder;
  private Path harbour;
  private Path oldTown;

  @BeforeEach
  void writeWhatThePageSays() throws IOException {
    String page =
        Files.readString(
            Path.of(System.getProperty("foodsafety.root"), "docs/write-a-region-pack.md"));
    Matcher blocks = BLOCK.matcher(page);
    int files = 0;
    while (blocks.find()) {
      Path file = folder.resolve(blocks.group(1));
      Files.createDirectories(file.getParent());
      Files.writeString(file, blocks.group(2));
      files++;
    }
    assertThat(files).as("files on the page").isEqualTo(8);
    harbour = folder.resolve("harbour");
    oldTown = folder.resolve("old-town");
  }

  @Test
  void thePackOfThePageGrades() {
    CommandResult valid = CommandResult.of("region", "validate", harbour.toString());
    assertThat(valid.err()).isEmpty();
    assertThat(valid.code()).isZero();
    assertThat(valid.out()).contains("harbour", "Harbour city");

    CommandResult graded = grade("2024-12-31", "--region", "harbour", "--pack", harbour.toString());
    assertThat(graded.err()).isEmpty();
    assertThat(graded.out()).contains("\"score\":15,", "\"grade\":\"red\"");
  }

  @Test
  void thePackOnTopChangesOneRowFromItsDay() {
    assertThat(
            CommandResult.of("region", "validate", oldTown.toString(), "--pack", harbour.toString())
                .code())
        .isZero();
    List<String> region =
        List.of("--region", "old-town", "--pack", harbour.toString(), "--pack", oldTown.toString());
    assertThat(grade("2024-12-31", region).out()).contains("\"score\":11,", "\"grade\":\"green\"");
    assertThat(grade("2024-06-30", region).out()).contains("\"score\":15,", "\"grade\":\"red\"");
  }

  @Test
  void everyValueIsShownWithItsOrigin() {
    CommandResult shown =
        CommandResult.of(
            "region",
            "show",
            "old-town",
            "--at",
            "2024-12-31",
            "--json",
            "--pack",
            harbour.toString(),
            "--pack",
            oldTown.toString());
    assertThat(shown.code()).isZero();
    assertThat(shown.outLines())
        .anySatisfy(
            line ->
                assertThat(line)
                    .contains("\"id\":\"snack-seats\"", "\"value\":\"1\"", "\"pack\":\"old-town\"")
                    .contains("seats.csv\",\"line\":2"))
        .anySatisfy(
            line ->
                assertThat(line)
                    .contains("\"id\":\"snack-seats\"", "\"value\":\"2\"", "\"pack\":\"harbour\""));
    assertThat(
            CommandResult.of(
                    "region",
                    "show",
                    "harbour",
                    "--pack",
                    harbour.toString(),
                    "--only",
                    "snack-risk-grades",
                    "--lang",
                    "zh")
                .out())
        .contains("snack-risk-grades", "red/colour", "harbour")
        .doesNotContain("snack-seats");
  }

  @Test
  void everyMistakeIsToldAtOnceWithItsFileAndLine() throws IOException {
    Files.writeString(harbour.resolve("seats.csv"), "above,to,points\n,20,two\n10,,5\n");
    Files.writeString(harbour.resolve("grades.csv"), "grade,zh,en\ngreen,低,Low\ngreen,低,Low\n");
    Files.writeString(harbour.resolve("notes.txt"), "nobody reads this");

    CommandResult result = CommandResult.of("region", "validate", harbour.toString());

    assertThat(result.code()).isEqualTo(1);
    assertThat(result.out()).isEmpty();
    assertThat(result.err())
        .contains("seats.csv:2: FS-REGION-0015")
        .contains("grades.csv:3: FS-REGION-0011")
        .contains("FS-REGION-0017")
        .contains("notes.txt", "FS-REGION-0008");
  }

  @Test
  void aFolderThatIsNoPackIsAFault() {
    CommandResult result = CommandResult.of("region", "validate", folder.toString());
    assertThat(result.code()).isEqualTo(1);
    assertThat(result.err()).contains("FS-REGION-0006", "pack.json");
  }

  @Test
  void anUnknownRegionOrPolicyNamesWhatThereIs() {
    CommandResult unknown = grade("2024-12-31", "--region", "nanchan");
    assertThat(unknown.code()).isEqualTo(2);
    assertThat(unknown.err()).contains("FS-REGION-0001", "nanchang");
    CommandResult policy = grade("2024-12-31", "--region", "nanchang");
    assertThat(policy.code()).isEqualTo(2);
    assertThat(policy.err()).contains("snack-risk", "cn-risk-2016");
  }

  @Test
  void aPackOfThisJarCanBeCheckedAsAFolder() {
    Path own =
        Path.of(
            System.getProperty("foodsafety.root"),
            "foodsafety-adapters/region-nanchang/src/main/resources/META-INF/foodsafety/nanchang");
    CommandResult result = CommandResult.of("region", "validate", own.toString());
    assertThat(result.code()).as(result.err()).isZero();
  }

  private CommandResult grade(String asOf, String... region) {
    return grade(asOf, List.of(region));
  }

  private CommandResult grade(String asOf, List<String> region) {
    List<String> args = new ArrayList<>(List.of("grade", "--policy", "snack-risk"));
    args.addAll(region);
    args.addAll(
        List.of("--input", folder.resolve("records.ndjson").toString(), "--as-of", asOf, "--json"));
    return CommandResult.of(args.toArray(String[]::new));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "grade --policy p.json --input x.ndjson --pack .",
        "import --db jdbc:h2:mem:x --pack . x.ndjson",
        "report --db jdbc:h2:mem:x --policy p --out x.html --pack ."
      })
  void aPackWithoutARegionIsWrongUsage(String call) {
    CommandResult refused = CommandResult.of((call + " --lang en").split(" "));

    assertThat(refused.code()).isEqualTo(2);
    assertThat(refused.errLines())
        .singleElement()
        .asString()
        .contains("FS-CLI-0001", "--pack needs --region");
  }
}

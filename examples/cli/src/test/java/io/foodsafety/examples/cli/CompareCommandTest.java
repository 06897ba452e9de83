package io.foodsafety.examples.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.foodsafety.region.Region;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The page docs/compare.md, done as it says; and what else can be asked for. */
class CompareCommandTest {

  private static final Path PAGE = Path.of(TestFiles.ofTree("docs/compare.md"));
  private static final String NATIONAL =
      TestFiles.ofTree(
          "foodsafety-adapters/region-cn/src/main/resources/META-INF/foodsafety/cn/policies/cn-risk-2016.json");
  private static final String POLICY = TestFiles.resource("policy.json");
  private static final Pattern DIFF =
      Pattern.compile("^```diff\n(.*?)^```$", Pattern.MULTILINE | Pattern.DOTALL);

  private static final String RECORDS =
      """
      {"type":"subject","id":"S1","name":"红谷滩食堂","division":"360113"}
      {"type":"fact","id":"F1","kind":"inspection","subject":"S1","at":"2024-01-01","attributes":{"score":1}}
      {"type":"fact","id":"F2","kind":"inspection","subject":"S2","at":"2024-02-01","attributes":{"score":20}}
      """;

  private static final String PACK =
      TestFiles.ofTree("examples/cli/src/main/resources/META-INF/foodsafety/demo-nanchang");

  private static final String WHOLE = "records.ndjson";
  private static final String PART = "part.ndjson";

  @TempDir static Path city;
  @TempDir Path folder;

  /** The records that {@code foodsafety demo} makes up. */
  @BeforeAll
  static void makeUpACity() throws IOException {
    Region region = RegionOptions.read("demo-nanchang", List.of(Path.of(PACK)));
    DemoCity demo = new DemoCity(region, 1, LocalDate.of(2026, 10, 31));
    demo.write(city.resolve(WHOLE), 20_000, count -> assertThat(count).isPositive());
    demo.write(city.resolve(PART), 200, count -> assertThat(count).isPositive());
  }

  /** The policy of the pack with the changes of the page, each of which fits in one place. */
  private Path proposal() throws IOException {
    String policy = Files.readString(Path.of(NATIONAL));
    Matcher diffs = DIFF.matcher(Files.readString(PAGE));
    while (diffs.find()) {
      String before = side(diffs.group(1), "+");
      assertThat(policy.split(Pattern.quote(before), -1)).as(before).hasSize(2);
      policy = policy.replace(before, side(diffs.group(1), "-"));
    }
    return Files.writeString(folder.resolve("proposal.json"), policy);
  }

  private static String side(String diff, String without) {
    return diff.lines()
        .filter(line -> !line.startsWith(without))
        .map(line -> line.substring(1) + "\n")
        .collect(Collectors.joining());
  }

  /** A run over the made-up city. */
  private static String demo(String language, String... command) {
    return run(WHOLE, language, command);
  }

  private static String run(String records, String language, String... command) {
    String[] args =
        Stream.concat(
                Stream.of(command),
                Stream.of(
                    "--region",
                    "demo-nanchang",
                    "--pack",
                    PACK,
                    "--input",
                    city.resolve(records).toString(),
                    "--as-of",
                    "2026-10-31",
                    "--lang",
                    language))
            .toArray(String[]::new);
    CommandResult result = CommandResult.of(args);
    assertThat(result.code()).as(result.err()).isZero();
    return result.out();
  }

  @Test
  void thePageShowsATrueComparison() throws IOException {
    String b = proposal().toString();
    checkPage("proposal", demo("en", "compare", "--a", "cn-risk-2016", "--b", b));
  }

  @Test
  void thePageShowsATrueComparisonOfTwoScales() throws IOException {
    checkPage(
        "draft",
        demo(
            "zh",
            "compare",
            "--a",
            "cn-risk-2016",
            "--b",
            "cn-risk-2022-draft",
            "--segment",
            "production"));
  }

  @Test
  void thePageShowsATrueOutlook() throws IOException {
    checkPage("outlook", demo("en", "outlook", "B000033", "--policy", "cn-risk-2016"));
  }

  @Test
  void thePageShowsTrueExplanations() throws IOException {
    for (String language : List.of("zh", "en")) {
      checkPage(
          "explain " + language, demo(language, "explain", "B000033", "--policy", "cn-risk-2016"));
    }
  }

  @Test
  void aPolicyOfAnotherCityOfWhichThereAreNoFacts() {
    String shanghai = TestFiles.ofTree("examples/policies/shanghai-catering-points-2015.json");
    for (String language : List.of("zh", "en")) {
      String[] lines =
          demo(language, "compare", "--a", "cn-risk-2016", "--b", shanghai, "--segment", "catering")
              .split("\n");
      assertThat(lines)
          .anyMatch(line -> line.matches(".*(b reads facts|b 所用的下列事实).*penalty-points.*"))
          .anyMatch(line -> line.matches(".*(not said under b|b 未规定).*"))
          .noneMatch(line -> line.matches(".*(BETTER|变好 ).*"));
    }
  }

  @Test
  void anAssessmentIsWhatExplainGivesAsJson() {
    String json = run(PART, "en", "explain", "B000033", "--policy", "cn-risk-2016", "--json");
    assertThat(json).startsWith("{\"subject\":\"B000033\",\"asOf\":\"2026-10-31\"");
  }

  private static void checkPage(String name, String output) throws IOException {
    Pattern block =
        Pattern.compile(
            "(^```output " + name + "\n)(.*?)(^```$)", Pattern.MULTILINE | Pattern.DOTALL);
    String page = Files.readString(PAGE);
    Matcher matcher = block.matcher(page);
    assertThat(matcher.find()).isTrue();
    if (Boolean.getBoolean("foodsafety.docs.write")) {
      Files.writeString(
          PAGE, page.substring(0, matcher.start(2)) + output + page.substring(matcher.end(2)));
    } else {
      assertThat(matcher.group(2)).isEqualTo(output);
    }
  }

  private static CommandResult compare(String... more) {
    String[] args =
        Stream.concat(Stream.of("compare", "--a", POLICY), Stream.of(more)).toArray(String[]::new);
    return CommandResult.with(RECORDS.getBytes(UTF_8), args);
  }

  @Test
  void aPolicyAndItselfMoveNobody() {
    CommandResult result =
        compare("--b", POLICY, "--input", "-", "--as-of", "2024-12-31", "--json");

    assertThat(result.code()).as(result.err()).isZero();
    assertThat(result.outLines()).hasSize(1);
    assertThat(result.out())
        .contains("\"type\":\"comparison\"", "\"businesses\":2,\"same\":2,")
        .contains("\"inspectionsA\":null");
  }

  @Test
  void aDatabaseAndFilesGiveTheSame() throws IOException {
    String database = TestFiles.database(folder);
    assertThat(
            CommandResult.with(RECORDS.getBytes(UTF_8), "import", "--json", "--db", database, "-")
                .code())
        .isZero();
    Path worse =
        Files.writeString(
            folder.resolve("worse.json"),
            Files.readString(Path.of(POLICY))
                .replace("\"version\": \"1\"", "\"version\": \"2\"")
                .replace("\"to\": 10", "\"to\": 0")
                .replace("\"above\": 10", "\"above\": 0"));

    for (String language : List.of("en", "zh")) {
      CommandResult files =
          compare(
              "--b", worse.toString(), "--input", "-", "--as-of", "2024-12-31", "--lang", language);
      CommandResult stored =
          compare(
              "--b",
              worse.toString(),
              "--db",
              database,
              "--as-of",
              "2024-12-31",
              "--lang",
              language);

      assertThat(files.code()).as(files.err()).isZero();
      assertThat(stored.out()).isEqualTo(files.out());
      assertThat(files.out())
          .contains(language.equals("en") ? "1 of 2 businesses (50%)" : "2 家主体中有 1 家（50%）结果改变")
          .contains("红谷滩食堂", language.equals("en") ? "bounds of the grades" : "等级分数线");
    }
  }

  @Test
  void theOutlookOfADatabaseIsThatOfFiles() {
    String database = TestFiles.database(folder);
    CommandResult.with(RECORDS.getBytes(UTF_8), "import", "--json", "--db", database, "-");
    String[] command = {"outlook", "S2", "--policy", POLICY, "--as-of", "2024-12-31", "--json"};
    String[] ofFiles =
        Stream.concat(Stream.of(command), Stream.of("--input", "-")).toArray(String[]::new);
    String[] ofDatabase =
        Stream.concat(Stream.of(command), Stream.of("--db", database)).toArray(String[]::new);

    CommandResult files = CommandResult.with(RECORDS.getBytes(UTF_8), ofFiles);

    assertThat(files.code()).as(files.err()).isZero();
    assertThat(files.out())
        .startsWith("{\"type\":\"outlook\",\"subject\":\"S2\"")
        .contains("\"fact\":\"F2\"");
    assertThat(CommandResult.of(ofDatabase).out()).isEqualTo(files.out());
  }

  @Test
  void whatIsNotThereIsSaid() {
    CommandResult unknown =
        CommandResult.with(
            RECORDS.getBytes(UTF_8), "outlook", "S9", "--policy", POLICY, "--input", "-");
    assertThat(unknown.code()).isEqualTo(ExitCode.USAGE);
    assertThat(unknown.err()).contains("S9");

    CommandResult zones =
        compare(
            "--b",
            TestFiles.ofTree("examples/policies/new-york-2010.json"),
            "--input",
            "-",
            "--lang",
            "en");
    assertThat(zones.code()).isEqualTo(ExitCode.USAGE);
    assertThat(zones.err()).contains("two zones (Asia/Shanghai and America/New_York)");
  }
}

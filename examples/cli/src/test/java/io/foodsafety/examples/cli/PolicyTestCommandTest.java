package io.foodsafety.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.foodsafety.testkit.rules.PolicyCases;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PolicyTestCommandTest {

  private static final String POLICY = TestFiles.ofTree("examples/policies/wuhan-credit-2017.json");
  private static final String CASES =
      TestFiles.ofTree("examples/policies/cases/wuhan-credit-2017.json");

  private static final int COUNT = PolicyCases.read(Path.of(CASES)).cases().size();

  @TempDir Path folder;

  /** The cases with something changed. */
  private String changed(String before, String after) throws IOException {
    String text = Files.readString(Path.of(CASES));
    assertThat(text).contains(before);
    return Files.writeString(folder.resolve("cases.json"), text.replace(before, after)).toString();
  }

  @Test
  void casesOfAPolicyFileHold() {
    CommandResult result =
        CommandResult.of("policy", "test", "--policy", POLICY, CASES, "--changes", "--lang", "en");

    assertThat(result.err()).isEmpty();
    assertThat(result.code()).isZero();
    assertThat(result.outLines())
        .contains("ok    a clean year", COUNT + " cases, 0 of them not as expected.")
        .hasSize(COUNT + 1);
  }

  @Test
  void aCaseThatFailsShowsWhatCameAndWhy() throws IOException {
    String cases = changed("\"score\": 9.5", "\"score\": 9");
    CommandResult result =
        CommandResult.of("policy", "test", "--policy", POLICY, cases, "--lang", "en");

    assertThat(result.code()).isEqualTo(1);
    assertThat(result.out())
        .contains(
            """
            FAIL  a warning
                  score: expected 9, came 9.5.
                  as of 2017-12-31, status graded, points 9.5, grade A
            """)
        .contains(COUNT + " cases, 1 of them not as expected.");
    assertThat(CommandResult.of("policy", "test", "--policy", POLICY, cases, "--lang", "zh").out())
        .contains("不符  a warning", "score：应为 9，实为 9.5。", "共 " + COUNT + " 个用例，其中 1 个不符。");
    assertThat(CommandResult.of("policy", "test", "--policy", POLICY, cases, "--json").outLines())
        .hasSize(COUNT)
        .filteredOn(line -> line.contains("\"passed\":false"))
        .singleElement()
        .asString()
        .contains("\"case\":\"a warning\"", "FS-CASE-0101");
  }

  @Test
  void saysWhatNoCaseSpeaksOfAndNotices() throws IOException {
    String cases =
        Files.writeString(
                folder.resolve("cases.json"),
                """
                {"policy": "wuhan-credit-2017", "cases": [
                  {"case": "a clean year", "asOf": "2017-12-31", "expect": {"score": 10, "lines": {"credit.base": 10}}}
                ]}
                """)
            .toString();
    CommandResult result =
        CommandResult.of("policy", "test", "--policy", POLICY, cases, "--changes", "--lang", "en");

    assertThat(result.code()).isZero();
    assertThat(result.outLines())
        .contains(
            "No case speaks of: credit.penalties",
            "No case speaks of: credit.floor",
            "No case notices: /tables/deduction/words/fine: 2 instead of 1")
        .doesNotContain("No case speaks of: credit.base");
  }

  /** A changed copy of a policy of the region, whose tables are those of the region. */
  @Test
  void aProposalReadsTablesOfTheRegion() throws IOException {
    String policies =
        TestFiles.ofTree(
            "foodsafety-adapters/region-cn/src/main/resources/META-INF/foodsafety/cn/policies/cn-responsibility.json");
    String cases =
        TestFiles.ofTree(
            "foodsafety-adapters/region-cn/src/test/resources/cases/cn-responsibility.json");
    assertThat(CommandResult.of("policy", "check", policies, "--json").err())
        .contains("FS-POL-0017");

    CommandResult check = CommandResult.of("policy", "check", policies, "--region", "cn");
    assertThat(check.code()).as(check.err()).isZero();

    CommandResult test =
        CommandResult.of(
            "policy",
            "test",
            "--policy",
            policies,
            "--region",
            "cn",
            "--changes",
            cases,
            "--lang",
            "en");
    assertThat(test.code()).as(test.err()).isZero();
    // The cases hold, and notice most changes: a change is read with the tables of the region too.
    assertThat(test.out()).contains(" 0 of them not as expected.").contains("No case notices: ");
  }

  @Test
  void casesOfARegionHold() {
    CommandResult result =
        CommandResult.of(
            "policy",
            "test",
            "--region",
            "cn",
            TestFiles.ofTree(
                "foodsafety-adapters/region-cn/src/test/resources/cases/cn-barred-persons.json"),
            TestFiles.ofTree(
                "foodsafety-adapters/region-cn/src/test/resources/cases/cn-supervision.json"),
            "--lang",
            "en");

    assertThat(result.err()).isEmpty();
    assertThat(result.code()).isZero();
    assertThat(result.out()).contains(" 0 of them not as expected.");
  }

  @Test
  void aWrongCallIsOneLine() {
    CommandResult result = CommandResult.of("policy", "test", CASES, "--lang", "en");

    assertThat(result.code()).isEqualTo(2);
    assertThat(result.errLines()).singleElement().asString().contains("--policy", "--region");
    assertThat(CommandResult.of("policy", "test", "--policy", POLICY).code()).isEqualTo(2);
  }

  @Test
  void aWrongFileOfCasesSaysWhereItIsWrong() throws IOException {
    CommandResult result =
        CommandResult.of(
            "policy",
            "test",
            "--policy",
            POLICY,
            changed("\"expect\": {\"score\": 9.5", "\"expects\": {\"score\": 9.5"),
            "--lang",
            "en");

    assertThat(result.code()).isEqualTo(2);
    assertThat(result.out()).isEmpty();
    assertThat(result.err())
        .contains("cases.json:", "/cases/1/expects", "FS-CASE-0003", "FS-CASE-0004");
  }
}

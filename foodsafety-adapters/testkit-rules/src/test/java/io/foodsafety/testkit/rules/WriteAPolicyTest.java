package io.foodsafety.testkit.rules;

import static io.foodsafety.testkit.rules.Expectation.citing;
import static io.foodsafety.testkit.rules.Expectation.grade;
import static io.foodsafety.testkit.rules.Expectation.points;
import static io.foodsafety.testkit.rules.FactLine.fact;
import static io.foodsafety.testkit.rules.PolicyVerifier.verifyThat;
import static io.foodsafety.testkit.rules.SubjectLine.subject;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import io.foodsafety.fact.FactCatalogue;
import io.foodsafety.model.issue.Issue;
import io.foodsafety.risk.PolicyException;
import io.foodsafety.risk.RiskPolicy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** What docs/write-a-policy.md shows is what comes. */
class WriteAPolicyTest {

  private static final String SOURCE = "lantern-street.json";
  private static final Path ROOT = Path.of(System.getProperty("foodsafety.root"));
  private static final List<Block> BLOCKS = blocks();
  private static final String POLICY = only("json policy");
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final JsonSchema SCHEMA =
      JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
          .getSchema(
              Objects.requireNonNull(RiskPolicy.class.getResourceAsStream("policy-1.schema.json")));

  /** A code block: what follows the three marks, and what stands between them. */
  private record Block(String label, String text) {}

  private static String page() {
    try {
      return Files.readString(ROOT.resolve("docs/write-a-policy.md"), UTF_8);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static List<Block> blocks() {
    return Pattern.compile("^```([^\n]*)\n(.*?)^```$", Pattern.MULTILINE | Pattern.DOTALL)
        .matcher(page())
        .results()
        .map(match -> new Block(match.group(1), match.group(2)))
        .toList();
  }

  private static String only(String label) {
    List<String> found =
        BLOCKS.stream().filter(each -> each.label().equals(label)).map(Block::text).toList();
    assertThat(found).as("blocks marked ```%s", label).hasSize(1);
    return found.get(0);
  }

  private static RiskPolicy parse(String text) {
    return RiskPolicy.parse(text.getBytes(UTF_8), SOURCE, FactCatalogue.standard());
  }

  private static PolicyCases cases(String text) {
    return PolicyCases.parse(text.getBytes(UTF_8), "lantern-cases.json");
  }

  @Test
  void thePolicyIsOne() throws IOException {
    assertThat(parse(POLICY).warnings()).isEmpty();
    assertThat(SCHEMA.validate(JSON.readTree(POLICY))).isEmpty();
  }

  @TestFactory
  Stream<DynamicTest> theCasesHold() {
    return cases(only("json cases")).cases().stream()
        .map(
            each ->
                DynamicTest.dynamicTest(
                    each.name(), () -> each.check(parse(POLICY)).verify(Locale.ENGLISH)));
  }

  @Test
  void everyLineHasACase() {
    assertThat(cases(only("json cases")).untested(parse(POLICY))).isEmpty();
  }

  @Test
  void aCaseThatFailsSaysWhatIsShown() {
    String wrong = only("json cases").replaceFirst("\"static.area\": 1\\}", "\"static.area\": 3}");
    CaseResult result = cases(wrong).cases().get(1).check(parse(POLICY));

    assertThat(shown("FAIL  ", result, Locale.ENGLISH)).isEqualTo(only("failure en"));
    assertThat(shown("不符  ", result, Locale.CHINESE)).isEqualTo(only("failure zh"));
  }

  private static String shown(String mark, CaseResult result, Locale locale) {
    return mark + result.describe(locale).replace("\n", "\n    ") + "\n";
  }

  @Test
  void whatNoCaseNoticesIsWhatIsShown() {
    String cases = only("json cases");
    String more = only("json more").strip();
    String all =
        cases.substring(0, cases.lastIndexOf(']')) + "," + more.substring(1, more.length()) + "}";

    assertThat(unnoticed(cases(cases)))
        .containsExactlyElementsOf(only("text unnoticed").lines().toList());
    assertThat(unnoticed(cases(all))).isEmpty();
  }

  private static List<String> unnoticed(PolicyCases cases) {
    return PolicyMutant.of(POLICY.getBytes(UTF_8)).stream()
        .filter(mutant -> cases.cases().stream().allMatch(each -> passes(each, mutant)))
        .map(mutant -> "No case notices: " + mutant.change())
        .toList();
  }

  private static boolean passes(PolicyCase each, PolicyMutant mutant) {
    try {
      return each.check(parse(mutant.text())).passed();
    } catch (PolicyException refused) {
      return false;
    }
  }

  @TestFactory
  Stream<DynamicTest> mistakesGiveTheMessagesShown() {
    List<DynamicTest> tests = new ArrayList<>();
    for (int i = 0; i < BLOCKS.size(); i++) {
      if (BLOCKS.get(i).label().startsWith("diff mistake")) {
        Block mistake = BLOCKS.get(i);
        Block messages = BLOCKS.get(i + 1);
        tests.add(DynamicTest.dynamicTest(mistake.text(), () -> checkMistake(mistake, messages)));
      }
    }
    assertThat(tests).hasSize(10);
    return tests.stream();
  }

  private static void checkMistake(Block mistake, Block messages) {
    String before = lines(mistake, "-");
    assertThat(POLICY).contains(before);
    String text = POLICY.replaceFirst(Pattern.quote(before), lines(mistake, "+"));

    assertThat(
            messages(text).stream()
                .flatMap(
                    issue ->
                        Stream.of(issue.toLine(Locale.ENGLISH), issue.message(Locale.CHINESE))))
        .containsExactlyElementsOf(messages.text().lines().toList());
    assertThat(isUnderlined(text)).isEqualTo(mistake.label().endsWith(" editor"));
  }

  private static String lines(Block mistake, String mark) {
    return mistake
        .text()
        .lines()
        .filter(line -> line.startsWith(mark))
        .map(line -> line.substring(1) + "\n")
        .reduce("", String::concat);
  }

  private static List<Issue> messages(String text) {
    try {
      return parse(text).warnings();
    } catch (PolicyException e) {
      return e.issues();
    }
  }

  private static boolean isUnderlined(String text) {
    try {
      return !SCHEMA.validate(JSON.readTree(text)).isEmpty();
    } catch (JsonProcessingException notJson) {
      return true;
    }
  }

  @Test
  void theLineOfJavaHolds() throws IOException {
    RiskPolicy policy = parse(POLICY);

    verifyThat(policy)
        .of(subject("catering").with("areaM2", 200))
        .given(fact("penalty").on("2024-01-01").with("type", "fine"))
        .asOf("2024-12-31")
        .yields(points("dynamic.penalties", 4), grade("yellow"), citing("article 2"));

    Path source =
        ROOT.resolve("foodsafety-adapters/testkit-rules/src/test/java")
            .resolve(getClass().getName().replace('.', '/') + ".java");
    assertThat(Files.readString(source, UTF_8).replaceAll("\\s", ""))
        .contains(only("java").replaceAll("\\s", ""));
  }
}

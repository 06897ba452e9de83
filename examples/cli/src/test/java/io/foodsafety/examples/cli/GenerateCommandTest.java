package io.foodsafety.examples.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class GenerateCommandTest {

  private static final String POLICY = TestFiles.ofTree("examples/policies/risk-2016-sample.json");

  @Test
  void theSameSeedGivesTheSameBytes() {
    String first = generate("7");

    assertThat(generate("7")).isEqualTo(first);
    assertThat(generate("8")).isNotEqualTo(first);
    assertThat(first.lines().filter(line -> line.contains("\"type\":\"subject\""))).hasSize(200);
    assertThat(first.lines().filter(line -> line.startsWith("{\"type\":\"fact\""))).hasSize(2_000);
    assertThat(first.lines().filter(line -> line.startsWith("{\"type\":\"withdraw\"")))
        .hasSizeBetween(5, 50);
  }

  @Test
  void whatIsMadeUpIsAcceptedAndGraded() {
    CommandResult result =
        CommandResult.with(
            generate("7").getBytes(UTF_8),
            "grade",
            "--policy",
            POLICY,
            "--input",
            "-",
            "--as-of",
            "2024-12-31",
            "--json");

    assertThat(result.code()).isZero();
    assertThat(result.err()).isEmpty();
    assertThat(result.outLines()).hasSize(200);
    assertThat(result.outLines())
        .filteredOn(line -> line.contains("\"status\":\"graded\""))
        .hasSizeGreaterThan(150);
    assertThat(result.out()).contains("\"grade\":\"A\"", "\"grade\":\"B\"");
  }

  @Test
  void negativeNumbersAreWrongUsage() {
    assertThat(CommandResult.of("generate", "--subjects", "-1").code()).isEqualTo(2);
    assertThat(CommandResult.of("generate", "--subjects", "x").code()).isEqualTo(2);
    assertThat(CommandResult.of("generate", "--subjects", "0").code()).isZero();
  }

  private static String generate(String seed) {
    CommandResult result =
        CommandResult.of("generate", "--subjects", "200", "--seed", seed, "--json");
    assertThat(result.code()).isZero();
    assertThat(result.err()).isEmpty();
    return result.out();
  }
}

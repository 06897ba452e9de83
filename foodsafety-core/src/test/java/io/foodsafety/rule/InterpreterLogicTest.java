package io.foodsafety.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Three-valued logic with unknowns in every position: T, F, and two unknown conditions whose reason
 * is 1 or 2.
 */
class InterpreterLogicTest {

  @ParameterizedTest(name = "{0}: all {1}, any {2}, none {3}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # operands | all | any | none
          T     | T | T | F
          F     | F | F | T
          1     | 1 | 1 | 1
          T T   | T | T | F
          T F   | F | T | F
          F T   | F | T | F
          F F   | F | F | T
          T 1   | 1 | T | F
          1 T   | 1 | T | F
          F 1   | F | 1 | 1
          1 F   | F | 1 | 1
          1 2   | 1 | 1 | 1
          2 1   | 2 | 2 | 2
          T T T | T | T | F
          F F F | F | F | T
          T 1 F | F | T | F
          1 T F | F | T | F
          1 F T | F | T | F
          T T 1 | 1 | T | F
          T 1 T | 1 | T | F
          F F 1 | F | 1 | 1
          1 F F | F | 1 | 1
          F 2 1 | F | 2 | 2
          T 2 1 | 2 | T | F
          1 2 F | F | 1 | 1
          1 2 T | 1 | T | F
          """)
  void joins(String operands, String all, String any, String none) {
    List<String> each = List.of(operands.split(" "));
    assertThat(joined("all", each)).isEqualTo(all);
    assertThat(joined("any", each)).isEqualTo(any);
    assertThat(joined("none", each)).isEqualTo(none);
  }

  @ParameterizedTest(name = "not {0} = {1}")
  @CsvSource({"T, F", "F, T", "1, 1"})
  void negates(String operand, String expected) {
    assertThat(value("{'not':%s}".formatted(condition(operand)))).isEqualTo(expected);
  }

  private static String joined(String junction, List<String> operands) {
    List<String> conditions = operands.stream().map(InterpreterLogicTest::condition).toList();
    return value("{'%s':[%s]}".formatted(junction, String.join(",", conditions)));
  }

  private static String condition(String operand) {
    return switch (operand) {
      case "T" -> "true";
      case "F" -> "false";
      default -> "{'eq':[0,{'divide':[%s,0]}]}".formatted(operand);
    };
  }

  private static String value(String expression) {
    String text = RuleFixture.inShanghai().on("2024-06-30", expression, "").text();
    return switch (text) {
      case "true" -> "T";
      case "false" -> "F";
      default -> text.substring(text.length() - 1);
    };
  }
}

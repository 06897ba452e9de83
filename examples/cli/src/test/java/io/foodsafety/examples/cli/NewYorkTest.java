package io.foodsafety.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.foodsafety.record.CanonicalJson;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The grades of New York, reproduced from its scores by a policy file alone. */
class NewYorkTest {

  private static final Path DATA =
      Path.of(System.getProperty("foodsafety.data", "."), "nyc", "inspections.csv");

  private static final String POLICY = TestFiles.ofTree("examples/policies/new-york-2010.json");

  @Test
  void thePolicyGivesThePostedGrade() throws IOException {
    assumeThat(DATA).as("the data of New York, which is not part of the repository").exists();
    CommandResult converted = CommandResult.of("convert", "--json", DATA.toString());
    assertThat(converted.code()).isZero();
    Map<String, String> posted = postedGrades(converted.outLines());
    assertThat(posted).hasSize(24_839);

    CommandResult result =
        CommandResult.of(
            "grade",
            "--policy",
            POLICY,
            "--input",
            DATA.toString(),
            "--each",
            "inspection",
            "--json");

    assertThat(result.code()).isZero();
    assertThat(result.err()).isEmpty();
    Set<String> restaurants = new HashSet<>();
    int graded = 0;
    int agreeing = 0;
    for (String line : result.outLines()) {
      Map<String, ?> assessment = parse(line);
      restaurants.add((String) assessment.get("subject"));
      String grade = posted.remove((String) assessment.get("fact"));
      if (List.of("A", "B", "C").contains(grade)) {
        graded++;
        agreeing += grade.equals(assessment.get("grade")) ? 1 : 0;
      }
    }
    assertThat(posted).isEmpty();
    assertThat(restaurants).hasSize(5_169);
    assertThat(graded).isEqualTo(24_335);
    assertThat(agreeing).isEqualTo(24_137);
  }

  private static Map<String, String> postedGrades(List<String> lines) {
    Map<String, String> posted = new HashMap<>();
    for (String line : lines) {
      Map<String, ?> record = parse(line);
      if (record.get("type").equals("fact")
          && record.get("attributes") instanceof Map<?, ?> attributes) {
        assertThat(attributes.get("score")).isInstanceOf(BigDecimal.class);
        posted.put((String) record.get("id"), (String) attributes.get("postedGrade"));
      }
    }
    return posted;
  }

  private static Map<String, ?> parse(String line) {
    return CanonicalJson.read(line.getBytes(StandardCharsets.UTF_8));
  }
}

package io.foodsafety.docs;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.foodsafety.fact.AsOf;
import io.foodsafety.fact.FactCatalogue;
import io.foodsafety.fact.FactHistory;
import io.foodsafety.model.fact.Fact;
import io.foodsafety.model.issue.Issue;
import io.foodsafety.model.subject.Subject;
import io.foodsafety.record.Decoded;
import io.foodsafety.record.NdjsonFormat;
import io.foodsafety.record.RecordDecoder;
import io.foodsafety.risk.PolicyException;
import io.foodsafety.risk.RiskAssessment;
import io.foodsafety.risk.RiskGrader;
import io.foodsafety.risk.RiskPolicy;
import io.foodsafety.spi.format.DataRecord;
import io.foodsafety.spi.format.RecordSink;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The examples of docs/policies.md are what they are said to be. */
class DocumentedPoliciesTest {

  private static final ObjectMapper JSON =
      new ObjectMapper().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);

  /** A code block: what follows the three marks, and what stands between them. */
  private record Block(String label, String text, int line) {}

  private static final List<Block> BLOCKS = blocks();

  private static List<Block> blocks() {
    Path page = Path.of(System.getProperty("foodsafety.root"), "docs", "policies.md");
    String text;
    try {
      text = Files.readString(page, UTF_8);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
    List<Block> blocks = new ArrayList<>();
    var matcher =
        Pattern.compile("^```([^\n]*)\n(.*?)^```$", Pattern.MULTILINE | Pattern.DOTALL)
            .matcher(text);
    while (matcher.find()) {
      int line = (int) text.substring(0, matcher.start()).lines().count() + 1;
      blocks.add(new Block(matcher.group(1).strip(), matcher.group(2), line));
    }
    return blocks;
  }

  private static List<Block> blocks(String label) {
    List<Block> found = BLOCKS.stream().filter(block -> block.label().equals(label)).toList();
    assertThat(found).as("blocks marked ```%s", label).isNotEmpty();
    return found;
  }

  private static RiskPolicy parse(String text) {
    return RiskPolicy.parse(text.getBytes(UTF_8), "policies.md", FactCatalogue.standard());
  }

  @TestFactory
  Stream<DynamicTest> policiesCanBeRead() {
    return blocks("json policy").stream()
        .map(
            block ->
                DynamicTest.dynamicTest(
                    "line " + block.line(),
                    () -> assertThat(parse(block.text()).warnings()).isEmpty()));
  }

  @TestFactory
  Stream<DynamicTest> expressionsCanBeReadWithTheTablesAndDefinitionsOfTheWorkedExample() {
    return blocks("json expr").stream()
        .flatMap(
            block ->
                block
                    .text()
                    .lines()
                    .filter(line -> !line.isBlank())
                    .map(
                        line ->
                            DynamicTest.dynamicTest(
                                "line " + block.line() + ": " + line,
                                () -> assertThat(parse(wrap(line)).lines()).hasSize(1))));
  }

  private static String wrap(String expression) throws IOException {
    ObjectNode policy = (ObjectNode) JSON.readTree(blocks("json policy").get(0).text());
    policy.remove(List.of("static", "dynamic", "caps", "bestOf", "limits", "noGrade"));
    policy.remove(List.of("directGrades", "adjustments", "appliesTo"));
    ObjectNode line = policy.putArray("static").addObject();
    line.put("item", "example").put("points", 0).put("basis", "none");
    line.set("value", JSON.readTree(expression));
    return JSON.writeValueAsString(policy);
  }

  @Test
  void theWorkedExampleGivesTheAssessmentShown() throws IOException {
    RiskPolicy policy = parse(blocks("json policy").get(0).text());
    Records records = Records.read(blocks("ndjson").get(0).text());

    RiskAssessment assessment =
        RiskGrader.of(policy)
            .grade(
                records.subjects.get(0),
                FactHistory.of(records.facts, List.of()),
                AsOf.date(LocalDate.of(2024, 12, 31)));

    ObjectNode expected = (ObjectNode) JSON.readTree(blocks("json assessment").get(0).text());
    ObjectNode actual = (ObjectNode) JSON.readTree(assessment.toJson());
    ((ObjectNode) expected.get("policy")).put("sha256", "");
    ((ObjectNode) actual.get("policy")).put("sha256", "");
    assertThat((JsonNode) actual).isEqualTo(expected);
  }

  @Test
  void theBrokenPolicyGivesTheMessagesShown() {
    List<String> lines;
    try {
      parse(blocks("json broken").get(0).text());
      lines = List.of();
    } catch (PolicyException e) {
      lines = e.issues().stream().map(issue -> issue.toLine(Locale.ENGLISH)).toList();
    }

    assertThat(lines).containsExactlyElementsOf(blocks("messages").get(0).text().lines().toList());
  }

  /** The records of a block. */
  private static final class Records implements RecordSink {

    final List<Subject> subjects = new ArrayList<>();
    final List<Fact> facts = new ArrayList<>();
    private final RecordDecoder decoder =
        RecordDecoder.of(FactCatalogue.standard(), Instant.parse("2025-01-01T00:00:00Z"));

    static Records read(String text) throws IOException {
      Records records = new Records();
      new NdjsonFormat()
          .read(new ByteArrayInputStream(text.getBytes(UTF_8)), "policies.md", records);
      return records;
    }

    @Override
    public void accept(DataRecord record) {
      Decoded decoded = decoder.decode(record);
      if (decoded instanceof Decoded.SubjectRecord subject) {
        subjects.add(subject.subject());
      } else if (decoded instanceof Decoded.FactRecord fact) {
        facts.add(fact.fact());
      } else {
        throw new AssertionError(decoded);
      }
    }

    @Override
    public void reject(Issue issue) {
      throw new AssertionError(issue);
    }
  }
}

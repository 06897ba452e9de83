package io.foodsafety.risk;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import io.foodsafety.fact.FactCatalogue;
import io.foodsafety.rule.BuiltIn;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The published schema and the reader agree. */
public class PolicySchemaTest {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final JsonNode SCHEMA_TEXT = schemaText();
  private static final JsonSchema SCHEMA =
      JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012).getSchema(SCHEMA_TEXT);

  private static JsonNode schemaText() {
    try (InputStream in = RiskPolicy.class.getResourceAsStream("policy-1.schema.json")) {
      return JSON.readTree(Objects.requireNonNull(in));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static List<Path> samples() throws IOException {
    try (Stream<Path> files = Files.list(GradingFixture.sample("x").getParent())) {
      return files.filter(file -> file.toString().endsWith(".json")).toList();
    }
  }

  @ParameterizedTest
  @MethodSource("samples")
  void samplesFitTheSchemaAndCanBeRead(Path sample) throws IOException {
    assertThat(SCHEMA.validate(JSON.readTree(sample.toFile()))).isEmpty();
    assertThat(RiskPolicy.read(sample, FactCatalogue.standard()).warnings()).isEmpty();
  }

  @Test
  void everyValidPolicyFitsTheSchema() {
    Seeded.check(
        50,
        random -> {
          String text = new RandomPolicy(random).next().replace('\'', '"');
          RiskPolicy.parse(text.getBytes(UTF_8), "random", FactCatalogue.empty());
          assertThat(SCHEMA.validate(JSON.readTree(text))).as(text).isEmpty();
        });
  }

  /** The operators of the schema with what it says of each. */
  public static JsonNode operators() {
    for (JsonNode form : SCHEMA_TEXT.at("/$defs/expression/anyOf")) {
      if (form.path("type").asText().equals("object")) {
        return form.get("properties");
      }
    }
    throw new AssertionError("The schema has no operators.");
  }

  @Test
  void namesTheBuiltInAttributes() {
    String ofSubject = operators().at("/subject/description").asText();
    assertThat(BuiltIn.ofSubject().keySet())
        .allSatisfy(name -> assertThat(ofSubject).contains(name));
    String ofFact = operators().at("/fact/description").asText();
    assertThat(BuiltIn.ofFact().keySet()).allSatisfy(name -> assertThat(ofFact).contains(name));
  }

  /** Faults that a schema can see. */
  private static final Set<String> OF_STRUCTURE =
      Set.of(
          "adjustment-of-nothing-known",
          "adjustment-out-of-range",
          "adjustment-without-steps",
          "anchored-without-a-length",
          "as-of-false",
          "bad-item",
          "bad-period",
          "band-with-two-lower-bounds",
          "blank-item",
          "blank-title",
          "cap-of-nothing",
          "cap-without-bounds",
          "date-literal-out-of-range",
          "date-out-of-range",
          "declared-with-a-bad-unit",
          "declared-with-an-unknown-type",
          "definition-called-value",
          "duplicate-grade",
          "empty-bands",
          "empty-window",
          "exclusion-without-condition",
          "inspections-misspelt",
          "inspections-out-of-range",
          "inspections-without-a-number",
          "list-instead-of-object",
          "list-with-a-number",
          "missing-bands",
          "missing-basis",
          "missing-operand",
          "missing-scale",
          "missing-value",
          "missing-version",
          "name-in-one-language",
          "name-without-languages",
          "no-grades",
          "no-lines",
          "no-operands",
          "no-operator",
          "not-an-object",
          "null-expression",
          "null-member",
          "null-window",
          "object-instead-of-list",
          "operand-not-a-list",
          "pick-unknown",
          "points-scale-not-whole",
          "points-scale-out-of-range",
          "round-out-of-range",
          "sum-without-value",
          "table-by-a-text",
          "table-misspelt",
          "table-of-nothing",
          "table-of-ranges-and-words",
          "table-part-misspelt",
          "table-value-not-a-number",
          "table-with-three-keys",
          "table-without-rows",
          "text-instead-of-number",
          "title-in-one-language",
          "too-few-operands",
          "too-many-operands",
          "two-operators",
          "two-windows",
          "unknown-aggregate",
          "unknown-direction",
          "unknown-member",
          "unknown-member-of-a-line",
          "unknown-operator",
          "unknown-outer-aggregate",
          "unknown-window",
          "value-for-a-count",
          "window-in-the-future",
          "window-not-in-force",
          "window-of-an-unknown-unit",
          "window-with-an-unknown-member");

  static List<Path> faulty() throws IOException {
    try (Stream<Path> files = Files.list(BadPolicyTest.FOLDER)) {
      return files.sorted().toList();
    }
  }

  /**
   * The reader refuses every faulty file; the schema those whose structure is at fault, and no
   * other: what only the meaning tells does not underline a line in an editor that is right there.
   */
  @ParameterizedTest
  @MethodSource("faulty")
  void refusesTheSameStructure(Path fault) throws IOException {
    String name = fault.getFileName().toString().replace(".json", "");
    byte[] bytes = Files.readAllBytes(fault);
    assertThatThrownBy(() -> RiskPolicy.parse(bytes, name, FactCatalogue.standard()))
        .isInstanceOf(PolicyException.class);
    Optional<JsonNode> document = json(bytes);
    if (document.isPresent() && !name.startsWith("many-faults")) {
      boolean refused = !SCHEMA.validate(document.get()).isEmpty();
      assertThat(refused).as(name).isEqualTo(OF_STRUCTURE.contains(name));
    }
  }

  /** The document; nothing if it is no JSON, or more than one document. */
  private static Optional<JsonNode> json(byte[] bytes) {
    try {
      JsonNode node = JSON.readTree(bytes);
      return node.isMissingNode() ? Optional.empty() : Optional.of(node);
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  static List<Path> ofRegions() throws IOException {
    Path adapters = Path.of(System.getProperty("foodsafety.root"), "foodsafety-adapters");
    try (Stream<Path> files = Files.walk(adapters)) {
      return files
          .filter(file -> file.toString().matches(".*src/main/resources/.*/policies/[^/]+[.]json"))
          .sorted()
          .toList();
    }
  }

  /** The policies of the region packs, which their own tests read. */
  @ParameterizedTest
  @MethodSource("ofRegions")
  void policiesOfRegionsFitTheSchema(Path policy) throws IOException {
    assertThat(SCHEMA.validate(JSON.readTree(policy.toFile()))).isEmpty();
  }

  @Test
  void everyMemberThatIsReadIsInTheSchema() {
    Set<String> members = new TreeSet<>();
    SCHEMA_TEXT.get("properties").fieldNames().forEachRemaining(members::add);
    assertThat(members).contains("inspectionsPerYear", "limits", "bestOf", "caps", "declares");
    for (String member : members) {
      String json = "{\"%s\":[[[]]]}".formatted(member);
      PolicyException refused =
          catchThrowableOfType(
              PolicyException.class,
              () -> RiskPolicy.parse(json.getBytes(UTF_8), "x", FactCatalogue.empty()));
      assertThat(refused.issues())
          .as(member)
          .noneMatch(issue -> issue.code().equals("FS-SRC-0003"));
    }
  }

  /**
   * What the schema refuses the reader refuses too; except null, which the reader takes for absent.
   */
  static void checkRefusedAlike(String document, boolean read) throws IOException {
    if (read) {
      List<String> refused = new ArrayList<>();
      SCHEMA.validate(JSON.readTree(document)).forEach(each -> refused.add(each.getMessage()));
      assertThat(refused).as(document).isEmpty();
    }
  }
}

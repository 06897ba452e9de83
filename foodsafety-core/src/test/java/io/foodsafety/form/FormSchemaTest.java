package io.foodsafety.form;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import io.foodsafety.fact.FactCatalogue;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The published schema and the reader agree. */
class FormSchemaTest {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final JsonNode SCHEMA_TEXT = schemaText();
  private static final JsonSchema SCHEMA =
      JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012).getSchema(SCHEMA_TEXT);

  /** Faults that a schema cannot see: names, types and the order of dates. */
  private static final Set<String> FOR_THE_READER =
      Set.of(
          "not-json",
          "ends-before-it-begins",
          "item-without-weight",
          "weight-by-word-without-weightBy",
          "item-twice",
          "section-twice",
          "field-twice",
          "word-twice",
          "except-an-unknown-field",
          "except-an-unknown-word",
          "applies-to-an-unknown-attribute",
          "applies-by-facts",
          "unknown-kind",
          "unknown-attribute",
          "attribute-of-another-type",
          "unknown-field-in-a-fact",
          "item-in-a-fact-of-the-whole",
          "fact-without-a-required-attribute",
          "fact-twice",
          "nothing-asked",
          "declared-otherwise");

  private static JsonNode schemaText() {
    try (InputStream in = FormTemplate.class.getResourceAsStream("form-1.schema.json")) {
      return JSON.readTree(Objects.requireNonNull(in));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static List<Path> forms() {
    return Stream.concat(
            FormFixture.shipped().stream(), Stream.of(FormFixture.folder().resolve("visit.json")))
        .toList();
  }

  @ParameterizedTest
  @MethodSource("forms")
  void formsFitTheSchemaAndCanBeRead(Path form) throws IOException {
    assertThat(SCHEMA.validate(JSON.readTree(form.toFile()))).isEmpty();
    FormTemplate read = FormTemplate.read(form, FactCatalogue.standard());
    assertThat(form.getFileName()).hasToString(read.id() + ".json");
  }

  static Stream<String> faults() {
    return BadFormTest.faults()
        .map(fault -> fault[0])
        .filter(name -> !FOR_THE_READER.contains(name));
  }

  @ParameterizedTest
  @MethodSource("faults")
  void refusesTheSameStructure(String fault) throws IOException {
    Path file = BadFormTest.FOLDER.resolve(fault + ".json");
    assertThat(SCHEMA.validate(JSON.readTree(file.toFile()))).isNotEmpty();
  }

  @Test
  void namesTheSameWords() {
    assertThat(
            words(
                "/$defs/fact/properties/attributes/additionalProperties/oneOf/2/properties/result/enum"))
        .isEqualTo(new TreeSet<>(FactRule.ResultValue.codes()));
    assertThat(
            words(
                "/$defs/fact/properties/attributes/additionalProperties/oneOf/3/properties/item/enum"))
        .isEqualTo(new TreeSet<>(FactRule.ItemValue.codes()));
    assertThat(words("/$defs/field/properties/type/enum"))
        .isEqualTo(new TreeSet<>(FormField.Type.codes()));
  }

  private static Set<String> words(String pointer) {
    Set<String> words = new TreeSet<>();
    SCHEMA_TEXT.at(pointer).forEach(each -> words.add(each.asText()));
    return words;
  }
}

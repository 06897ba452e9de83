package io.foodsafety.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.foodsafety.fact.FactCatalogue;
import io.foodsafety.model.issue.Issue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** One file for each fault, named for it: the code, line and path, and nothing besides. */
class BadFormTest {

  static final Path FOLDER = FormFixture.folder().resolve("bad");

  private static final String FAULTS =
      """
      applies-by-facts                     | POL-0002:27 /sections/1/items/2/appliesWhen/gt/0/count/kind
      applies-to-a-number                  | POL-0005:27 /sections/1/items/2/appliesWhen
      applies-to-an-unknown-attribute      | POL-0002:27 /sections/1/items/2/appliesWhen/in/0/subject
      attribute-of-another-type            | FORM-0004:33 /facts/0/attributes/score
      average-of-something                 | SRC-0003:11 /scoring/of
      bad-item-number                      | SRC-0006:26 /sections/1/items/1/item
      choice-without-words                 | SRC-0004:17 /sections/0/fields/0
      declared-otherwise                   | POL-0012:10 /declares/facts/0
      ends-before-it-begins                | SRC-0006:8 /effectiveTo
      except-an-unknown-field              | FORM-0002:9 /complete/except/field
      except-an-unknown-word               | FORM-0002:9 /complete/except/in/0
      fact-twice                           | FORM-0003:34 /facts/1/name
      fact-without-a-required-attribute    | FORM-0005:34 /facts/1
      field-twice                          | FORM-0003:18 /sections/0/fields/1/field
      item-in-a-fact-of-the-whole          | SRC-0003:33 /facts/0/attributes/outcome/item
      item-twice                           | FORM-0003:26 /sections/1/items/1/item
      item-with-weight-and-points          | SRC-0006:28 /sections/1/items/3
      item-without-weight                  | FORM-0007:26 /sections/1/items/1
      many-faults                          | SRC-0005:3 /version; SRC-0006:6 /status; FORM-0003:26 /sections/1/items/1/item; FORM-0002:33 /facts/0/kind
      missing-status                       | SRC-0004:1
      missing-version                      | SRC-0004:1
      negative-weight                      | SRC-0006:26 /sections/1/items/1/weight
      not-an-object                        | SRC-0005:1
      not-json                             | SRC-0001:2
      nothing-asked                        | FORM-0006:1
      section-twice                        | FORM-0003:22 /sections/1/section
      share-of-nothing                     | SRC-0006:11 /scoring/of
      share-without-of                     | SRC-0004:11 /scoring
      title-as-text                        | SRC-0005:4 /title
      title-in-one-language                | SRC-0004:4 /title
      too-many-submitters                  | SRC-0006:10 /minSubmitters
      two-sources                          | SRC-0006:33 /facts/0/attributes/outcome
      unknown-attribute                    | FORM-0002:33 /facts/0/attributes/outcomes
      unknown-evidence-case                | SRC-0006:26 /sections/1/items/1/evidence/for
      unknown-field-in-a-fact              | FORM-0002:33 /facts/0/attributes/type/field
      unknown-kind                         | FORM-0002:33 /facts/0/kind
      unknown-member                       | SRC-0003:12 /section
      unknown-result                       | FORM-0002:33 /facts/0/attributes/outcome/result
      unknown-status                       | SRC-0006:6 /status
      weight-by-word-without-weightBy      | SRC-0005:26 /sections/1/items/1/weight
      word-twice                           | FORM-0003:17 /sections/0/fields/0/choices/1/word
      words-without-choice                 | SRC-0003:18 /sections/0/fields/1/choices
      """;

  static Stream<String[]> faults() {
    return FAULTS
        .lines()
        .map(line -> Arrays.stream(line.split("\\|")).map(String::strip).toArray(String[]::new));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("faults")
  void isFoundInItsPlace(String name, String expected) throws IOException {
    assertThat(String.join("; ", FormFixture.brief(read(name).issues()))).isEqualTo(expected);
  }

  @Test
  void everyFileIsExpected() throws IOException {
    try (Stream<Path> files = Files.list(FOLDER)) {
      List<String> names =
          files.map(file -> file.getFileName().toString().replace(".json", "")).sorted().toList();
      assertThat(faults().map(fault -> fault[0]).sorted()).isEqualTo(names);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          unknown-member    | The member (section) is unknown here. Known here: sections, version.
          unknown-kind      | The kind (inspektion) is unknown. Known: inspection.
          unknown-result    | The result (outcom) is unknown. Known: outcome.
          item-twice        | The item (1) is there twice. Give each a name of its own.
          attribute-of-another-type | The attribute (score) of kind (inspection) is of type decimal and would get one of type code. Take the value from elsewhere, or declare another attribute.
          """)
  void says(String name, String message) throws IOException {
    Issue issue = read(name).issues().get(0);
    assertThat(issue.message(Locale.ENGLISH) + " " + issue.remedy(Locale.ENGLISH))
        .isEqualTo(message);
  }

  private static FormException read(String name) throws IOException {
    byte[] bytes = Files.readAllBytes(FOLDER.resolve(name + ".json"));
    return catchThrowableOfType(
        FormException.class,
        () -> FormTemplate.parse(bytes, "form.json", FactCatalogue.standard()));
  }
}

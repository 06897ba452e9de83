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
      applies-by-facts                     | ?
      applies-to-a-number                  | ?
      applies-to-an-unknown-attribute      | ?
      attribute-of-another-type            | ?
      average-of-something                 | ?
      bad-item-number                      | ?
      choice-without-words                 | ?
      declared-otherwise                   | ?
      ends-before-it-begins                | ?
      except-an-unknown-field              | ?
      except-an-unknown-word               | ?
      fact-twice                           | ?
      fact-without-a-required-attribute    | ?
      field-twice                          | ?
      item-in-a-fact-of-the-whole          | ?
      item-twice                           | ?
      item-with-weight-and-points          | ?
      item-without-weight                  | ?
      many-faults                          | ?
      missing-status                       | ?
      missing-version                      | ?
      negative-weight                      | ?
      not-an-object                        | ?
      not-json                             | ?
      nothing-asked                        | ?
      section-twice                        | ?
      share-of-nothing                     | ?
      share-without-of                     | ?
      title-as-text                        | ?
      title-in-one-language                | ?
      too-many-submitters                  | ?
      two-sources                          | ?
      unknown-attribute                    | ?
      unknown-evidence-case                | ?
      unknown-field-in-a-fact              | ?
      unknown-kind                         | ?
      unknown-member                       | ?
      unknown-result                       | ?
      unknown-status                       | ?
      weight-by-word-without-weightBy      | ?
      word-twice                           | ?
      words-without-choice                 | ?
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
          unknown-member    | The member (section) is unknown here. Known here: sections.
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

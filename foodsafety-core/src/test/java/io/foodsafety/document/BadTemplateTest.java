package io.foodsafety.document;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.foodsafety.model.issue.Issue;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every kind of mistake in a template is told with its place. */
class BadTemplateTest {

  private static final String RIGHT =
      """
      {"document": "d", "version": "1", "of": "assessment", "status": "sample", "basis": "b",
       "title": {"zh": "表", "en": "Form"},
       "parts": [{"fields": [{"label": {"zh": "甲", "en": "A"}, "value": "subject.name"}]}]}
      """;

  private static List<String> faults(String from, String to) {
    assertThat(RIGHT).contains(from);
    DocumentException e =
        catchThrowableOfType(
            DocumentException.class,
            () -> DocumentTemplate.parse(RIGHT.replace(from, to).getBytes(UTF_8), "d.json"));
    assertThat(e).as("The template must be refused.").isNotNull();
    for (Issue issue : e.issues()) {
      assertThat(issue.remedy(Locale.CHINA)).isNotBlank();
    }
    return e.issues().stream().map(issue -> issue.code() + " " + issue.location().path()).toList();
  }

  @Test
  void theRightOneIsRead() {
    DocumentTemplate template = DocumentTemplate.parse(RIGHT.getBytes(UTF_8), "d.json");
    assertThat(template.parts()).hasSize(1);
    assertThat(template.sha256()).hasSize(64);
  }

  @Test
  void aValueThatNothingGives() {
    assertThat(faults("subject.name", "subject.nmae"))
        .containsExactly("FS-DOC-0002 /parts/0/fields/0/value");
    assertThat(faults("subject.name", "result.checked"))
        .containsExactly("FS-DOC-0002 /parts/0/fields/0/value");
    assertThat(faults("\"en\": \"A\"", "\"en\": \"A {subject.nmae}\""))
        .containsExactly("FS-DOC-0002 /parts/0/fields/0/label");
  }

  @Test
  void severalMistakesAtOnce() {
    assertThat(
            faults(
                "\"version\": \"1\", \"of\": \"assessment\", \"status\": \"sample\"",
                "\"of\": \"assessment\", \"status\": \"final\", \"colour\": 1"))
        .containsExactlyInAnyOrder("FS-SRC-0004 ", "FS-SRC-0006 /status", "FS-SRC-0003 /colour");
  }

  @Test
  void anEndBeforeTheBeginning() {
    assertThat(
            faults(
                "\"version\"",
                "\"effectiveFrom\": \"2024-02-01\", \"effectiveTo\": \"2024-01-31\", \"version\""))
        .containsExactly("FS-SRC-0006 /effectiveTo");
  }

  @Test
  void anUnknownSource() {
    assertThat(faults("\"assessment\"", "\"weather\"")).containsExactly("FS-SRC-0006 /of");
  }

  @Test
  void aPartOfNoKindAndAnEmptyOne() {
    assertThat(faults("\"fields\"", "\"feilds\"")).containsExactly("FS-SRC-0003 /parts/0/feilds");
    assertThat(
            faults("{\"label\": {\"zh\": \"甲\", \"en\": \"A\"}, \"value\": \"subject.name\"}", ""))
        .containsExactly("FS-DOC-0003 /parts/0/fields");
  }

  @Test
  void aTableThatTheSourceDoesNotHave() {
    assertThat(
            faults(
                "{\"fields\": [{\"label\": {\"zh\": \"甲\", \"en\": \"A\"}, \"value\": \"subject.name\"}]}",
                "{\"table\": \"items\", \"columns\": []}"))
        .containsExactly("FS-DOC-0002 /parts/0/table");
  }

  @Test
  void aTextInOneLanguage() {
    assertThat(faults("\"zh\": \"甲\", ", ""))
        .containsExactly("FS-SRC-0004 /parts/0/fields/0/label");
  }

  @Test
  void aFileThatIsNotThere(@TempDir Path folder) {
    DocumentException e =
        catchThrowableOfType(
            DocumentException.class, () -> DocumentTemplate.read(folder.resolve("none.json")));
    assertThat(e.issues()).extracting(Issue::code).containsExactly("FS-DOC-0001");
  }
}

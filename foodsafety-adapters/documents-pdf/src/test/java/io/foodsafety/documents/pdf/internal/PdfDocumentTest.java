package io.foodsafety.documents.pdf.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.foodsafety.model.document.OfficialDocument;
import io.foodsafety.testkit.document.SampleDocument;
import java.io.IOException;
import java.util.Locale;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The two documents of the national pack as PDF. */
class PdfDocumentTest {

  private static Samples samples;

  @BeforeAll
  static void open() {
    samples = new Samples();
  }

  @AfterAll
  static void close() {
    samples.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"zh-CN", "en"})
  void everyTextOfTheGradeFormCanBeCopied(String language) throws IOException {
    assertComplete("grade-" + language, samples.gradeForm(Locale.forLanguageTag(language)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"zh-CN", "en"})
  void everyTextOfTheInspectionRecordCanBeCopied(String language) throws IOException {
    assertComplete(
        "inspection-" + language, samples.inspectionRecord(Locale.forLanguageTag(language)));
  }

  private static void assertComplete(String name, OfficialDocument document) throws IOException {
    byte[] pdf = PdfProbe.render(document);
    PdfProbe.show(name, pdf);

    String text = PdfProbe.text(pdf);
    assertThat(SampleDocument.texts(document))
        .hasSizeGreaterThan(30)
        .allSatisfy(each -> assertThat(text).contains(PdfProbe.squeeze(each)));
    assertThat(PdfProbe.fonts(pdf)).isNotEmpty().allMatch(PDFont::isEmbedded);
    assertThat(pdf).hasSizeLessThan(200_000);
    assertThat(PdfProbe.render(document)).isEqualTo(pdf);
  }
}

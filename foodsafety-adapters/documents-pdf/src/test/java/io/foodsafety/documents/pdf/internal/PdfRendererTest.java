package io.foodsafety.documents.pdf.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.foodsafety.model.document.OfficialDocument;
import io.foodsafety.spi.document.DocumentRenderer;
import io.foodsafety.testkit.document.DocumentRendererContract;
import io.foodsafety.testkit.document.SampleDocument;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The rules of a renderer, and what is special about PDF. */
class PdfRendererTest extends DocumentRendererContract {

  private static final Path DEJAVU = Path.of("/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf");

  @Override
  protected DocumentRenderer renderer() {
    return new PdfDocumentRenderer();
  }

  @Override
  protected String text(byte[] written) throws IOException {
    return PdfProbe.text(written);
  }

  @Test
  void aLongTableRepeatsItsHeadingsOnA4Pages() throws IOException {
    byte[] pdf = render(SampleDocument.of(Locale.CHINA, 120, ""), Map.of());
    PdfProbe.show("long", pdf);

    List<String> pages = PdfProbe.lines(pdf);
    assertThat(pages).hasSizeGreaterThan(2).allMatch(page -> page.contains("序号内容评价"));
    for (int i = 0; i < pages.size(); i++) {
      assertThat(pages.get(i)).contains("第%d页，共%d页".formatted(i + 1, pages.size()));
    }
    try (PDDocument document = Loader.loadPDF(pdf)) {
      PDRectangle page = document.getPage(0).getMediaBox();
      assertThat(page.getWidth()).isBetween(595f, 596f);
      assertThat(page.getHeight()).isBetween(841f, 842.5f);
      assertThat(document.getDocumentInformation().getTitle()).isEqualTo("现场检查记录");
      assertThat(document.getDocumentInformation().getKeywords())
          .isEqualTo("sha256:" + SampleDocument.of(Locale.CHINA, 120, "").sha256());
    }
  }

  @Test
  void whatHasNoGlyphOrCannotBeSeenIsWrittenByItsNumber() throws IOException {
    String remark = "好\uD83D\uDE00 a\u202Eb \uE000 c\u0007d\uFEFF";
    String text = PdfProbe.text(render(SampleDocument.of(Locale.CHINA, 1, remark), Map.of()));
    assertThat(text).contains("好[U+1F600]a[U+202E]b[U+E000]c[U+0007]d[U+FEFF]");
  }

  @Test
  void lookAlikesThatShareAGlyphAreCopiedAsTheyWereWritten() throws IOException {
    String written = "一食品用言金民西车风饣";
    String text = PdfProbe.text(render(SampleDocument.of(Locale.CHINA, 1, written), Map.of()));
    assertThat(text).contains(written);
    String radicals = "\u2F00\u2F66";
    text = PdfProbe.text(render(SampleDocument.of(Locale.CHINA, 1, radicals), Map.of()));
    assertThat(text).contains(radicals);
  }

  @Test
  void aLongWordIsBrokenAndNotCutOff() throws IOException {
    String word = "W".repeat(300) + "END";
    byte[] pdf = render(SampleDocument.of(Locale.ENGLISH, 1, word), Map.of());
    PdfProbe.show("long-word", pdf);
    assertThat(PdfProbe.text(pdf)).contains(word);
    assertThat(PdfProbe.rightmost(pdf)).isLessThan(596 - 50);
  }

  @Test
  void aRemarkMayBeLongerThanAPage() throws IOException {
    String remark = "所检食品贮存温度偏高。".repeat(400) + "完";
    byte[] pdf = render(SampleDocument.of(Locale.CHINA, 1, remark), Map.of());
    assertThat(PdfProbe.text(pdf)).contains("温度偏高。完");
    assertThat(PdfProbe.pages(pdf).size()).isGreaterThan(1);
  }

  @Test
  void fontsAreEmbeddedAndCutDown() throws IOException {
    byte[] pdf = render(SampleDocument.of(Locale.CHINA, 3, ""), Map.of());
    assertThat(PdfProbe.fonts(pdf))
        .isNotEmpty()
        .allMatch(PDFont::isEmbedded)
        .allMatch(font -> font.getName().matches("[A-Z]{6}\\+NotoSansSC-(Regular|Bold)"));
    assertThat(pdf).hasSizeLessThan(100_000);
  }

  @Test
  void anotherFontCanBeChosen() throws IOException {
    assumeTrue(Files.exists(DEJAVU), "skipped: there is no " + DEJAVU);
    OfficialDocument document = SampleDocument.of(Locale.ENGLISH, 1, "plain");
    byte[] pdf = render(document, Map.of("font", DEJAVU.toString()));
    assertThat(PdfProbe.fonts(pdf)).allMatch(font -> font.getName().contains("DejaVuSans"));
    // It has no Chinese characters: they are not lost.
    assertThat(PdfProbe.text(pdf)).contains("Lotus[U+8377][U+82B1]");
  }

  @Test
  void aFileThatIsNoFontIsRefusedInBothLanguages(@TempDir Path folder) throws IOException {
    Path none = folder.resolve("none.ttf");
    OfficialDocument document = SampleDocument.of(Locale.ENGLISH, 1, "");
    assertThatThrownBy(() -> render(document, Map.of("font", none.toString())))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("cannot be used")
        .hasMessageContaining("无法使用");
    Files.writeString(none, "no font");
    assertThatThrownBy(() -> render(document, Map.of("font", none.toString())))
        .isInstanceOf(IllegalStateException.class);
  }
}

package io.foodsafety.documents.pdf.internal;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.outputdevice.helper.ExternalResourceControlPriority;
import com.openhtmltopdf.pdfboxout.PdfBoxRenderer;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.util.XRLog;
import io.foodsafety.model.document.OfficialDocument;
import io.foodsafety.spi.config.Config;
import io.foodsafety.spi.config.ConfigKey;
import io.foodsafety.spi.document.DocumentRenderer;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.logging.Level;
import org.apache.pdfbox.pdmodel.PDDocument;

/** Writes a document as PDF on A4 pages, with the part of a font that it uses. */
public final class PdfDocumentRenderer implements DocumentRenderer {

  /** A font in place of the one in the jar. */
  static final ConfigKey<Optional<Path>> FONT =
      ConfigKey.of("font", "path of a TrueType font (.ttf)", text -> Optional.of(Path.of(text)))
          .withDefault(Optional.empty())
          .since("0.2")
          .doc(
              "A font with Chinese characters in place of Noto Sans SC.",
              "代替思源黑体（Noto Sans SC）的中文字体。");

  private static final String CSS = Resources.text("document.css") + Resources.text("paper.css");
  private static final String FAMILY = "document";
  private static final int REGULAR = 400;
  private static final int BOLD = 700;

  static {
    // It tells of every font and style sheet; only what is worth a look is to be heard.
    XRLog.listRegisteredLoggers().forEach(logger -> XRLog.setLevel(logger, Level.WARNING));
  }

  @Override
  public String name() {
    return "pdf";
  }

  @Override
  public String mediaType() {
    return "application/pdf";
  }

  @Override
  public String fileExtension() {
    return "pdf";
  }

  @Override
  public List<ConfigKey<?>> configKeys() {
    return List.of(FONT);
  }

  @Override
  public void render(OfficialDocument document, Config config, OutputStream out)
      throws IOException {
    DocumentFont font = config.get(FONT).map(DocumentFont::of).orElseGet(DocumentFont::inTheJar);
    String html = new DocumentHtml(document, new Printable(font::has)).write(CSS);
    PdfRendererBuilder builder = new PdfRendererBuilder();
    builder.withHtmlContent(html, null);
    builder.useFont(font.openRegular(), FAMILY, REGULAR, FontStyle.NORMAL, true);
    builder.useFont(font.openBold(), FAMILY, BOLD, FontStyle.NORMAL, true);
    // Nothing in a document names a resource; if it did, it would not be fetched.
    for (ExternalResourceControlPriority when : ExternalResourceControlPriority.values()) {
      builder.useExternalResourceAccessControl((uri, type) -> false, when);
    }
    try (PdfBoxRenderer renderer = builder.buildPdfRenderer();
        PDDocument pdf = renderer.createPDFKeepOpen()) {
      out.write(PdfFinish.finish(pdf, document, new WrittenCharacters(font, html)));
      out.flush();
    }
  }
}

package io.foodsafety.documents.pdf.internal;

import io.foodsafety.model.document.CheckBox;
import io.foodsafety.model.document.ChecksPart;
import io.foodsafety.model.document.DocumentField;
import io.foodsafety.model.document.DocumentPart;
import io.foodsafety.model.document.FieldsPart;
import io.foodsafety.model.document.OfficialDocument;
import io.foodsafety.model.document.SignatureLine;
import io.foodsafety.model.document.SignaturesPart;
import io.foodsafety.model.document.TableColumn;
import io.foodsafety.model.document.TablePart;
import io.foodsafety.model.document.TextPart;
import io.foodsafety.spi.config.Config;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;

/** Writes documents as PDF and looks into them. */
final class PdfProbe {

  private static final Path SHOWN =
      Path.of(System.getProperty("foodsafety.root"))
          .resolve("foodsafety-adapters/documents-pdf/target/pages");

  private PdfProbe() {}

  static byte[] render(OfficialDocument document) throws IOException {
    return render(document, Map.of());
  }

  static byte[] render(OfficialDocument document, Map<String, String> settings) throws IOException {
    PdfDocumentRenderer renderer = new PdfDocumentRenderer();
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    renderer.render(document, Config.parse(renderer.configKeys(), settings), out);
    return out.toByteArray();
  }

  /** The text of all pages without white space, which a PDF does not keep. */
  static String text(byte[] pdf) throws IOException {
    return String.join("", pages(pdf));
  }

  static List<String> pages(byte[] pdf) throws IOException {
    try (PDDocument document = Loader.loadPDF(pdf)) {
      List<String> pages = new ArrayList<>();
      for (int page = 1; page <= document.getNumberOfPages(); page++) {
        PDFTextStripper stripper = new PDFTextStripper();
        stripper.setStartPage(page);
        stripper.setEndPage(page);
        pages.add(squeeze(stripper.getText(document)));
      }
      return pages;
    }
  }

  static String squeeze(String text) {
    return text.replaceAll("[\\s\u3000\u00A0]+", "");
  }

  static List<PDFont> fonts(byte[] pdf) throws IOException {
    List<PDFont> fonts = new ArrayList<>();
    try (PDDocument document = Loader.loadPDF(pdf)) {
      for (PDPage page : document.getPages()) {
        for (COSName name : page.getResources().getFontNames()) {
          fonts.add(page.getResources().getFont(name));
        }
      }
    }
    return fonts;
  }

  /** Pictures of the pages, to be looked at by people. */
  static void show(String name, byte[] pdf) throws IOException {
    Files.createDirectories(SHOWN);
    Files.write(SHOWN.resolve(name + ".pdf"), pdf);
    try (PDDocument document = Loader.loadPDF(pdf)) {
      PDFRenderer renderer = new PDFRenderer(document);
      for (int page = 0; page < document.getNumberOfPages(); page++) {
        ImageIO.write(
            renderer.renderImageWithDPI(page, 90),
            "png",
            SHOWN.resolve(name + "-" + (page + 1) + ".png").toFile());
      }
    }
  }

  /** Every text that stands in a document. */
  static List<String> texts(OfficialDocument document) {
    List<String> texts = new ArrayList<>();
    texts.add(document.title());
    texts.add(document.sha256());
    document.number().ifPresent(texts::add);
    document.issuer().ifPresent(texts::add);
    texts.addAll(document.notes());
    document.parts().forEach(part -> add(part, texts));
    texts.removeIf(String::isBlank);
    return texts;
  }

  private static void add(DocumentPart part, List<String> texts) {
    texts.add(part.title());
    if (part instanceof FieldsPart fields) {
      for (DocumentField field : fields.fields()) {
        texts.add(field.label());
        field.value().ifPresent(texts::add);
      }
    } else if (part instanceof ChecksPart checks) {
      for (CheckBox box : checks.boxes()) {
        texts.add((box.ticked() ? "√" : "") + box.text());
      }
    } else if (part instanceof TextPart paragraphs) {
      texts.addAll(paragraphs.paragraphs());
    } else if (part instanceof TablePart table) {
      table.columns().stream().map(TableColumn::heading).forEach(texts::add);
      table.rows().forEach(row -> texts.addAll(row.cells()));
    } else if (part instanceof SignaturesPart signatures) {
      for (SignatureLine line : signatures.lines()) {
        texts.add(line.role());
        line.name().ifPresent(texts::add);
      }
    }
  }
}

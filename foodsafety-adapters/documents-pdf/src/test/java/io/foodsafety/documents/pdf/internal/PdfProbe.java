package io.foodsafety.documents.pdf.internal;

import io.foodsafety.model.document.OfficialDocument;
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
import org.apache.pdfbox.text.TextPosition;

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

  /** The text of each page, in the order in which it was written. */
  static List<String> pages(byte[] pdf) throws IOException {
    return pages(pdf, false);
  }

  /** The text of each page from the top left to the bottom right. */
  static List<String> lines(byte[] pdf) throws IOException {
    return pages(pdf, true);
  }

  private static List<String> pages(byte[] pdf, boolean byPosition) throws IOException {
    try (PDDocument document = Loader.loadPDF(pdf)) {
      List<String> pages = new ArrayList<>();
      for (int page = 1; page <= document.getNumberOfPages(); page++) {
        PDFTextStripper stripper = new PDFTextStripper();
        stripper.setSortByPosition(byPosition);
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

  /** How far to the right a text reaches, in points. */
  static float rightmost(byte[] pdf) throws IOException {
    float[] rightmost = {0};
    try (PDDocument document = Loader.loadPDF(pdf)) {
      new PDFTextStripper() {
        @Override
        protected void processTextPosition(TextPosition text) {
          rightmost[0] = Math.max(rightmost[0], text.getX() + text.getWidth());
        }
      }.getText(document);
    }
    return rightmost[0];
  }
}

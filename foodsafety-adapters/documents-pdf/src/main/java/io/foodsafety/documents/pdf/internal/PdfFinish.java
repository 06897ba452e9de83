package io.foodsafety.documents.pdf.internal;

import io.foodsafety.model.document.OfficialDocument;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.ZoneOffset;
import java.util.Calendar;
import java.util.GregorianCalendar;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;

/**
 * What makes a PDF depend on nothing but its document: dates and id come from the document, and the
 * text that can be copied is made of the usual characters.
 */
final class PdfFinish {

  private static final int HEX = 16;

  private PdfFinish() {}

  /** The bytes of a finished PDF. */
  static byte[] finish(PDDocument pdf, OfficialDocument document, WrittenCharacters characters)
      throws IOException {
    // The fonts are cut down when the PDF is saved; only then is there a map to characters.
    byte[] saved = save(pdf, document);
    try (PDDocument again = Loader.loadPDF(saved)) {
      characters.restore(again);
      return save(again, document);
    }
  }

  private static byte[] save(PDDocument pdf, OfficialDocument document) throws IOException {
    Calendar date = GregorianCalendar.from(document.date().atStartOfDay(ZoneOffset.UTC));
    PDDocumentInformation information = new PDDocumentInformation();
    information.setTitle(document.title());
    document.issuer().ifPresent(information::setAuthor);
    document.number().ifPresent(information::setSubject);
    information.setKeywords("sha256:" + document.sha256());
    information.setCreator("FoodSafety");
    information.setProducer("openhtmltopdf, PDFBox");
    information.setCreationDate(date);
    pdf.setDocumentInformation(information);
    pdf.setDocumentId(Long.parseUnsignedLong(document.sha256().substring(0, HEX), HEX));
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    pdf.save(bytes);
    return bytes.toByteArray();
  }
}

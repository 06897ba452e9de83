package io.foodsafety.model.document;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/**
 * The hash of a document: SHA-256 over its texts in the order of reading, each as the length of its
 * UTF-8 bytes, a colon and the bytes, so that no two documents write the same.
 */
final class DocumentHash {

  private final MessageDigest digest = sha256();

  private DocumentHash() {}

  static String of(OfficialDocument document) {
    DocumentHash hash = new DocumentHash();
    hash.text("document-1");
    hash.text(document.kind());
    hash.text(document.locale().getLanguage());
    hash.text(document.title());
    hash.text(document.date().toString());
    hash.text(document.number());
    hash.text(document.issuer());
    hash.texts(document.notes());
    hash.count(document.parts());
    document.parts().forEach(hash::part);
    return HexFormat.of().formatHex(hash.digest.digest());
  }

  private void part(DocumentPart part) {
    text(part.title());
    if (part instanceof FieldsPart fields) {
      text("fields");
      count(fields.fields());
      for (DocumentField field : fields.fields()) {
        text(field.label());
        text(field.value());
      }
    } else if (part instanceof ChecksPart checks) {
      text("checks");
      count(checks.boxes());
      for (CheckBox box : checks.boxes()) {
        text(box.text());
        text(box.ticked() ? "1" : "0");
      }
    } else if (part instanceof TablePart table) {
      text("table");
      texts(table.columns().stream().map(TableColumn::heading).toList());
      count(table.rows());
      table.rows().forEach(row -> texts(row.cells()));
    } else if (part instanceof TextPart paragraphs) {
      text("text");
      texts(paragraphs.paragraphs());
    } else if (part instanceof SignaturesPart signatures) {
      text("signatures");
      count(signatures.lines());
      for (SignatureLine line : signatures.lines()) {
        text(line.role());
        text(line.name());
        text(line.date().map(Object::toString));
      }
    }
  }

  private void texts(List<String> texts) {
    count(texts);
    texts.forEach(this::text);
  }

  private void count(List<?> list) {
    text(Integer.toString(list.size()));
  }

  /** What is not there is written unlike an empty text. */
  private void text(Optional<String> text) {
    text.ifPresentOrElse(this::text, () -> digest.update((byte) '-'));
  }

  private void text(String text) {
    byte[] bytes = text.getBytes(UTF_8);
    digest.update((bytes.length + ":").getBytes(UTF_8));
    digest.update(bytes);
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every JDK has SHA-256.", e);
    }
  }
}

package io.foodsafety.documents.pdf.internal;

import com.openhtmltopdf.extend.FSSupplier;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;

/** A font in two weights, and which characters it has. Safe for use by many threads. */
final class DocumentFont {

  private final byte[] regular;
  private final byte[] bold;
  private final CmapLookup characters;

  private DocumentFont(byte[] regular, byte[] bold, CmapLookup characters) {
    this.regular = regular;
    this.bold = bold;
    this.characters = characters;
  }

  /** Noto Sans SC, which is in the jar; read when it is first used. */
  private static final class InTheJar {
    static final DocumentFont FONT = read();

    private static DocumentFont read() {
      try (InputStream regular = Resources.open("fonts/NotoSansSC-Regular.ttf");
          InputStream bold = Resources.open("fonts/NotoSansSC-Bold.ttf")) {
        return of(regular.readAllBytes(), bold.readAllBytes());
      } catch (IOException e) {
        throw new IllegalStateException("The font in the jar cannot be read.", e);
      }
    }
  }

  /** The font in the jar. */
  static DocumentFont inTheJar() {
    return InTheJar.FONT;
  }

  /** A font of the host, in one weight. */
  static DocumentFont of(Path file) {
    try {
      byte[] bytes = Files.readAllBytes(file);
      return of(bytes, bytes);
    } catch (IOException e) {
      throw new IllegalStateException(
          "The font (%s) cannot be used: %s. Give a TrueType font (.ttf). 字体（%s）无法使用：%s。请使用 TrueType 字体（.ttf）。"
              .formatted(file, e, file, e),
          e);
    }
  }

  private static DocumentFont of(byte[] regular, byte[] bold) throws IOException {
    TrueTypeFont font = new TTFParser().parse(new RandomAccessReadBuffer(regular));
    return new DocumentFont(regular, bold, font.getUnicodeCmapLookup());
  }

  boolean has(int codePoint) {
    return glyph(codePoint) != 0;
  }

  /** The number of the glyph of a character; 0 if there is none. */
  int glyph(int codePoint) {
    return characters.getGlyphId(codePoint);
  }

  FSSupplier<InputStream> openRegular() {
    return () -> new ByteArrayInputStream(regular);
  }

  FSSupplier<InputStream> openBold() {
    return () -> new ByteArrayInputStream(bold);
  }
}

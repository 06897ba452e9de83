package io.foodsafety.documents.pdf.internal;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.text.Normalizer;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSDocument;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObject;
import org.apache.pdfbox.cos.COSObjectKey;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.PDDocument;

/**
 * Restores in the text of a PDF the characters that were written. A Chinese font draws a character
 * and its look-alikes (Kangxi radicals, compatibility ideographs) with one glyph, and PDFBox notes
 * the first of them: a search for 食 would not find ⾷.
 */
final class WrittenCharacters {

  private static final Pattern BLOCK =
      Pattern.compile("(\\d+) beginbf(range|char)\\s(.*?)endbf\\2", Pattern.DOTALL);
  private static final Pattern RANGE =
      Pattern.compile("<([0-9A-Fa-f]{4})>\\s*<([0-9A-Fa-f]{4})>\\s*<([0-9A-Fa-f]+)>");

  private static final int HEX = 16;
  private static final int UNIT = 4;

  private final DocumentFont font;
  private final Map<Integer, Integer> written = new HashMap<>();

  /** The characters of a text in a font; of two look-alikes in it, the usual one. */
  WrittenCharacters(DocumentFont font, String text) {
    this.font = font;
    text.codePoints()
        .distinct()
        .forEach(each -> written.merge(font.glyph(each), each, WrittenCharacters::usual));
  }

  private static int usual(int one, int other) {
    return Normalizer.isNormalized(Character.toString(one), Normalizer.Form.NFKC) ? one : other;
  }

  void restore(PDDocument pdf) throws IOException {
    COSDocument document = pdf.getDocument();
    for (COSObjectKey key : document.getXrefTable().keySet()) {
      COSObject object = document.getObjectFromPool(key);
      COSBase base = object.getObject();
      if (base instanceof COSDictionary dictionary
          && COSName.FONT.equals(dictionary.getCOSName(COSName.TYPE))
          && dictionary.getDictionaryObject(COSName.TO_UNICODE) instanceof COSStream stream) {
        rewrite(stream);
      }
    }
  }

  private void rewrite(COSStream stream) throws IOException {
    String map;
    try (InputStream in = stream.createInputStream()) {
      map = new String(in.readAllBytes(), US_ASCII);
    }
    String mended = mend(map);
    if (!mended.equals(map)) {
      try (OutputStream out = stream.createOutputStream(COSName.FLATE_DECODE)) {
        out.write(mended.getBytes(US_ASCII));
      }
    }
  }

  /** A map from glyphs to characters with a range for each glyph. */
  String mend(String map) {
    return BLOCK
        .matcher(map)
        .replaceAll(match -> Matcher.quoteReplacement(block(match.group(2), match.group(3))));
  }

  private String block(String kind, String lines) {
    if (kind.equals("char")) {
      throw new IllegalStateException("PDFBox writes ranges.");
    }
    StringBuilder ranges = new StringBuilder();
    int count = 0;
    StringBuilder out = new StringBuilder();
    Matcher matcher = RANGE.matcher(lines);
    while (matcher.find()) {
      int first = Integer.parseInt(matcher.group(1), HEX);
      int last = Integer.parseInt(matcher.group(2), HEX);
      for (int glyph = first; glyph <= last; glyph++) {
        String text = written(characters(matcher.group(3), glyph - first));
        ranges.append("<%04X> <%04X> <%s>\n".formatted(glyph, glyph, hex(text)));
        if (++count % 100 == 0) {
          out.append("100 beginbfrange\n").append(ranges).append("endbfrange\n");
          ranges.setLength(0);
        }
      }
    }
    if (count % 100 > 0) {
      out.append(count % 100).append(" beginbfrange\n").append(ranges).append("endbfrange\n");
    }
    return out.toString().strip();
  }

  private static String characters(String hex, int offset) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i + UNIT <= hex.length(); i += UNIT) {
      text.append((char) Integer.parseInt(hex.substring(i, i + UNIT), HEX));
    }
    int last = text.length() - 1;
    text.setCharAt(last, (char) (text.charAt(last) + offset));
    return text.toString();
  }

  private String written(String noted) {
    int character = noted.codePointAt(0);
    return Character.toString(written.getOrDefault(font.glyph(character), character));
  }

  private static String hex(String text) {
    StringBuilder hex = new StringBuilder();
    text.chars().forEach(unit -> hex.append("%04X".formatted(unit)));
    return hex.toString();
  }
}

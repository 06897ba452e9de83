package io.foodsafety.documents.pdf.internal;

import java.util.function.IntPredicate;

/**
 * Text as it can be printed. A character that has no glyph, or that would act on others instead of
 * being seen (controls, marks of writing direction), is written by its number, such as [U+1F600].
 */
final class Printable {

  private final IntPredicate hasGlyph;

  /** Text for a font. */
  Printable(IntPredicate hasGlyph) {
    this.hasGlyph = hasGlyph;
  }

  /** Printable text as HTML. Lines are kept. */
  String html(String text) {
    StringBuilder out = new StringBuilder(text.length() + 16);
    String lines = text.replace("\r\n", "\n").replace('\r', '\n');
    lines.codePoints().forEach(each -> append(out, each));
    return out.toString();
  }

  private void append(StringBuilder out, int codePoint) {
    switch (codePoint) {
      case '\n' -> out.append("<br/>");
      case '\t' -> out.append(' ');
      case '<' -> out.append("&lt;");
      case '>' -> out.append("&gt;");
      case '&' -> out.append("&amp;");
      case '"' -> out.append("&quot;");
      case '\'' -> out.append("&#39;");
      default -> {
        if (isSeen(codePoint) && hasGlyph.test(codePoint)) {
          out.appendCodePoint(codePoint);
        } else {
          out.append("[U+%04X]".formatted(codePoint));
        }
      }
    }
  }

  private static boolean isSeen(int codePoint) {
    return switch (Character.getType(codePoint)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.PRIVATE_USE,
          Character.UNASSIGNED,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          false;
      default -> true;
    };
  }
}

package io.foodsafety.model.issue;

/** Text shown in a line of its own: whatever would break the line, or the text, is replaced. */
final class OneLine {

  private static final int REPLACEMENT = 0xFFFD;

  private OneLine() {}

  /** The text with a replacement character in place of each that breaks a line. */
  static String of(String text) {
    if (text.codePoints().noneMatch(OneLine::breaksLine)) {
      return text;
    }
    StringBuilder line = new StringBuilder();
    text.codePoints()
        .map(each -> breaksLine(each) ? REPLACEMENT : each)
        .forEach(line::appendCodePoint);
    return line.toString();
  }

  /** Control characters, line and paragraph separators, and halves of characters. */
  private static boolean breaksLine(int codePoint) {
    int type = Character.getType(codePoint);
    return type == Character.CONTROL
        || type == Character.LINE_SEPARATOR
        || type == Character.PARAGRAPH_SEPARATOR
        || type == Character.SURROGATE;
  }
}

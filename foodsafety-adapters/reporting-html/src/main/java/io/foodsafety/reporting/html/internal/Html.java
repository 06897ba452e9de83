package io.foodsafety.reporting.html.internal;

/** Text in HTML. */
final class Html {

  private Html() {}

  /** The text as the content of an element or of a quoted attribute. */
  static String escape(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("'", "&#39;");
  }
}

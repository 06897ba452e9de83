package io.foodsafety.text;

import java.util.Locale;

/**
 * A text in Chinese and English.
 *
 * @param zh the Chinese text
 * @param en the English text
 */
public record LocalText(String zh, String en) {

  /** Checks that neither is blank. */
  public LocalText {
    if (zh.isBlank() || en.isBlank()) {
      throw new IllegalArgumentException("A text must be there in Chinese and in English.");
    }
  }

  /**
   * The text for a reader.
   *
   * @param locale Chinese for any {@code zh}, English for every other language
   * @return the text
   */
  public String in(Locale locale) {
    return locale.getLanguage().equals("zh") ? zh : en;
  }

  /**
   * The same text with other Chinese words.
   *
   * @param newZh the Chinese text
   * @return the text
   */
  public LocalText withZh(String newZh) {
    return new LocalText(newZh, en);
  }
}

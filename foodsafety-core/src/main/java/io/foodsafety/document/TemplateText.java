package io.foodsafety.document;

import io.foodsafety.text.LocalText;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiFunction;

/**
 * A text of a template: its own words, or the key of a text of the region. It may hold values in
 * braces, such as {@code {result.checked}}.
 *
 * @param own its own words, if it has any
 * @param key the key of a text of the region, if it has no words of its own
 */
public record TemplateText(Optional<LocalText> own, Optional<String> key) {

  /** Checks that there is one of both. */
  public TemplateText {
    Objects.requireNonNull(own, "own");
    if (own.isPresent() == key.isPresent()) {
      throw new IllegalArgumentException("A text has words of its own or a key.");
    }
  }

  /**
   * The text for a reader.
   *
   * @param locale Chinese for any {@code zh}, else English
   * @param texts the texts of the region, by key and language
   * @return the text, with its braces
   */
  public String in(Locale locale, BiFunction<String, Locale, String> texts) {
    return own.map(text -> text.in(locale)).orElseGet(() -> texts.apply(key.orElseThrow(), locale));
  }
}

package io.foodsafety.model.document;

import java.util.List;
import java.util.Objects;

/**
 * Paragraphs of plain text.
 *
 * @param title its heading; may be empty
 * @param paragraphs the paragraphs; an empty one is a line to write on
 */
public record TextPart(String title, List<String> paragraphs) implements DocumentPart {

  /** Copies the list. */
  public TextPart {
    Objects.requireNonNull(title, "title");
    paragraphs = List.copyOf(paragraphs);
  }
}

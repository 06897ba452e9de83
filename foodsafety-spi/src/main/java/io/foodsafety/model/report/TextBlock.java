package io.foodsafety.model.report;

import io.foodsafety.model.internal.Checks;
import java.util.List;

/**
 * Paragraphs of plain text.
 *
 * @param id its name within the report
 * @param title its heading
 * @param paragraphs the text
 */
public record TextBlock(String id, String title, List<String> paragraphs) implements Block {

  /** Checks the id and the title. */
  public TextBlock {
    Checks.name("block", id);
    ReportChecks.text("title of block (" + id + ")", title);
    paragraphs = List.copyOf(paragraphs);
  }

  /**
   * Paragraphs.
   *
   * @param id its name within the report
   * @param title its heading
   * @param paragraphs the text
   * @return the block
   * @throws IllegalArgumentException if the id is not well-formed or the title is blank
   */
  public static TextBlock of(String id, String title, List<String> paragraphs) {
    return new TextBlock(id, title, paragraphs);
  }
}

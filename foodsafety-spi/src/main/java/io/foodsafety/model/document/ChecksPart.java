package io.foodsafety.model.document;

import java.util.List;
import java.util.Objects;

/**
 * Boxes to be ticked.
 *
 * @param title its heading; may be empty
 * @param boxes the boxes in order
 * @param inline whether they stand in one line, as far as it reaches; one below the other otherwise
 */
public record ChecksPart(String title, List<CheckBox> boxes, boolean inline)
    implements DocumentPart {

  /** Copies the list. */
  public ChecksPart {
    Objects.requireNonNull(title, "title");
    boxes = List.copyOf(boxes);
  }
}

package io.foodsafety.model.document;

/**
 * A box to be ticked.
 *
 * @param text what stands beside it
 * @param ticked whether it is ticked
 */
public record CheckBox(String text, boolean ticked) {

  /** Checks the text. */
  public CheckBox {
    DocumentChecks.text("text of a box", text);
  }
}

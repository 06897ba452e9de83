package io.foodsafety.model.document;

/**
 * A column of a table.
 *
 * @param heading its heading
 * @param share how much of the width it takes, beside the shares of the others, 1 to 100
 */
public record TableColumn(String heading, int share) {

  /** Checks heading and share. */
  public TableColumn {
    DocumentChecks.text("heading of a column", heading);
    if (share < 1 || share > 100) {
      throw new IllegalArgumentException(
          "The share (%d) of column (%s) must lie between 1 and 100.".formatted(share, heading));
    }
  }
}

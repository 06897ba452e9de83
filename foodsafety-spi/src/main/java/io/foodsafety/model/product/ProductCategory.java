package io.foodsafety.model.product;

import io.foodsafety.model.internal.Checks;

/**
 * A category of food in a named classification. The 32 categories of production licences
 * (食品生产许可分类), the 34 categories of sampling (抽检大类) and the formats of operators (业态) are different
 * lists with overlapping numbers, so a category always names its classification.
 *
 * @param classification name of the list, such as {@code cn-licence}
 * @param code the code in that list
 */
public record ProductCategory(String classification, String code) {

  /** Checks both parts. */
  public ProductCategory {
    Checks.name("classification", classification);
    Checks.id("category code", code);
  }

  /**
   * A category.
   *
   * @param classification name of the list
   * @param code the code in that list
   * @return the category
   * @throws IllegalArgumentException if either is not well-formed
   */
  public static ProductCategory of(String classification, String code) {
    return new ProductCategory(classification, code);
  }

  /** {@return classification and code, such as {@code cn-licence:0102}} */
  @Override
  public String toString() {
    return classification + ":" + code;
  }
}

/**
 * What is produced and sold: {@link io.foodsafety.model.product.ProductCategory}. Immutable.
 *
 * <pre>{@code
 * ProductCategory rice = ProductCategory.of("cn-licence-2016", "0102");
 * }</pre>
 */
@NullMarked
package io.foodsafety.model.product;

import org.jspecify.annotations.NullMarked;

/**
 * The region pack {@code cn}, on which the packs of provinces and cities are built: the risk
 * grading of 2016, the grades of caterers and the levels of responsibility, as data under {@code
 * META-INF/foodsafety/cn}. Start with {@link io.foodsafety.region.cn.ChinaRegionPlugin}, which a
 * city finds by itself; safe for use by many threads.
 *
 * <p>What no source publishes is left out: its table says so, and an assessment that needs it is
 * incomplete until a pack above gives the rows. docs/regions.md lists every value and how sure it
 * is.
 *
 * <pre>{@code
 * FoodSafety.builder().region("cn")…
 * }</pre>
 */
@NullMarked
package io.foodsafety.region.cn;

import org.jspecify.annotations.NullMarked;

/**
 * Region packs: what a country, a province or a city rules, as data in layers. Start with {@link
 * io.foodsafety.region.Region}.
 *
 * <p>A pack is built on its parent. A document of a pack replaces that of the same kind and id
 * below it; a table may patch rows instead. Every value knows the pack, the file and the line that
 * it comes from. All types are immutable.
 *
 * <pre>{@code
 * Region region = Region.load("my-city", packs);
 * region.policy("cn-risk-2016", LocalDate.of(2024, 12, 31));
 * region.table("divisions", LocalDate.of(2024, 12, 31));
 * }</pre>
 */
@NullMarked
package io.foodsafety.region;

import org.jspecify.annotations.NullMarked;

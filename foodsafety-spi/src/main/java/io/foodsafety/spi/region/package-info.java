/**
 * Region packs: what a country, a province or a city rules, as data. Start with {@link
 * io.foodsafety.spi.region.RegionPack}.
 *
 * <p>A pack is an id and named resources; the core reads and checks them. A jar offers its packs
 * with {@link io.foodsafety.spi.FoodSafetyPlugin#regionPacks}; a folder needs no Java at all.
 *
 * <pre>{@code
 * public List<RegionPack> regionPacks() {
 *   return List.of(RegionPack.of("my-city", MyPlugin.class));
 * }
 * }</pre>
 */
@NullMarked
package io.foodsafety.spi.region;

import org.jspecify.annotations.NullMarked;

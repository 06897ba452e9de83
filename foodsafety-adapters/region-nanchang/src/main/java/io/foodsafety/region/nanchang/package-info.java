/**
 * The region pack {@code nanchang}, built on {@code cn}: divisions with seats and residents,
 * outlines, and the four colours of the city's risk map, as data under {@code
 * META-INF/foodsafety/nanchang}. Start with {@link
 * io.foodsafety.region.nanchang.NanchangRegionPlugin}, which a city finds by itself; safe for use
 * by many threads.
 *
 * <p>The colours belong to the city; grades, points and frequencies are those of the national pack.
 *
 * <pre>{@code
 * FoodSafety.builder().region("nanchang")…
 * }</pre>
 */
@NullMarked
package io.foodsafety.region.nanchang;

import org.jspecify.annotations.NullMarked;

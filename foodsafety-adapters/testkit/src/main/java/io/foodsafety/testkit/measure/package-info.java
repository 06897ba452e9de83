/**
 * What measurements leave behind: {@link io.foodsafety.testkit.measure.Figures}, lines in the log
 * and in a file under {@code target/measurements}; {@link io.foodsafety.testkit.measure.Series},
 * rounds that go on where they were cut off.
 *
 * <pre>{@code
 * Figures figures = Figures.of("city-page");
 * figures.add("%d businesses in %d ms", count, millis);
 * }</pre>
 *
 * <p>Figures are safe for use by many threads, a series by one.
 */
@NullMarked
package io.foodsafety.testkit.measure;

import org.jspecify.annotations.NullMarked;

/**
 * When something happened: start with {@link io.foodsafety.model.time.Moment}, a date or an
 * instant.
 *
 * <p>A date without a time means the whole day in a zone that the reader of the data supplies: the
 * region's, or the one a policy declares. Nothing here reads a clock. All types are immutable.
 *
 * <pre>{@code
 * Moment day = Moment.parse("2024-05-02");
 * Moment exact = Moment.parse("2024-05-02T10:15:00+08:00");
 * day.startIn(ZoneId.of("Asia/Shanghai")); // 2024-05-01T16:00:00Z
 * }</pre>
 */
@NullMarked
package io.foodsafety.model.time;

import org.jspecify.annotations.NullMarked;

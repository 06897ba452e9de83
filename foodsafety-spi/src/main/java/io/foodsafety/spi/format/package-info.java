/**
 * Bytes to records and back: start with {@link io.foodsafety.spi.format.RecordFormat}.
 *
 * <p>A format reads a stream and hands over {@link io.foodsafety.spi.format.DataRecord}s, one by
 * one, and an issue for whatever it cannot read; it judges syntax only. What the fields mean is the
 * core's business, so that every format is checked by the same rules. A format is safe for use by
 * many threads; a stream and its sink belong to one.
 *
 * <pre>{@code
 * public void read(InputStream in, String source, RecordSink sink) throws IOException {
 *   for (int line = 1; …; line++) {
 *     sink.accept(DataRecord.of("fact", fields, Location.line(source, line)));
 *   }
 * }
 * }</pre>
 */
@NullMarked
package io.foodsafety.spi.format;

import org.jspecify.annotations.NullMarked;

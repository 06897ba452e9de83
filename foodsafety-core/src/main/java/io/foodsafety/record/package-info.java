/**
 * Files and stored bytes to domain values and back: start with {@link
 * io.foodsafety.record.RecordDecoder}.
 *
 * <p>A {@link io.foodsafety.spi.format.RecordFormat} such as {@link
 * io.foodsafety.record.NdjsonFormat} judges syntax and hands over records; the decoder judges what
 * they say, against the declared fact kinds, and names all faults of a record at once. {@link
 * io.foodsafety.record.CanonicalJson} gives equal content equal bytes, which are stored and hashed.
 *
 * <pre>{@code
 * RecordDecoder decoder = RecordDecoder.of(FactCatalogue.standard(), clock.instant().plus(1, DAYS));
 * if (decoder.decode(record) instanceof Decoded.FactRecord decoded) {
 *   byte[] stored = CanonicalJson.write(RecordEncoder.encode(decoded.fact()).fields());
 * }
 * }</pre>
 */
@NullMarked
package io.foodsafety.record;

import org.jspecify.annotations.NullMarked;

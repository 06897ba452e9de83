/**
 * Official documents to bytes: start with {@link io.foodsafety.spi.document.DocumentRenderer}.
 *
 * <p>A renderer reads an {@link io.foodsafety.model.document.OfficialDocument} and writes a file
 * that can be printed, signed and filed. It is safe for use by many threads; one call works in one
 * thread. It gives equal documents equal bytes, and lets no text act as markup or script.
 *
 * <pre>{@code
 * public void render(OfficialDocument document, Config config, OutputStream out) {
 *   for (DocumentPart part : document.parts()) { … }
 * }
 * }</pre>
 */
@NullMarked
package io.foodsafety.spi.document;

import org.jspecify.annotations.NullMarked;

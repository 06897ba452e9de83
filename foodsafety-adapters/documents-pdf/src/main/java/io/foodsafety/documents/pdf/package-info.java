/**
 * Official documents as files: start with {@link io.foodsafety.documents.pdf.PdfDocumentPlugin},
 * which offers the document renderers {@code pdf} and {@code html}.
 *
 * <p>A PDF has A4 pages and carries the part of a Chinese font that it uses, so that it looks the
 * same everywhere; its text can be searched and copied. The same document gives the same bytes. The
 * plug-in is safe for use by many threads.
 *
 * <pre>{@code
 * session.documents().render(document, "pdf", Map.of(), out);
 * }</pre>
 */
@NullMarked
package io.foodsafety.documents.pdf;

import org.jspecify.annotations.NullMarked;

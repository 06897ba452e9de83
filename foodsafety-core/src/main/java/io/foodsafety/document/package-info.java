/**
 * Official documents: forms of an authority that are filled in from what the city knows. Start with
 * {@link io.foodsafety.document.DocumentService}.
 *
 * <p>What a document holds is a {@link io.foodsafety.document.DocumentTemplate}: data of a region
 * pack, checked when it is read. The service fills it in from an assessment or a submission; what
 * is not known stays blank. A renderer, chosen by name, writes the result. Templates and details
 * are immutable, the service is safe for use by many threads.
 *
 * <pre>{@code
 * DocumentDetails details = DocumentDetails.of(Locale.CHINA, today).withNumber("2026-001");
 * OfficialDocument form = session.documents().ofAssessment("cn-risk-grade-2016", assessment, details);
 * try (OutputStream out = Files.newOutputStream(file)) {
 *   session.documents().render(form, "pdf", Map.of(), out);
 * }
 * }</pre>
 */
@NullMarked
package io.foodsafety.document;

import org.jspecify.annotations.NullMarked;

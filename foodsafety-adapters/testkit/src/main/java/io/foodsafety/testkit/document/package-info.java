/**
 * The contract of a document renderer: start with {@link
 * io.foodsafety.testkit.document.DocumentRendererContract}.
 *
 * <p>A test class extends it and supplies the renderer; each test is one rule. {@link
 * io.foodsafety.testkit.document.SampleDocument} makes the documents. Everything is safe for use by
 * many threads.
 *
 * <pre>{@code
 * class MyRendererTest extends DocumentRendererContract {
 *   protected DocumentRenderer renderer() { return new MyRenderer(); }
 *   protected String text(byte[] written) { return … }
 * }
 * }</pre>
 */
@NullMarked
package io.foodsafety.testkit.document;

import org.jspecify.annotations.NullMarked;

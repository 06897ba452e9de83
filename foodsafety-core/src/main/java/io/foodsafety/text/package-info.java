/**
 * Texts in the languages of the library, Chinese and English.
 *
 * <pre>{@code
 * new LocalText("餐饮", "Catering").in(Locale.CHINA);
 * }</pre>
 */
@NullMarked
package io.foodsafety.text;

import org.jspecify.annotations.NullMarked;

package io.foodsafety.match;

/**
 * A name in normal form.
 *
 * @param text letters and digits alone, in one width and case
 * @param core the text without division, legal form and form of shop; the text if nothing is left
 * @param distinct the core without words that many names share; the core if nothing is left
 * @param numbers the digits of the text, with a space between two numbers
 */
public record NormalName(String text, String core, String distinct, String numbers) {}

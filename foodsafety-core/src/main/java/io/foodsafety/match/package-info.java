/**
 * Finds businesses that are registered several times: start with {@link
 * io.foodsafety.match.EntityMatcher}.
 *
 * <p>Names, addresses, codes and telephone numbers are brought into a normal form by {@link
 * io.foodsafety.match.Normaliser}, whose tables are data. Two businesses are compared by what
 * speaks for and against their being one, each with points; the points sum to the score. The engine
 * changes nothing: whether two records are one business is decided by a person, and recorded in the
 * register of businesses.
 *
 * <p>All types are immutable and safe for use by many threads, but for {@link
 * io.foodsafety.match.MatchRun}.
 *
 * <pre>{@code
 * EntityMatcher.standard().run(session.subjects().list()).matches()
 *     .filter(match -> match.verdict() == Match.Verdict.REVIEW)
 *     .forEach(match -> System.out.println(match));
 * }</pre>
 */
@NullMarked
package io.foodsafety.match;

import org.jspecify.annotations.NullMarked;

/**
 * A directed multigraph with timed edges, made for closures: who may have got it, where may it have
 * come from.
 *
 * <p>A {@link io.foodsafety.trace.internal.graph.TimedGraph} is immutable; a {@link
 * io.foodsafety.trace.internal.graph.LiveGraph} grows while it is read. Both give a {@link
 * io.foodsafety.trace.internal.graph.GraphSnapshot}, which is what a {@link
 * io.foodsafety.trace.internal.graph.Closure} searches.
 */
@NullMarked
package io.foodsafety.trace.internal.graph;

import org.jspecify.annotations.NullMarked;

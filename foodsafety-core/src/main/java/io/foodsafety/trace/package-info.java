/**
 * Where lots came from and where they went: start with {@link io.foodsafety.trace.TraceNetwork},
 * whose questions are {@link io.foodsafety.trace.TraceQueries}.
 *
 * <p>Events, in any order and from any source, are resolved to holdings (a lot at a party) and the
 * links between them. Queries walk these links: a trace in either direction, the scope of a recall
 * with quantities, the score of suspects in an outbreak, and the gaps in what was recorded. Every
 * answer says the position of the log that it saw. Networks are safe for use by many threads;
 * queries never wait for capture.
 *
 * <pre>{@code
 * TraceNetwork network = TraceNetwork.of(events, ZoneId.of("Asia/Shanghai"));
 * TraceResult result =
 *     network.trace(TraceQuery.of(TraceStart.lot("L1"), TraceDirection.FORWARD));
 * }</pre>
 */
@NullMarked
package io.foodsafety.trace;

import org.jspecify.annotations.NullMarked;

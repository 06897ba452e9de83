package io.foodsafety.trace;

import io.foodsafety.trace.internal.Listed;
import io.foodsafety.trace.internal.TraceJson;
import java.util.List;
import java.util.Locale;

/**
 * What a trace found. Immutable. The elements of the lists of an answer are made when they are
 * read, so that a page costs less than all; which they are is known from the beginning.
 *
 * @param query what was asked
 * @param position the position of the log that was seen
 * @param truncated whether a limit kept it from going on
 * @param reached how many holdings were reached, on this page or not
 * @param holdings what was reached, by depth, lot, party and direction; the start first
 * @param parties whose holdings were reached, by depth and id
 * @param ends where it ends and why, by lot, party and reason
 * @param findings what is wrong with the records of the holdings reached
 */
public record TraceResult(
    TraceQuery query,
    long position,
    boolean truncated,
    int reached,
    List<ReachedHolding> holdings,
    List<ReachedParty> parties,
    List<TraceEnd> ends,
    List<TraceFinding> findings) {

  /** Copies the lists of others. */
  public TraceResult {
    holdings = Listed.copyOf(holdings);
    parties = Listed.copyOf(parties);
    ends = Listed.copyOf(ends);
    findings = List.copyOf(findings);
  }

  /**
   * The same result with some of the holdings only. Pages of one position follow each other without
   * a gap; one of another position may not.
   *
   * @param first how many holdings to leave out, at least 0
   * @param count how many to keep at most, at least 0
   * @return the page
   */
  public TraceResult page(int first, int count) {
    int from = Math.min(first, holdings.size());
    int to = from + Math.min(count, holdings.size() - from);
    return new TraceResult(
        query, position, truncated, reached, holdings.subList(from, to), parties, ends, findings);
  }

  /**
   * The result as one line of JSON, in the published shape.
   *
   * @param locale the language of messages
   * @return the JSON
   */
  public String toJson(Locale locale) {
    return TraceJson.write(this, locale);
  }
}

package io.foodsafety.trace;

import io.foodsafety.trace.internal.TraceJson;
import java.util.List;
import java.util.Locale;

/**
 * What a trace found. Immutable.
 *
 * @param query what was asked
 * @param position the position of the log that was seen
 * @param truncated whether a limit kept it from going on
 * @param holdings what was reached, by depth, lot, party and direction; the start first
 * @param parties whose holdings were reached, by depth and id
 * @param ends where it ends and why, by lot, party and reason
 * @param findings what is wrong with the records of the holdings reached
 */
public record TraceResult(
    TraceQuery query,
    long position,
    boolean truncated,
    List<ReachedHolding> holdings,
    List<ReachedParty> parties,
    List<TraceEnd> ends,
    List<TraceFinding> findings) {

  /** Copies the lists. */
  public TraceResult {
    holdings = List.copyOf(holdings);
    parties = List.copyOf(parties);
    ends = List.copyOf(ends);
    findings = List.copyOf(findings);
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

package io.foodsafety.trace;

import io.foodsafety.trace.internal.TraceJson;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Who has how much of what must be recalled. Immutable.
 *
 * @param start where the recall begins
 * @param position the position of the log that was seen
 * @param complete whether all that went on from the start is known by name
 * @param parties who must be told, by id
 * @param holdings what became of each holding, by depth, lot, party and unit
 * @param totals what became of each lot, by lot and unit
 * @param findings what is wrong with the records of these holdings
 */
public record RecallScope(
    TraceStart start,
    long position,
    boolean complete,
    List<RecallParty> parties,
    List<HoldingBalance> holdings,
    List<LotTotal> totals,
    List<TraceFinding> findings) {

  /**
   * A party in a recall.
   *
   * @param id the party
   * @param holdings how many of its holdings must be recalled
   */
  public record RecallParty(String id, int holdings) {}

  /** Copies the lists. */
  public RecallScope {
    parties = List.copyOf(parties);
    holdings = List.copyOf(holdings);
    totals = List.copyOf(totals);
    findings = List.copyOf(findings);
  }

  /**
   * The scope as one line of JSON, in the published shape.
   *
   * @param names the names of parties, as far as they are known
   * @param locale the language of messages
   * @return the JSON
   */
  public String toJson(Map<String, String> names, Locale locale) {
    return TraceJson.write(this, names, locale);
  }
}

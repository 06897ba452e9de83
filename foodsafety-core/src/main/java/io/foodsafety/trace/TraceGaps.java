package io.foodsafety.trace;

import io.foodsafety.trace.internal.TraceJson;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * All that is wrong with what was recorded of lots. Immutable.
 *
 * @param position the position of the log that was seen
 * @param findings the findings, in {@link TraceFinding#ORDER}
 */
public record TraceGaps(long position, List<TraceFinding> findings) {

  /** Copies the list. */
  public TraceGaps {
    findings = List.copyOf(findings);
  }

  /** {@return how many there are of each kind that occurs} */
  public Map<FindingKind, Integer> counts() {
    Map<FindingKind, Integer> counts = new EnumMap<>(FindingKind.class);
    findings.forEach(finding -> counts.merge(finding.kind(), 1, Integer::sum));
    return counts;
  }

  /**
   * The gaps as one line of JSON, in the published shape.
   *
   * @param locale the language of messages
   * @return the JSON
   */
  public String toJson(Locale locale) {
    return TraceJson.write(this, locale);
  }
}

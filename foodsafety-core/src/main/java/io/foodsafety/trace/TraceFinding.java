package io.foodsafety.trace;

import io.foodsafety.model.issue.Issue;
import io.foodsafety.model.issue.IssueType;
import io.foodsafety.model.issue.Location;
import io.foodsafety.model.issue.Severity;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Something that is wrong, or missing, in what was recorded of a lot. Immutable.
 *
 * @param kind what
 * @param lot of which lot
 * @param party at which party; nothing if it is about the lot as a whole
 * @param events the ids of the events that show it
 * @param details further values that the message names
 */
public record TraceFinding(
    FindingKind kind,
    String lot,
    Optional<String> party,
    List<String> events,
    Map<String, String> details) {

  /** By kind, then lot, then party, then events. */
  public static final Comparator<TraceFinding> ORDER =
      Comparator.comparing((TraceFinding finding) -> finding.kind().code())
          .thenComparing(TraceFinding::lot)
          .thenComparing(finding -> finding.party().orElse(""))
          .thenComparing(finding -> String.join("\n", finding.events()));

  private static final int SHOWN = 5;

  /** Copies the parts. */
  public TraceFinding {
    events = List.copyOf(events);
    details = Map.copyOf(details);
  }

  /** {@return the code, such as {@code FS-TRACE-0102}} */
  public String code() {
    return kind.type().code();
  }

  /** {@return how much it weighs} */
  public Severity severity() {
    return kind.type().severity();
  }

  /** {@return the finding as an issue, with its texts in both languages} */
  public Issue toIssue() {
    IssueType.Builder builder =
        kind.type()
            .at(Location.unknown())
            .with("lot", lot)
            .with("party", party.orElse("-"))
            .with("events", shown());
    details.forEach(builder::with);
    return builder.build();
  }

  private String shown() {
    String first = String.join(", ", events.subList(0, Math.min(SHOWN, events.size())));
    return events.size() > SHOWN ? first + ", …" : first;
  }
}

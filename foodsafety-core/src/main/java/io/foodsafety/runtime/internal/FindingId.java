package io.foodsafety.runtime.internal;

import com.google.common.hash.Hashing;
import io.foodsafety.model.fact.AttributeValue;
import io.foodsafety.model.fact.Fact;
import io.foodsafety.model.fact.SubjectRef;
import io.foodsafety.model.fact.SubjectType;
import io.foodsafety.model.time.EventTime;
import io.foodsafety.model.time.Moment;
import io.foodsafety.model.trace.TraceEvent;
import io.foodsafety.record.CanonicalJson;
import io.foodsafety.trace.TraceFinding;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Under which id a finding is a fact: the same one, whoever records it.
 *
 * @param hash of all that makes the finding what it is
 * @param count how often it was found, this time included: one that was withdrawn may come back
 */
record FindingId(String hash, int count) {

  /** The kind of fact. */
  static final String KIND = "trace-finding";

  private static final String SOURCE = "trace";
  private static final Pattern FORM = Pattern.compile("trace:([0-9a-f]{64}):([1-9][0-9]{0,8})");

  /** Events that a fact names; a lot may have left in thousands. */
  private static final int MAX_EVENTS = 20;

  static String hash(TraceFinding finding) {
    Map<String, @Nullable Object> parts = new TreeMap<>();
    parts.put("kind", finding.kind().code());
    parts.put("lot", finding.lot());
    parts.put("party", finding.party().orElse(null));
    parts.put("events", finding.events());
    parts.put("details", finding.details());
    return Hashing.sha256().hashBytes(CanonicalJson.write(parts)).toString();
  }

  /** The id of a fact that was recorded by {@link #fact}; nothing if somebody else has named it. */
  static Optional<FindingId> parse(String fact) {
    Matcher matcher = FORM.matcher(fact);
    return matcher.matches()
        ? Optional.of(new FindingId(matcher.group(1), Integer.parseInt(matcher.group(2))))
        : Optional.empty();
  }

  static SubjectRef lot(String lot) {
    return SubjectRef.of(SubjectType.LOT, lot);
  }

  String fact() {
    return "trace:%s:%d".formatted(hash, count);
  }

  String withdrawal() {
    return fact() + ":withdrawn";
  }

  Fact fact(TraceFinding finding, Moment at) {
    SubjectRef lot = lot(finding.lot());
    Optional<SubjectRef> party = finding.party().map(SubjectRef::business);
    List<String> events = finding.events();
    Fact.Builder fact =
        Fact.builder(fact(), KIND, party.orElse(lot), at)
            .ref("lot", lot)
            .attribute("finding", AttributeValue.code(finding.kind().code()))
            .attribute("lot", AttributeValue.code(finding.lot()))
            .attribute("eventCount", AttributeValue.decimal(events.size()))
            .attribute(
                "events",
                AttributeValue.codes(events.subList(0, Math.min(MAX_EVENTS, events.size()))))
            .source(SOURCE);
    party.ifPresent(ref -> fact.ref("party", ref));
    String excess = finding.details().get("excess");
    if (excess != null) {
      fact.attribute("excess", AttributeValue.string(excess));
    }
    return fact.build();
  }

  /** The time of the last one of some events whose time is known. */
  static Optional<Moment> latest(Stream<TraceEvent> events, ZoneId zone) {
    return events
        .flatMap(event -> time(event).stream())
        .map(time -> moment(time, zone))
        .max(
            Comparator.comparing((Moment moment) -> moment.startIn(zone))
                .thenComparing(Moment::toString));
  }

  private static Optional<EventTime> time(TraceEvent event) {
    return event instanceof TraceEvent.Transfer transfer
        ? transfer.receivedAt().or(event::at)
        : event.at();
  }

  /** A month or a year counts as its first day, so that the fact never lies in the future. */
  private static Moment moment(EventTime time, ZoneId zone) {
    return time.moment()
        .orElseGet(
            () -> {
              LocalDate first = time.startIn(zone).atZone(zone).toLocalDate();
              return Moment.of(first);
            });
  }
}

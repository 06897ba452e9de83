package io.foodsafety.examples.cli;

import io.foodsafety.fact.FactCatalogue;
import io.foodsafety.model.code.DivisionCode;
import io.foodsafety.model.issue.Issue;
import io.foodsafety.model.subject.Subject;
import io.foodsafety.model.trace.TraceEvent;
import io.foodsafety.record.Decoded;
import io.foodsafety.record.RecordDecoder;
import io.foodsafety.record.RecordEncoder;
import io.foodsafety.region.Region;
import io.foodsafety.spi.format.DataRecord;
import io.foodsafety.spi.format.RecordSink;
import io.foodsafety.trace.TraceIssues;
import io.foodsafety.trace.TraceNetwork;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Takes what a format reads, and keeps the trace events and the names of businesses. */
final class TraceInput implements RecordSink, TraceSource.Businesses {

  private static final Duration TOLERANCE = Duration.ofDays(1);

  private record Business(String name, Optional<DivisionCode> division) {}

  private final RecordDecoder decoder;
  private final ZoneId zone;
  private final Run run;
  private final Map<String, TraceEvent> events = new LinkedHashMap<>();
  private final Map<String, Business> businesses = new HashMap<>();
  private long records;

  TraceInput(Optional<Region> region, ZoneId zone, Run run) {
    FactCatalogue catalogue = region.map(Region::catalogue).orElseGet(FactCatalogue::standard);
    this.decoder =
        RecordDecoder.of(catalogue, run.console().clock().instant().plus(TOLERANCE), zone);
    this.zone = zone;
    this.run = run;
  }

  @Override
  public void accept(DataRecord record) {
    count();
    Decoded decoded = decoder.decode(record);
    if (decoded instanceof Decoded.Rejected rejected) {
      run.problems().reportAll(rejected.issues());
    } else if (decoded instanceof Decoded.TraceRecord trace) {
      add(trace.event(), record);
    } else if (decoded instanceof Decoded.SubjectRecord subject) {
      Subject read = subject.subject();
      businesses.put(read.id(), new Business(read.name(), read.division()));
    }
  }

  private void add(TraceEvent event, DataRecord record) {
    TraceEvent known = events.putIfAbsent(event.id(), event);
    if (known != null && !known.equals(event)) {
      run.problems()
          .report(
              TraceIssues.OTHER_EVENT
                  .at(record.location())
                  .with("id", event.id())
                  .with("fields", String.join(", ", differences(known, event)))
                  .build());
    }
  }

  private static Set<String> differences(TraceEvent known, TraceEvent event) {
    Map<String, @Nullable Object> one = RecordEncoder.encode(known).fields();
    Map<String, @Nullable Object> other = RecordEncoder.encode(event).fields();
    Set<String> names = new TreeSet<>(one.keySet());
    names.addAll(other.keySet());
    names.removeIf(name -> Objects.equals(one.get(name), other.get(name)));
    return names;
  }

  @Override
  public void reject(Issue issue) {
    count();
    run.problems().report(issue);
  }

  private void count() {
    records++;
    run.progress().at(run.text("records read", "已读记录"), records);
  }

  /** The network of all events read. */
  TraceNetwork network() {
    return TraceNetwork.of(new ArrayList<>(events.values()), zone);
  }

  @Override
  public Map<String, String> names(Collection<String> parties) {
    Map<String, String> names = new HashMap<>();
    for (String party : parties) {
      Business business = businesses.get(party);
      if (business != null) {
        names.put(party, business.name());
      }
    }
    return names;
  }

  @Override
  public boolean mayBeIn(String party, DivisionCode division) {
    Business business = businesses.get(party);
    return business == null || business.division().map(own -> own.isWithin(division)).orElse(true);
  }

  long records() {
    return records;
  }
}

package io.foodsafety.runtime.internal;

import io.foodsafety.model.issue.Location;
import io.foodsafety.model.trace.TraceEvent;
import io.foodsafety.model.trace.TraceItem;
import io.foodsafety.record.CanonicalJson;
import io.foodsafety.record.RecordEncoder;
import io.foodsafety.trace.TraceIssues;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A trace event on its way into the storage. */
final class PendingTrace implements Pending {

  private final DocumentKey key;
  private final Location location;
  private final Map<String, @Nullable Object> fields;
  private final Decision.Store store;

  PendingTrace(TraceEvent event, Location location, Instant recordedAt) {
    this.key = new DocumentKey(CitySchema.TRACE_EVENTS, event.id());
    this.location = location;
    this.fields = new TreeMap<>(RecordEncoder.encode(event).fields());
    this.fields.put(StoredContent.RECORDED_AT, recordedAt.toString());
    this.store = new Decision.Store(CanonicalJson.write(fields), index(event, fields));
  }

  static Map<String, List<String>> index(
      TraceEvent event, Map<String, ? extends @Nullable Object> fields) {
    return Map.of(
        CitySchema.LOT,
        event.items().stream()
            .filter(TraceItem.OfLot.class::isInstance)
            .map(item -> ((TraceItem.OfLot) item).lot())
            .toList(),
        CitySchema.PARTY,
        texts(Stream.of("party", "from", "to").map(fields::get)).toList(),
        CitySchema.AT,
        event.at().map(SortableTime::of).stream().toList());
  }

  private static Stream<String> texts(Stream<? extends @Nullable Object> values) {
    return values.filter(String.class::isInstance).map(String.class::cast);
  }

  @Override
  public String type() {
    return RecordEncoder.TRACE;
  }

  @Override
  public DocumentKey key() {
    return key;
  }

  @Override
  public Optional<String> log() {
    return Optional.of(CitySchema.TRACE_LOG);
  }

  @Override
  public Optional<Decision.Store> unseen() {
    return Optional.of(store);
  }

  @Override
  public Decision decide(StoredBodies stored) {
    return stored
        .find(key)
        .map(body -> StoredContent.judge(body, fields, TraceIssues.OTHER_EVENT, location, key.id()))
        .orElse(store);
  }
}

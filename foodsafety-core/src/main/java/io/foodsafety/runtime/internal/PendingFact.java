package io.foodsafety.runtime.internal;

import io.foodsafety.fact.FactIssues;
import io.foodsafety.model.fact.Fact;
import io.foodsafety.model.fact.SubjectRef;
import io.foodsafety.model.issue.Location;
import io.foodsafety.record.CanonicalJson;
import io.foodsafety.record.RecordEncoder;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A fact on its way into the storage. */
final class PendingFact implements Pending {

  private final DocumentKey key;
  private final Location location;
  private final Map<String, @Nullable Object> fields;
  private final Decision.Store store;

  PendingFact(Fact fact, Location location, Instant now) {
    Fact recorded = fact.recordedAt().isPresent() ? fact : fact.toBuilder().recordedAt(now).build();
    this.key = new DocumentKey(CitySchema.FACTS, fact.id());
    this.location = location;
    this.fields = RecordEncoder.encode(recorded).fields();
    this.store = new Decision.Store(CanonicalJson.write(fields), index(fact));
  }

  private static Map<String, List<String>> index(Fact fact) {
    return Map.of(
        CitySchema.CONCERNS,
        fact.concerns().stream().map(SubjectRef::toString).toList(),
        CitySchema.KIND,
        List.of(fact.kind()),
        CitySchema.AT,
        List.of(SortableTime.of(fact.at())));
  }

  @Override
  public String type() {
    return RecordEncoder.FACT;
  }

  @Override
  public DocumentKey key() {
    return key;
  }

  @Override
  public Optional<Decision.Store> unseen() {
    return Optional.of(store);
  }

  @Override
  public Decision decide(StoredBodies stored) {
    return stored
        .find(key)
        .map(body -> StoredContent.judge(body, fields, FactIssues.OTHER_FACT, location, key.id()))
        .orElse(store);
  }
}

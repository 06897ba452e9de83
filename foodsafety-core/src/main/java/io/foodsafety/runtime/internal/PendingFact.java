package io.foodsafety.runtime.internal;

import io.foodsafety.access.internal.AttributeSealing;
import io.foodsafety.fact.FactIssues;
import io.foodsafety.model.fact.Fact;
import io.foodsafety.model.fact.SubjectRef;
import io.foodsafety.model.issue.Location;
import io.foodsafety.record.CanonicalJson;
import io.foodsafety.record.RecordEncoder;
import java.time.Instant;
import java.util.LinkedHashMap;
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
  private final AttributeSealing sealing;

  /**
   * A fact.
   *
   * @param fact the fact
   * @param location where it was read
   * @param now when it is recorded, if it does not say so itself
   * @param toSeal its attributes that are stored sealed
   * @param sealing seals them
   */
  PendingFact(
      Fact fact, Location location, Instant now, List<String> toSeal, AttributeSealing sealing) {
    this.sealing = sealing;
    this.key = new DocumentKey(CitySchema.FACTS, fact.id());
    this.location = location;
    this.fields = new LinkedHashMap<>(RecordEncoder.encode(fact).fields());
    fields.putIfAbsent(StoredContent.RECORDED_AT, now.toString());
    this.store =
        toSeal.isEmpty()
            ? new Decision.Store(CanonicalJson.write(fields), index(fact))
            : new Decision.Store(
                () -> CanonicalJson.write(sealing.seal(fact.id(), fields, toSeal)), index(fact));
  }

  static Map<String, List<String>> index(Fact fact) {
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
    return stored.find(key).<Decision>map(this::judge).orElse(store);
  }

  /**
   * Compares with what is stored. What is sealed there is opened for that; if its key is destroyed,
   * the rest decides.
   */
  private Decision judge(byte[] body) {
    Map<String, @Nullable Object> stored = CanonicalJson.read(body);
    if (!stored.containsKey(AttributeSealing.SEALED)) {
      return StoredContent.judge(stored, fields, FactIssues.OTHER_FACT, location, key.id());
    }
    Optional<Map<String, @Nullable Object>> opened = sealing.opened(key.id(), stored);
    return StoredContent.judge(
        opened.orElseGet(() -> AttributeSealing.without(AttributeSealing.names(stored), stored)),
        opened.isPresent()
            ? fields
            : AttributeSealing.without(AttributeSealing.names(stored), fields),
        FactIssues.OTHER_FACT,
        location,
        key.id());
  }
}

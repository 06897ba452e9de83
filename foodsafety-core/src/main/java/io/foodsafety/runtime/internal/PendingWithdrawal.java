package io.foodsafety.runtime.internal;

import io.foodsafety.fact.FactIssues;
import io.foodsafety.model.fact.Fact;
import io.foodsafety.model.fact.SubjectRef;
import io.foodsafety.model.fact.Withdrawal;
import io.foodsafety.model.issue.Location;
import io.foodsafety.record.CanonicalJson;
import io.foodsafety.record.RecordEncoder;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A withdrawal on its way into the storage. It is found by all that its fact concerns. */
final class PendingWithdrawal implements Pending {

  private final DocumentKey key;
  private final DocumentKey target;
  private final Location location;
  private final Map<String, @Nullable Object> fields;
  private final StoredRecords reader;

  PendingWithdrawal(Withdrawal withdrawal, Location location, Instant now, StoredRecords reader) {
    Withdrawal recorded =
        withdrawal.recordedAt().isPresent() ? withdrawal : withdrawal.withRecordedAt(now);
    this.key = new DocumentKey(CitySchema.WITHDRAWALS, withdrawal.id());
    this.target = new DocumentKey(CitySchema.FACTS, withdrawal.target());
    this.location = location;
    this.fields = RecordEncoder.encode(recorded).fields();
    this.reader = reader;
  }

  @Override
  public String type() {
    return RecordEncoder.WITHDRAWAL;
  }

  @Override
  public DocumentKey key() {
    return key;
  }

  @Override
  public List<DocumentKey> needs() {
    return List.of(target);
  }

  @Override
  public Optional<Decision.Store> unseen() {
    return Optional.empty();
  }

  @Override
  public Decision decide(StoredBodies stored) {
    Optional<byte[]> body = stored.find(key);
    if (body.isPresent()) {
      return StoredContent.judge(
          body.get(), fields, FactIssues.OTHER_WITHDRAWAL, location, key.id());
    }
    return stored
        .find(target)
        .<Decision>map(fact -> new Decision.Store(CanonicalJson.write(fields), index(fact)))
        .orElseGet(
            () ->
                new Decision.Refused(
                    FactIssues.UNKNOWN_TARGET
                        .at(location)
                        .with("id", key.id())
                        .with("target", target.id())
                        .build()));
  }

  private Map<String, List<String>> index(byte[] fact) {
    return index(reader.fact(target.id(), fact));
  }

  static Map<String, List<String>> index(Fact target) {
    return Map.of(
        CitySchema.TARGET,
        List.of(target.id()),
        CitySchema.CONCERNS,
        target.concerns().stream().map(SubjectRef::toString).toList());
  }
}

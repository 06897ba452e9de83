package io.foodsafety.runtime.internal;

import io.foodsafety.model.fact.AttributeValue;
import io.foodsafety.model.issue.Location;
import io.foodsafety.model.subject.AttributeHistory;
import io.foodsafety.model.subject.Subject;
import io.foodsafety.record.CanonicalJson;
import io.foodsafety.record.RecordEncoder;
import io.foodsafety.subject.SubjectIssues;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** A subject on its way into the storage, or a change of one from a day on. */
final class PendingSubject implements Pending {

  private final DocumentKey key;
  private final Subject subject;
  private final Optional<LocalDate> validFrom;
  private final Location location;
  private final StoredRecords reader;

  PendingSubject(
      Subject subject, Optional<LocalDate> validFrom, Location location, StoredRecords reader) {
    this.key = new DocumentKey(CitySchema.SUBJECTS, subject.id());
    this.validFrom = validFrom;
    this.subject = validFrom.map(from -> since(subject, from)).orElse(subject);
    this.location = location;
    this.reader = reader;
  }

  /**
   * The subject with attributes that hold from a day on, where they are said to have always held.
   */
  private static Subject since(Subject subject, LocalDate from) {
    Subject.Builder since = subject.toBuilder();
    subject
        .attributes()
        .forEach(
            (name, history) -> {
              Map<LocalDate, AttributeValue> values = new TreeMap<>(history.values());
              AttributeValue always = values.remove(LocalDate.MIN);
              if (always != null) {
                values.putIfAbsent(from, always);
              }
              since.attribute(name, AttributeHistory.of(values));
            });
    return since.build();
  }

  @Override
  public String type() {
    return RecordEncoder.SUBJECT;
  }

  @Override
  public DocumentKey key() {
    return key;
  }

  @Override
  public Optional<Decision.Store> unseen() {
    return Optional.of(store(subject));
  }

  @Override
  public Decision decide(StoredBodies stored) {
    Optional<byte[]> body = stored.find(key);
    if (body.isEmpty()) {
      return store(subject);
    }
    Subject known = reader.subject(key.id(), body.get());
    Subject wanted = validFrom.isPresent() ? merge(known, subject) : subject;
    List<String> difference =
        StoredContent.difference(
            CanonicalJson.read(body.get()), RecordEncoder.encode(wanted).fields());
    if (difference.isEmpty()) {
      return new Decision.Known();
    }
    return validFrom.isPresent()
        ? store(wanted)
        : new Decision.Refused(
            SubjectIssues.OTHER_SUBJECT
                .at(location)
                .with("id", key.id())
                .with("fields", String.join(", ", difference))
                .build());
  }

  /** The newer subject, with the values that the attributes had before. */
  private static Subject merge(Subject known, Subject newer) {
    Subject.Builder merged = newer.toBuilder();
    known
        .attributes()
        .forEach(
            (name, history) -> {
              AttributeHistory all = history;
              AttributeHistory added = newer.attributes().get(name);
              if (added != null) {
                for (Map.Entry<LocalDate, AttributeValue> value : added.values().entrySet()) {
                  all = all.with(value.getKey(), value.getValue());
                }
              }
              merged.attribute(name, all);
            });
    return merged.build();
  }

  private static Decision.Store store(Subject subject) {
    Map<String, List<String>> index = new HashMap<>();
    subject.division().ifPresent(code -> index.put(CitySchema.DIVISION, List.of(code.value())));
    subject.segment().ifPresent(segment -> index.put(CitySchema.SEGMENT, List.of(segment)));
    subject.creditCode().ifPresent(code -> index.put(CitySchema.USCC, List.of(code.value())));
    return new Decision.Store(CanonicalJson.write(RecordEncoder.encode(subject).fields()), index);
  }
}

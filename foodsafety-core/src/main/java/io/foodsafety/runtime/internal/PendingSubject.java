package io.foodsafety.runtime.internal;

import io.foodsafety.model.issue.Location;
import io.foodsafety.model.subject.Subject;
import io.foodsafety.record.Decoded.SubjectRecord;
import io.foodsafety.record.RecordEncoder;
import io.foodsafety.record.internal.SubjectEntry;
import io.foodsafety.record.internal.SubjectMerge;
import io.foodsafety.subject.SubjectIssues;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A record of a subject on its way into the storage, beside the records of it that came before. */
final class PendingSubject implements Pending {

  private final DocumentKey key;
  private final SubjectEntry record;
  private final Location location;
  private final StoredRecords reader;

  PendingSubject(SubjectRecord record, Location location, StoredRecords reader) {
    this.key = new DocumentKey(CitySchema.SUBJECTS, record.subject().id());
    this.record = SubjectEntry.of(record);
    this.location = location;
    this.reader = reader;
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
  public List<DocumentKey> derived() {
    return List.of(SubjectKeys.key(key.id()));
  }

  @Override
  public Optional<Decision.Store> unseen() {
    return Optional.of(store(SubjectMerge.of(List.of(record))));
  }

  @Override
  public Decision decide(StoredBodies stored) {
    SubjectMerge merge = stored.subject(key, body -> reader.subjectRecords(key.id(), body));
    if (merge.contains(record)) {
      return new Decision.Known();
    }
    List<String> difference = merge.add(record);
    return difference.isEmpty()
        ? store(merge)
        : new Decision.Refused(
            SubjectIssues.OTHER_SUBJECT
                .at(location)
                .with("id", key.id())
                .with("fields", String.join(", ", difference))
                .build());
  }

  private static Decision.Store store(SubjectMerge merge) {
    Subject last = merge.last().orElseThrow();
    return new Decision.Store(
        () -> SubjectBody.write(merge),
        index(last),
        Map.of(SubjectKeys.key(last.id()), SubjectKeys.index(last)));
  }

  /** By what a business is found, of the record that counts last. */
  static Map<String, List<String>> index(Subject last) {
    Map<String, List<String>> index = new HashMap<>();
    last.division().ifPresent(code -> index.put(CitySchema.DIVISION, List.of(code.value())));
    last.segment().ifPresent(segment -> index.put(CitySchema.SEGMENT, List.of(segment)));
    last.creditCode().ifPresent(code -> index.put(CitySchema.USCC, List.of(code.value())));
    return index;
  }
}

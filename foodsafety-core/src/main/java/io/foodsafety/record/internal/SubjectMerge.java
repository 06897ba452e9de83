package io.foodsafety.record.internal;

import io.foodsafety.model.fact.AttributeValue;
import io.foodsafety.model.subject.AttributeHistory;
import io.foodsafety.model.subject.Subject;
import io.foodsafety.record.Decoded.SubjectRecord;
import io.foodsafety.record.RecordEncoder;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Several records of one business as one. A record that says from when it holds adds the values of
 * its attributes and replaces everything else; a record that does not say so must say nothing new.
 */
final class SubjectMerge {

  private final Set<SubjectRecord> seen = new HashSet<>();
  private @Nullable Subject subject;

  /** Adds a record; the fields in which it contradicts the earlier ones, if it is refused. */
  List<String> add(SubjectRecord record) {
    Subject known = subject;
    if (!seen.add(record)) {
      return List.of();
    }
    if (known == null) {
      subject = dated(record);
      return List.of();
    }
    if (record.validFrom().isPresent()) {
      subject = merge(known, dated(record));
      return List.of();
    }
    return RecordContent.difference(
        RecordEncoder.encode(known), RecordEncoder.encode(record.subject()));
  }

  /** The business; nothing before the first record. */
  Optional<Subject> subject() {
    return Optional.ofNullable(subject);
  }

  /** The business, its attributes holding from the day that the record names. */
  private static Subject dated(SubjectRecord record) {
    if (record.validFrom().isEmpty()) {
      return record.subject();
    }
    LocalDate from = record.validFrom().get();
    Subject.Builder dated = record.subject().toBuilder();
    record
        .subject()
        .attributes()
        .forEach(
            (name, history) -> {
              Map<LocalDate, AttributeValue> values = new TreeMap<>(history.values());
              AttributeValue always = values.remove(LocalDate.MIN);
              if (always != null) {
                values.putIfAbsent(from, always);
              }
              dated.attribute(name, AttributeHistory.of(values));
            });
    return dated.build();
  }

  private static Subject merge(Subject known, Subject newer) {
    Subject.Builder merged = newer.toBuilder();
    known
        .attributes()
        .forEach(
            (name, history) -> {
              Map<LocalDate, AttributeValue> values = new TreeMap<>(history.values());
              AttributeHistory added = newer.attributes().get(name);
              if (added != null) {
                values.putAll(added.values());
              }
              merged.attribute(name, AttributeHistory.of(values));
            });
    return merged.build();
  }
}

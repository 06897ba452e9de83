package io.foodsafety.record.internal;

import io.foodsafety.model.fact.AttributeValue;
import io.foodsafety.model.subject.AttributeHistory;
import io.foodsafety.model.subject.Subject;
import io.foodsafety.record.RecordEncoder;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The records of one business, and the business that they make together. Records count in the order
 * of the days from which they hold, one without a day first, those of one day in the order in which
 * they came. The last record says everything but the attributes; of an attribute, the last record
 * that says a value from a day on says that value. Used by one thread.
 */
public final class SubjectMerge {

  /** The records by day; {@link LocalDate#MIN} is that of a record without a day. */
  private final NavigableMap<LocalDate, List<SubjectEntry>> taken = new TreeMap<>();

  /** No records yet. */
  public SubjectMerge() {}

  /**
   * Records that were taken before.
   *
   * @param records the records in the order in which they came, or count
   * @return the records
   */
  public static SubjectMerge of(List<SubjectEntry> records) {
    SubjectMerge merge = new SubjectMerge();
    records.forEach(merge::take);
    return merge;
  }

  /**
   * Whether a record with the same content was taken.
   *
   * @param record the record
   * @return whether adding it changes nothing
   */
  public boolean contains(SubjectEntry record) {
    return taken.getOrDefault(record.day(), List.of()).stream()
        .anyMatch(each -> RecordContent.difference(each.content(), record.content()).isEmpty());
  }

  /**
   * Adds a record, unless it was taken before. A second record without a day is refused, unless it
   * says what all records say together.
   *
   * @param record the record
   * @return the fields in which it contradicts the others, if it is refused
   */
  public List<String> add(SubjectEntry record) {
    if (contains(record)) {
      return List.of();
    }
    if (record.day().equals(LocalDate.MIN) && taken.containsKey(LocalDate.MIN)) {
      List<String> difference =
          RecordContent.difference(RecordEncoder.encode(subject().orElseThrow()), record.content());
      if (!difference.isEmpty()) {
        return difference;
      }
    }
    take(record);
    return List.of();
  }

  private void take(SubjectEntry record) {
    taken.computeIfAbsent(record.day(), any -> new ArrayList<>(1)).add(record);
  }

  /**
   * The records in the order in which they count.
   *
   * @return the records
   */
  public List<SubjectEntry> records() {
    return taken.values().stream().flatMap(List::stream).toList();
  }

  /**
   * What the last record says, which is everything about the business but its attributes.
   *
   * @return what it says; nothing before the first record
   */
  public Optional<Subject> last() {
    return Optional.ofNullable(taken.lastEntry())
        .map(newest -> newest.getValue().get(newest.getValue().size() - 1).subject());
  }

  /**
   * The business.
   *
   * @return the business; nothing before the first record
   */
  public Optional<Subject> subject() {
    return last().map(this::withAllAttributes);
  }

  private Subject withAllAttributes(Subject last) {
    Map<String, Map<LocalDate, AttributeValue>> attributes = new TreeMap<>();
    records().forEach(record -> putAll(record, attributes));
    Subject.Builder merged = last.toBuilder();
    attributes.forEach((name, values) -> merged.attribute(name, AttributeHistory.of(values)));
    return merged.build();
  }

  /** A value that a record says to have always held holds from the day of the record. */
  private static void putAll(
      SubjectEntry record, Map<String, Map<LocalDate, AttributeValue>> attributes) {
    record
        .subject()
        .attributes()
        .forEach(
            (name, history) -> {
              Map<LocalDate, AttributeValue> values = new TreeMap<>(history.values());
              AttributeValue always = values.remove(LocalDate.MIN);
              if (always != null) {
                values.putIfAbsent(record.day(), always);
              }
              attributes.computeIfAbsent(name, any -> new TreeMap<>()).putAll(values);
            });
  }
}

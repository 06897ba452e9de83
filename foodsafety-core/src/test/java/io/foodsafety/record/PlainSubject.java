package io.foodsafety.record;

import io.foodsafety.fact.RecordingResult.Outcome;
import io.foodsafety.model.fact.AttributeValue;
import io.foodsafety.model.subject.AttributeHistory;
import io.foodsafety.model.subject.Subject;
import io.foodsafety.record.Decoded.SubjectRecord;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** What the records of one business say together, said plainly: on each thing, the last word. */
public final class PlainSubject {

  private final List<SubjectRecord> taken = new ArrayList<>();

  /** Adds a record. */
  public Outcome add(SubjectRecord record) {
    if (taken.contains(record)) {
      return Outcome.ALREADY_KNOWN;
    }
    boolean isSecond =
        record.validFrom().isEmpty() && taken.stream().anyMatch(each -> each.validFrom().isEmpty());
    if (isSecond && !subject().equals(record.subject())) {
      return Outcome.REFUSED;
    }
    taken.add(record);
    return Outcome.RECORDED;
  }

  /** The business; at least one record was added. */
  public Subject subject() {
    TreeSet<String> names = new TreeSet<>();
    TreeSet<LocalDate> days = new TreeSet<>();
    for (SubjectRecord record : taken) {
      days.add(day(record));
      names.addAll(record.subject().attributes().keySet());
      record.subject().attributes().values().forEach(each -> days.addAll(each.values().keySet()));
    }
    Subject.Builder merged = last(any -> true).subject().toBuilder();
    for (String name : names) {
      Map<LocalDate, AttributeValue> values = new TreeMap<>();
      for (LocalDate day : days) {
        if (taken.stream().anyMatch(record -> said(record, name, day) != null)) {
          values.put(day, said(last(record -> said(record, name, day) != null), name, day));
        }
      }
      merged.attribute(name, AttributeHistory.of(values));
    }
    return merged.build();
  }

  /** The record of the latest day; of several, the one that came last. */
  private SubjectRecord last(Predicate<SubjectRecord> wanted) {
    SubjectRecord last = null;
    for (SubjectRecord record : taken) {
      if (wanted.test(record) && (last == null || !day(record).isBefore(day(last)))) {
        last = record;
      }
    }
    if (last == null) {
      throw new IllegalStateException("There is no such record.");
    }
    return last;
  }

  private static LocalDate day(SubjectRecord record) {
    return record.validFrom().orElse(LocalDate.MIN);
  }

  /** The value that begins on a day by the words of one record. */
  private static @Nullable AttributeValue said(SubjectRecord record, String name, LocalDate day) {
    AttributeHistory history = record.subject().attributes().get(name);
    if (history == null) {
      return null;
    }
    if (!day.equals(LocalDate.MIN) && history.values().containsKey(day)) {
      return history.values().get(day);
    }
    return day.equals(day(record)) ? history.values().get(LocalDate.MIN) : null;
  }
}

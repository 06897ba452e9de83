package io.foodsafety.record.internal;

import com.google.common.base.Suppliers;
import io.foodsafety.model.issue.Location;
import io.foodsafety.model.subject.Subject;
import io.foodsafety.record.Decoded.SubjectRecord;
import io.foodsafety.record.RecordEncoder;
import io.foodsafety.spi.format.DataRecord;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A record of a business; it is encoded or decoded when that is asked for. Immutable. */
public final class SubjectEntry {

  private static final String VALID_FROM = "validFrom";

  private final LocalDate day;
  private final Supplier<Subject> subject;
  private final Supplier<DataRecord> content;

  private SubjectEntry(LocalDate day, Supplier<Subject> subject, Supplier<DataRecord> content) {
    this.day = day;
    this.subject = subject;
    this.content = content;
  }

  /**
   * A record that has been decoded.
   *
   * @param record the record
   * @return the record
   */
  public static SubjectEntry of(SubjectRecord record) {
    return new SubjectEntry(
        record.validFrom().orElse(LocalDate.MIN),
        record::subject,
        Suppliers.memoize(() -> encode(record)));
  }

  private static DataRecord encode(SubjectRecord record) {
    DataRecord subject = RecordEncoder.encode(record.subject());
    if (record.validFrom().isEmpty()) {
      return subject;
    }
    Map<String, @Nullable Object> fields = new LinkedHashMap<>(subject.fields());
    fields.put(VALID_FROM, record.validFrom().get().toString());
    return DataRecord.of(RecordEncoder.SUBJECT, fields, Location.unknown());
  }

  /**
   * A record that is stored.
   *
   * @param content its content
   * @param decoder decodes it
   * @return the record
   * @throws IllegalArgumentException if the day is malformed
   */
  public static SubjectEntry stored(
      DataRecord content, Function<DataRecord, SubjectRecord> decoder) {
    Object from = content.fields().get(VALID_FROM);
    LocalDate day = from == null ? LocalDate.MIN : IsoText.date(String.valueOf(from));
    if (day == null) {
      throw new IllegalArgumentException("The day of a record of a business must be a date.");
    }
    return new SubjectEntry(
        day, Suppliers.memoize(() -> decoder.apply(content).subject()), () -> content);
  }

  /** The day from which it holds; {@link LocalDate#MIN} if it names none. */
  LocalDate day() {
    return day;
  }

  /** What it says. */
  Subject subject() {
    return subject.get();
  }

  /**
   * The record in the published shape.
   *
   * @return the record with its day, if it names one
   */
  public DataRecord content() {
    return content.get();
  }
}

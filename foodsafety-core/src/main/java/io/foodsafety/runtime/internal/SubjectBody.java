package io.foodsafety.runtime.internal;

import io.foodsafety.model.issue.Location;
import io.foodsafety.record.CanonicalJson;
import io.foodsafety.record.Decoded.SubjectRecord;
import io.foodsafety.record.RecordEncoder;
import io.foodsafety.record.internal.SubjectEntry;
import io.foodsafety.record.internal.SubjectMerge;
import io.foodsafety.spi.format.DataRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The body of the document of a business: the records that were taken, in the order in which they
 * count. A single record is written as it is, several as {@code {"id":…,"records":[…]}}.
 */
final class SubjectBody {

  private static final String ID = "id";
  private static final String RECORDS = "records";

  private SubjectBody() {}

  static byte[] write(SubjectMerge merge) {
    List<Map<String, @Nullable Object>> records =
        merge.records().stream().map(record -> record.content().fields()).toList();
    if (records.size() == 1) {
      return CanonicalJson.write(records.get(0));
    }
    Map<String, @Nullable Object> fields = new TreeMap<>();
    fields.put(ID, records.get(0).get(ID));
    fields.put(RECORDS, records);
    return CanonicalJson.write(fields);
  }

  /**
   * Reads a body.
   *
   * @throws IllegalArgumentException if it is not one
   */
  static SubjectMerge read(byte[] body, Function<DataRecord, SubjectRecord> decoder) {
    Map<String, @Nullable Object> fields = CanonicalJson.read(body);
    List<SubjectEntry> entries = new ArrayList<>();
    for (Object each : fields.containsKey(RECORDS) ? list(fields.get(RECORDS)) : List.of(fields)) {
      entries.add(SubjectEntry.stored(record(each), decoder));
    }
    return SubjectMerge.of(entries);
  }

  private static List<?> list(@Nullable Object records) {
    if (records instanceof List<?> list && !list.isEmpty()) {
      return list;
    }
    throw new IllegalArgumentException("The records of a business must be a list.");
  }

  private static DataRecord record(@Nullable Object record) {
    if (!(record instanceof Map<?, ?> map)) {
      throw new IllegalArgumentException("A record of a business must be an object.");
    }
    Map<String, @Nullable Object> fields = new TreeMap<>();
    map.forEach((key, value) -> fields.put(String.valueOf(key), value));
    return DataRecord.of(RecordEncoder.SUBJECT, fields, Location.unknown());
  }
}

package io.foodsafety.record.internal;

import io.foodsafety.record.CanonicalJson;
import io.foodsafety.spi.format.DataRecord;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.TreeSet;

/** Compares what two records say; when they were recorded does not matter. */
final class RecordContent {

  private static final String RECORDED_AT = "recordedAt";

  private RecordContent() {}

  /** The fields in which two records differ. */
  static List<String> difference(DataRecord left, DataRecord right) {
    TreeSet<String> names = new TreeSet<>(left.fields().keySet());
    names.addAll(right.fields().keySet());
    names.remove(RECORDED_AT);
    List<String> different = new ArrayList<>();
    for (String name : names) {
      if (!Arrays.equals(field(left, name), field(right, name))) {
        different.add(name);
      }
    }
    return different;
  }

  private static byte[] field(DataRecord record, String name) {
    return CanonicalJson.write(Collections.singletonMap(name, record.fields().get(name)));
  }
}

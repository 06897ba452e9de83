package io.foodsafety.runtime.internal;

import io.foodsafety.model.issue.IssueType;
import io.foodsafety.model.issue.Location;
import io.foodsafety.record.CanonicalJson;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The content of a record: its fields apart from the time of recording. Compared by canonical
 * bytes, so that 5 and 5.0 are the same, and so that records whose kind is no longer declared can
 * be compared.
 */
final class StoredContent {

  /** The field that is not content. */
  static final String RECORDED_AT = "recordedAt";

  private StoredContent() {}

  /**
   * Judges a record by what is stored under its id.
   *
   * @param stored the stored fields
   * @param fields the record
   * @param other what it is if its content differs
   * @param location where the record was read
   * @param id its id
   */
  static Decision judge(
      Map<String, @Nullable Object> stored,
      Map<String, @Nullable Object> fields,
      IssueType other,
      Location location,
      String id) {
    List<String> difference = difference(stored, fields);
    return difference.isEmpty()
        ? new Decision.Known()
        : new Decision.Refused(
            other
                .at(location)
                .with("id", id)
                .with("fields", String.join(", ", difference))
                .build());
  }

  /** Judges a record by the bytes that are stored under its id. */
  static Decision judge(
      byte[] stored,
      Map<String, @Nullable Object> fields,
      IssueType other,
      Location location,
      String id) {
    return judge(CanonicalJson.read(stored), fields, other, location, id);
  }

  /** The top-level fields in which two records differ; empty if they say the same. */
  static List<String> difference(
      Map<String, ? extends @Nullable Object> left, Map<String, ? extends @Nullable Object> right) {
    if (Arrays.equals(CanonicalJson.write(content(left)), CanonicalJson.write(content(right)))) {
      return List.of();
    }
    TreeSet<String> names = new TreeSet<>(content(left).keySet());
    names.addAll(content(right).keySet());
    List<String> different = new ArrayList<>();
    for (String name : names) {
      if (!Arrays.equals(field(left.get(name)), field(right.get(name)))) {
        different.add(name);
      }
    }
    return different;
  }

  private static Map<String, @Nullable Object> content(
      Map<String, ? extends @Nullable Object> fields) {
    Map<String, @Nullable Object> content = new TreeMap<>(fields);
    content.remove(RECORDED_AT);
    return content;
  }

  private static byte[] field(@Nullable Object value) {
    return CanonicalJson.write(Collections.singletonMap("value", value));
  }
}

package io.foodsafety.record.internal;

import io.foodsafety.model.issue.IssueType;
import io.foodsafety.record.RecordIssues;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads the fields of one object of a record, and notes those of a wrong type or of no known name.
 */
final class FieldReader {

  private final Map<?, ?> fields;
  private final String path;
  private final Faults faults;

  FieldReader(Map<?, ?> fields, String path, Faults faults) {
    this.fields = fields;
    this.path = path;
    this.faults = faults;
  }

  /** The object under a path; a fault and no object if it is something else. */
  static @Nullable FieldReader of(@Nullable Object value, String path, Faults faults) {
    Map<?, ?> map = expect(Map.class, value, path, faults);
    return map == null ? null : new FieldReader(map, path, faults);
  }

  String path(String name) {
    return JsonPointer.child(path, name);
  }

  @Nullable String text(String name) {
    return expect(String.class, fields.get(name), name);
  }

  @Nullable BigDecimal number(String name) {
    return expect(BigDecimal.class, fields.get(name), name);
  }

  @Nullable List<?> list(String name) {
    return expect(List.class, fields.get(name), name);
  }

  @Nullable Map<?, ?> map(String name) {
    return expect(Map.class, fields.get(name), name);
  }

  @Nullable FieldReader object(String name) {
    Object value = fields.get(name);
    return value == null ? null : of(value, path(name), faults);
  }

  @Nullable Object any(String name) {
    return fields.get(name);
  }

  void refuseAllBut(Set<String> known) {
    for (Object name : fields.keySet()) {
      if (!known.contains(name) && !faults.isFull()) {
        String field = String.valueOf(name);
        faults.add(
            faults
                .at(path(field), RecordIssues.UNKNOWN_FIELD)
                .with("field", field)
                .with("nearest", NearestNames.of(field, known)));
      }
    }
  }

  private <T> @Nullable T expect(Class<T> type, @Nullable Object value, String name) {
    // The path is made only when it is needed.
    return value == null || type.isInstance(value)
        ? type.cast(value)
        : expect(type, value, path(name), faults);
  }

  /** The value if it is of a type; else a fault and null. Null stays null. */
  static <T> @Nullable T expect(Class<T> type, @Nullable Object value, String path, Faults faults) {
    if (value == null || type.isInstance(value)) {
      return type.cast(value);
    }
    faults.add(wrongType(describe(type), value, path, faults));
    return null;
  }

  static IssueType.Builder wrongType(
      String expected, @Nullable Object actual, String path, Faults faults) {
    return faults
        .at(path, RecordIssues.WRONG_TYPE)
        .with("field", path)
        .with("expected", expected)
        .with("actual", actual == null ? "null" : describe(actual.getClass()));
  }

  private static String describe(Class<?> type) {
    if (type == String.class) {
      return "text";
    }
    if (type == BigDecimal.class) {
      return "number";
    }
    if (type == Boolean.class) {
      return "truth value";
    }
    return List.class.isAssignableFrom(type) ? "list" : "object";
  }
}

package io.foodsafety.testkit.rules.internal;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Java values as a record holds them. */
public final class JsonValues {

  private JsonValues() {}

  /** A map of attributes with one more. */
  public static Map<String, Object> with(@Nullable Object before, String name, Object value) {
    Map<String, Object> attributes = new LinkedHashMap<>();
    if (before instanceof Map<?, ?> map) {
      map.forEach((key, each) -> attributes.put(String.valueOf(key), each));
    }
    attributes.put(name, of(value));
    return attributes;
  }

  private static Object of(Object value) {
    if (value instanceof Boolean || value instanceof BigDecimal) {
      return value;
    }
    if (value instanceof Number number) {
      return new BigDecimal(number.toString());
    }
    if (value instanceof Collection<?> texts) {
      return texts.stream().map(String::valueOf).toList();
    }
    return value.toString();
  }
}

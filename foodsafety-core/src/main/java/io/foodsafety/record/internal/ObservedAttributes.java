package io.foodsafety.record.internal;

import io.foodsafety.model.fact.AttributeDeclaration;
import io.foodsafety.model.fact.AttributeType;
import io.foodsafety.model.fact.AttributeValue;
import java.math.BigDecimal;
import java.util.Map;
import java.util.TreeMap;

/** Reads what was noted of goods: texts, numbers and truth values, which nobody has declared. */
final class ObservedAttributes {

  private final TraceFields event;
  private final Faults faults;
  private final AttributeReader reader;

  ObservedAttributes(TraceFields event) {
    this.event = event;
    this.faults = event.faults();
    this.reader = new AttributeReader(faults);
  }

  Map<String, AttributeValue> read(String name) {
    Map<?, ?> given = event.map(name).orElse(Map.of());
    String path = event.path(name);
    if (!faults.admits(given.size(), Limits.MAX_LIST, path)) {
      return Map.of();
    }
    Map<String, AttributeValue> attributes = new TreeMap<>();
    given.forEach(
        (key, value) -> {
          if (value != null && !faults.isFull()) {
            String attribute = String.valueOf(key);
            read(attribute, value, JsonPointer.child(path, attribute), attributes);
          }
        });
    return attributes;
  }

  private void read(String name, Object value, String path, Map<String, AttributeValue> into) {
    AttributeType type = type(value);
    AttributeValue read = reader.read(AttributeDeclaration.optional("value", type), value, path);
    if (reader.isOf(Form.IDENTIFIER, name, path) && read != null) {
      into.put(name, read);
    }
  }

  /** The type of a value; of a list or an object it is text, which it will be found not to be. */
  private static AttributeType type(Object value) {
    if (value instanceof BigDecimal) {
      return AttributeType.DECIMAL;
    }
    return value instanceof Boolean ? AttributeType.BOOLEAN : AttributeType.STRING;
  }
}

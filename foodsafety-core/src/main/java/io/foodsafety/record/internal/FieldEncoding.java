package io.foodsafety.record.internal;

import io.foodsafety.model.fact.AttributeValue;
import io.foodsafety.model.fact.Fact;
import io.foodsafety.model.fact.SubjectRef;
import io.foodsafety.model.fact.SubjectType;
import java.util.LinkedHashMap;
import java.util.Map;

/** Parts of the model as fields of JSON, the same in records and in submissions. */
public final class FieldEncoding {

  private FieldEncoding() {}

  /** A business by its id alone, anything else with its type. */
  public static Object ref(SubjectRef ref) {
    if (ref.type() == SubjectType.BUSINESS) {
      return ref.id();
    }
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("type", ref.type().code());
    fields.put("id", ref.id());
    return fields;
  }

  /** The attributes of a fact; of a sealed one only that it is sealed. */
  public static Map<String, Object> attributes(Fact fact) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fact.attributes().forEach((name, value) -> fields.put(name, value(value)));
    fact.sealed().forEach(name -> fields.put(name, Map.of("sealed", true)));
    return fields;
  }

  /** A value; what type it has is for a declaration to say. */
  public static Object value(AttributeValue value) {
    if (value instanceof AttributeValue.Text text) {
      return text.value();
    }
    if (value instanceof AttributeValue.Decimal decimal) {
      return decimal.value();
    }
    if (value instanceof AttributeValue.Bool bool) {
      return bool.value();
    }
    if (value instanceof AttributeValue.Date date) {
      return date.value().toString();
    }
    if (value instanceof AttributeValue.Code code) {
      return code.value();
    }
    return ((AttributeValue.Codes) value).values();
  }
}

package io.foodsafety.record.internal;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import io.foodsafety.fact.CodePointOrder;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes trees of maps, lists, texts, decimals and truth values as JSON without white space. */
public final class JsonTreeWriter {

  private static final JsonFactory FACTORY =
      JsonFactory.builder().enable(JsonWriteFeature.COMBINE_UNICODE_SURROGATES_IN_UTF8).build();

  /** In which order the keys of an object are written. */
  public enum KeyOrder {
    /** As the map gives them. */
    AS_GIVEN,
    /** By code point. */
    SORTED
  }

  private JsonTreeWriter() {}

  /**
   * Makes a generator that leaves the stream open.
   *
   * @param out where to write
   * @return the generator
   * @throws IOException if it cannot begin
   */
  public static JsonGenerator generator(OutputStream out) throws IOException {
    return FACTORY
        .createGenerator(out)
        .disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET)
        .setRootValueSeparator(null);
  }

  /**
   * Writes a value.
   *
   * @param json where to
   * @param value a text, decimal, truth value, list, map with text keys, or null
   * @param order the order of keys
   * @throws IOException if it cannot be written
   * @throws IllegalArgumentException if the value is of another type, or cannot be written in UTF-8
   */
  public static void write(JsonGenerator json, @Nullable Object value, KeyOrder order)
      throws IOException {
    if (value == null) {
      json.writeNull();
    } else if (value instanceof String text) {
      json.writeString(unicode(text));
    } else if (value instanceof BigDecimal number) {
      json.writeNumber(plain(number));
    } else if (value instanceof Boolean truth) {
      json.writeBoolean(truth);
    } else if (value instanceof List<?> list) {
      json.writeStartArray();
      for (Object element : list) {
        write(json, element, order);
      }
      json.writeEndArray();
    } else if (value instanceof Map<?, ?> map) {
      json.writeStartObject();
      writeFields(json, map, order);
      json.writeEndObject();
    } else {
      throw new IllegalArgumentException(
          "The value must be a text, decimal, truth value, list, map or null, and is a %s."
              .formatted(value.getClass().getName()));
    }
  }

  /**
   * Writes the fields of an object that was begun.
   *
   * @param json where to
   * @param fields the fields, with text keys
   * @param order the order of keys
   * @throws IOException if they cannot be written
   */
  public static void writeFields(JsonGenerator json, Map<?, ?> fields, KeyOrder order)
      throws IOException {
    String[] names = fields.keySet().toArray(String[]::new);
    if (order == KeyOrder.SORTED) {
      Arrays.sort(names, CodePointOrder.INSTANCE);
    }
    for (String name : names) {
      json.writeFieldName(unicode(name));
      write(json, fields.get(name), order);
    }
  }

  private static String unicode(String text) {
    if (LoneSurrogates.in(text)) {
      throw new IllegalArgumentException("The text must not contain lone surrogates.");
    }
    return text;
  }

  private static String plain(BigDecimal number) {
    if (number.signum() == 0) {
      return "0";
    }
    if (!Limits.admits(number)) {
      throw new IllegalArgumentException(
          "The number must have at most 18 digits before and after the point.");
    }
    return (number.scale() > 0 ? number.stripTrailingZeros() : number).toPlainString();
  }
}

package io.foodsafety.record;

import com.fasterxml.jackson.core.JsonGenerator;
import com.google.common.base.Utf8;
import io.foodsafety.record.internal.JsonFault;
import io.foodsafety.record.internal.JsonTreeReader;
import io.foodsafety.record.internal.JsonTreeWriter;
import io.foodsafety.record.internal.JsonTreeWriter.KeyOrder;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One way of writing a tree of fields as bytes, so that equal content gives equal bytes: keys in
 * code point order, plain decimals without trailing zeros, no white space, UTF-8. Safe for use by
 * many threads.
 *
 * <p>Values are {@link String}, {@link java.math.BigDecimal}, {@link Boolean}, {@link
 * java.util.List}, {@link Map} with text keys, or null, as in a {@link
 * io.foodsafety.spi.format.DataRecord}.
 */
public final class CanonicalJson {

  private static final int USUAL_LENGTH = 256;

  private CanonicalJson() {}

  /**
   * Writes fields.
   *
   * @param fields the fields
   * @return one JSON object
   * @throws IllegalArgumentException if a value is of another type, a text has a lone surrogate, or
   *     a number has more than 18 digits before or after the point
   */
  public static byte[] write(Map<String, ? extends @Nullable Object> fields) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(USUAL_LENGTH);
    try (JsonGenerator json = JsonTreeWriter.generator(bytes)) {
      JsonTreeWriter.write(json, fields, KeyOrder.SORTED);
    } catch (IOException e) {
      // A stream into memory does not fail: the text does.
      throw new IllegalArgumentException("The fields cannot be written: " + e.getMessage(), e);
    }
    return bytes.toByteArray();
  }

  /**
   * Reads fields.
   *
   * @param json one JSON object, canonical or not
   * @return the fields in the order read
   * @throws IllegalArgumentException if it is not a JSON object, has a key twice, is nested too
   *     deeply, or has a number that {@link #write} refuses
   */
  public static Map<String, @Nullable Object> read(byte[] json) {
    if (!Utf8.isWellFormed(json)) {
      throw new IllegalArgumentException("The JSON must be UTF-8.");
    }
    try {
      return JsonTreeReader.read(json, 0, json.length);
    } catch (JsonFault e) {
      throw new IllegalArgumentException(
          "The JSON cannot be read: %s, %s.".formatted(e.kind(), e.detail()), e);
    }
  }
}

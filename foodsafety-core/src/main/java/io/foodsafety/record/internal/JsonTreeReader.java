package io.foodsafety.record.internal;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.io.JsonEOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads one JSON object into a tree of maps, lists, texts, decimals and truth values. The bytes
 * must be well-formed UTF-8.
 */
public final class JsonTreeReader {

  private static final int MAX_NUMBER_LENGTH = 64;
  private static final int MAX_NAME_LENGTH = 1_000;

  private static final JsonFactory FACTORY =
      JsonFactory.builder()
          .disable(JsonFactory.Feature.CHARSET_DETECTION)
          .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(Limits.MAX_DEPTH)
                  .maxNumberLength(MAX_NUMBER_LENGTH)
                  .maxNameLength(MAX_NAME_LENGTH)
                  .maxStringLength(Limits.MAX_LINE)
                  .build())
          .build();

  private JsonTreeReader() {}

  /**
   * Reads an object.
   *
   * @param bytes holds the text
   * @param offset where it begins
   * @param length how long it is
   * @return the fields in the order read
   * @throws JsonFault if the text is anything else than one JSON object within the limits
   */
  public static Map<String, @Nullable Object> read(byte[] bytes, int offset, int length)
      throws JsonFault {
    try (JsonParser parser = FACTORY.createParser(bytes, offset, length)) {
      JsonToken first = parser.nextToken();
      if (first == null) {
        throw new JsonFault(JsonFault.Kind.SYNTAX, column(parser) + ": it is empty");
      }
      if (first != JsonToken.START_OBJECT) {
        throw new JsonFault(JsonFault.Kind.NOT_AN_OBJECT, column(parser));
      }
      Map<String, @Nullable Object> fields = object(parser);
      if (parser.nextToken() != null) {
        throw new JsonFault(
            JsonFault.Kind.SYNTAX, column(parser) + ": something follows the object");
      }
      return fields;
    } catch (JsonEOFException e) {
      throw new JsonFault(
          JsonFault.Kind.SYNTAX,
          "column " + e.getLocation().getColumnNr() + ": it ends inside the object");
    } catch (StreamConstraintsException e) {
      String message = String.valueOf(e.getOriginalMessage());
      throw new JsonFault(JsonFault.Kind.LIMIT, message.replaceFirst(", from `[^`]*`", ""));
    } catch (JsonProcessingException e) { // whose message repeats what was read
      throw new JsonFault(
          JsonFault.Kind.SYNTAX,
          "column " + e.getLocation().getColumnNr() + ": it is not well-formed");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Map<String, @Nullable Object> object(JsonParser parser)
      throws IOException, JsonFault {
    Map<String, @Nullable Object> fields = new LinkedHashMap<>();
    for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
      int before = fields.size();
      parser.nextToken();
      fields.put(name, value(parser));
      if (fields.size() == before) {
        throw new JsonFault(JsonFault.Kind.DUPLICATE_KEY, name);
      }
    }
    return fields;
  }

  private static List<@Nullable Object> list(JsonParser parser) throws IOException, JsonFault {
    List<@Nullable Object> values = new ArrayList<>();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      values.add(value(parser));
    }
    return values;
  }

  private static @Nullable Object value(JsonParser parser) throws IOException, JsonFault {
    return switch (parser.currentToken()) {
      case START_OBJECT -> object(parser);
      case START_ARRAY -> list(parser);
      case VALUE_STRING -> parser.getText();
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> number(parser);
      case VALUE_TRUE -> true;
      case VALUE_FALSE -> false;
      case VALUE_NULL -> null;
      default ->
          throw new JsonFault(JsonFault.Kind.SYNTAX, column(parser) + ": it is not well-formed");
    };
  }

  /** Refuses what no attribute can hold, before anything writes it out in full. */
  private static BigDecimal number(JsonParser parser) throws IOException, JsonFault {
    BigDecimal value;
    try {
      value = parser.getDecimalValue();
    } catch (NumberFormatException e) { // an exponent that a decimal cannot have
      throw new JsonFault(JsonFault.Kind.NUMBER, column(parser));
    }
    if (value.signum() == 0) {
      return BigDecimal.ZERO;
    }
    if (!Limits.admits(value)) {
      throw new JsonFault(JsonFault.Kind.NUMBER, column(parser));
    }
    return value;
  }

  private static String column(JsonParser parser) {
    return "column " + parser.currentTokenLocation().getColumnNr();
  }
}

package io.foodsafety.trace;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Reads answers, and compares them with those of the reference. */
final class TraceAnswers {

  private static final BigDecimal NEAR = new BigDecimal("0.000001");

  private TraceAnswers() {}

  /** The answer as maps and lists, without messages. */
  static Object parse(String json) {
    try (JsonParser parser = new JsonFactory().createParser(json)) {
      parser.nextToken();
      return value(parser);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Object value(JsonParser parser) throws IOException {
    switch (parser.currentToken()) {
      case START_OBJECT -> {
        Map<String, Object> object = new LinkedHashMap<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
          String name = parser.currentName();
          parser.nextToken();
          object.put(name, value(parser));
        }
        object.remove("message");
        return object;
      }
      case START_ARRAY -> {
        List<Object> array = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
          array.add(value(parser));
        }
        return array;
      }
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> {
        return parser.getDecimalValue();
      }
      case VALUE_TRUE, VALUE_FALSE -> {
        return parser.getBooleanValue();
      }
      case VALUE_NULL -> {
        return null;
      }
      default -> {
        return parser.getText();
      }
    }
  }

  /** The first place where two answers differ. */
  static Optional<String> difference(String path, Object expected, Object actual) {
    if (expected instanceof BigDecimal wanted && actual instanceof BigDecimal got) {
      BigDecimal slack = NEAR.multiply(wanted.abs().max(BigDecimal.ONE));
      return wanted.subtract(got).abs().compareTo(slack) <= 0
          ? Optional.empty()
          : Optional.of("%s: expected %s, was %s".formatted(path, expected, actual));
    }
    if (expected instanceof Map<?, ?> wanted && actual instanceof Map<?, ?> got) {
      if (!wanted.keySet().equals(got.keySet())) {
        return Optional.of("%s: expected %s, was %s".formatted(path, expected, actual));
      }
      return wanted.keySet().stream()
          .map(key -> difference(path + "." + key, wanted.get(key), got.get(key)))
          .flatMap(Optional::stream)
          .findFirst();
    }
    if (expected instanceof List<?> wanted && actual instanceof List<?> got) {
      if (wanted.size() != got.size()) {
        return Optional.of("%s: expected %s, was %s".formatted(path, expected, actual));
      }
      for (int i = 0; i < wanted.size(); i++) {
        Optional<String> found = difference(path + "[" + i + "]", wanted.get(i), got.get(i));
        if (found.isPresent()) {
          return found;
        }
      }
      return Optional.empty();
    }
    return Objects.equals(expected, actual)
        ? Optional.empty()
        : Optional.of("%s: expected %s, was %s".formatted(path, expected, actual));
  }
}

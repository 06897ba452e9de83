package io.foodsafety.reporting.html.internal;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;

/** Texts that are written once and then named by their number. */
final class Texts {

  private final Map<String, Integer> numbers = new LinkedHashMap<>();

  int number(String text) {
    return numbers.computeIfAbsent(text, any -> numbers.size());
  }

  void write(JsonGenerator json, String name) throws IOException {
    json.writeArrayFieldStart(name);
    for (String text : numbers.keySet()) {
      json.writeString(text);
    }
    json.writeEndArray();
  }
}

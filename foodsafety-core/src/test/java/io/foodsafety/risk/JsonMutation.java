package io.foodsafety.risk;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Changes a JSON document at one random place. */
final class JsonMutation {

  private static final ObjectMapper JSON = new ObjectMapper();

  private static final List<String> VALUES =
      List.of(
          "{}",
          "[]",
          "\"\"",
          "\"x\"",
          "0",
          "-1",
          "1.5",
          "1e30",
          "999999999999999999",
          "true",
          "false",
          "[1]",
          "[\"a\", \"b\"]",
          "{\"ref\": \"largest\"}",
          "{\"asOf\": true}",
          "{\"subject\": \"areaM2\"}",
          "{\"subject\": \"openedOn\"}",
          "{\"fact\": \"score\"}",
          "{\"fact\": \"$at\"}",
          "{\"not\": true}",
          "\"P1D\"",
          "\"-P3M\"",
          "\"P100Y\"",
          "\"any\"",
          "\"static.*\"",
          "\"*\"",
          "\"2024-02-29\"",
          "\"9999-12-31\"",
          "{\"date\": \"0001-01-01\"}",
          "{\"divide\": [1, 0]}",
          "{\"count\": {\"kind\": \"penalty\"}}",
          "{\"sum\": {\"kind\": \"sample\", \"of\": {\"fact\": \"items\"}, \"window\": {\"sliding\": \"P1D\"}}}",
          "{\"anchored\": {\"asOf\": true}, \"every\": \"P1M\"}",
          "{\"inForce\": true}",
          "{\"datePlus\": {\"date\": {\"asOf\": true}, \"period\": \"P100Y\"}}");

  private final Random random;
  private final List<JsonNode> containers = new ArrayList<>();

  JsonMutation(Random random) {
    this.random = random;
  }

  JsonNode mutate(JsonNode document) throws Exception {
    JsonNode copy = document.deepCopy();
    containers.clear();
    collect(copy);
    if (containers.isEmpty()) {
      return copy;
    }
    JsonNode place = containers.get(random.nextInt(containers.size()));
    if (place instanceof ObjectNode object) {
      change(object);
    } else {
      change((ArrayNode) place);
    }
    return copy;
  }

  private void collect(JsonNode node) {
    if (node.isContainerNode()) {
      if (!node.isEmpty()) {
        containers.add(node);
      }
      node.forEach(this::collect);
    }
  }

  private void change(ObjectNode object) throws Exception {
    List<String> names = new ArrayList<>();
    object.fieldNames().forEachRemaining(names::add);
    String name = names.get(random.nextInt(names.size()));
    switch (random.nextInt(4)) {
      case 0 -> object.remove(name);
      case 1 -> {
        JsonNode value = object.remove(name);
        object.set(otherName(), value);
      }
      case 2 -> object.set(otherName(), value());
      default -> object.set(name, value());
    }
  }

  private void change(ArrayNode array) throws Exception {
    int index = random.nextInt(array.size());
    switch (random.nextInt(4)) {
      case 0 -> array.remove(index);
      case 1 -> array.add(array.get(index).deepCopy());
      case 2 -> array.insert(0, array.remove(index));
      default -> array.set(index, value());
    }
  }

  private JsonNode value() throws Exception {
    return random.nextInt(3) == 0
        ? containers.get(random.nextInt(containers.size())).deepCopy()
        : JSON.readTree(VALUES.get(random.nextInt(VALUES.size())));
  }

  /** A name from elsewhere in the document. */
  private String otherName() {
    for (int i = 0; i < 10; i++) {
      JsonNode container = containers.get(random.nextInt(containers.size()));
      if (container.isObject() && !container.isEmpty()) {
        List<String> names = new ArrayList<>();
        container.fieldNames().forEachRemaining(names::add);
        return names.get(random.nextInt(names.size()));
      }
    }
    return "x";
  }
}

package io.foodsafety.testkit.rules.internal;

import io.foodsafety.model.issue.Location;
import java.util.Map;

/**
 * Where the values of a document stand.
 *
 * @param source the name of the file; empty if the values came from calls
 * @param lines the line of each value by its JSON pointer
 */
public record Places(String source, Map<String, Integer> lines) {

  /** Copies the map. */
  public Places {
    lines = Map.copyOf(lines);
  }

  /** Nowhere: the values came from calls. */
  public static Places none() {
    return new Places("", Map.of());
  }

  /** The place of a pointer: its line, or that of the nearest value around it. */
  public Location of(String pointer) {
    String at = pointer;
    while (!lines.containsKey(at) && !at.isEmpty()) {
      at = at.substring(0, at.lastIndexOf('/'));
    }
    return new Location(source, lines.getOrDefault(at, 0), pointer);
  }

  /** A pointer to a member. */
  public static String child(String pointer, String name) {
    return pointer + "/" + name.replace("~", "~0").replace("/", "~1");
  }
}

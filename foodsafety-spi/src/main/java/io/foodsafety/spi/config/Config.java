package io.foodsafety.spi.config;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Checked settings of one plug-in. Immutable. */
public final class Config {

  private final Map<ConfigKey<?>, Object> values;

  private Config(Map<ConfigKey<?>, Object> values) {
    this.values = values;
  }

  /**
   * Reads settings.
   *
   * @param keys the keys that the plug-in declares
   * @param settings the values given, by name
   * @return the settings with defaults filled in
   * @throws IllegalArgumentException listing every unknown key, missing key and bad value; values
   *     of sensitive keys are not shown
   */
  public static Config parse(Collection<ConfigKey<?>> keys, Map<String, String> settings) {
    Set<String> faults = new TreeSet<>();
    Map<ConfigKey<?>, Object> values = new HashMap<>();
    for (ConfigKey<?> key : keys) {
      String text = settings.get(key.name());
      if (text == null) {
        key.defaultValue().ifPresent(value -> values.put(key, value));
        if (key.isRequired()) {
          faults.add("The key (%s) is required.".formatted(key.name()));
        }
        continue;
      }
      try {
        values.put(key, key.parse(text));
      } catch (IllegalArgumentException e) {
        faults.add(
            "The value (%s) of key (%s) is wrong: %s"
                .formatted(key.isSensitive() ? "***" : text, key.name(), e.getMessage()));
      }
    }
    List<String> names = keys.stream().map(ConfigKey::name).sorted().toList();
    settings.keySet().stream()
        .filter(name -> !names.contains(name))
        .forEach(
            name -> faults.add("The key (%s) is unknown; known are %s.".formatted(name, names)));
    if (!faults.isEmpty()) {
      throw new IllegalArgumentException(String.join(" ", faults));
    }
    return new Config(values);
  }

  /**
   * The value of a key.
   *
   * @param key one of the keys that were declared
   * @param <T> the type of its values
   * @return the value given, or the default
   * @throws IllegalArgumentException if the key was not declared
   */
  @SuppressWarnings("unchecked") // parse() put a value of the key's own type
  public <T> T get(ConfigKey<T> key) {
    Object value = values.get(key);
    if (value == null) {
      throw new IllegalArgumentException(
          "The key (%s) was not declared by the plug-in.".formatted(key.name()));
    }
    return (T) value;
  }
}

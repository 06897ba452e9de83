package io.foodsafety.risk;

import io.foodsafety.text.LocalText;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What a policy calls itself and its rules, for people. No grade depends on it. Immutable.
 *
 * @param title its title, if it has one
 * @param names the names of its rules by item; a rule may have none
 */
public record PolicyTexts(Optional<LocalText> title, Map<String, LocalText> names) {

  /** Copies the names, in the order of the items. */
  public PolicyTexts {
    names = java.util.Collections.unmodifiableMap(new TreeMap<>(names));
  }

  /**
   * The name of a rule.
   *
   * @param item its item
   * @return the name, if the policy says one
   */
  public Optional<LocalText> name(String item) {
    return Optional.ofNullable(names.get(item));
  }
}

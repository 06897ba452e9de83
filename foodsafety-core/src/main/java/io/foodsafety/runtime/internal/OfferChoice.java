package io.foodsafety.runtime.internal;

import java.util.Map;
import java.util.Objects;

/**
 * An offer of a plug-in that the host has chosen.
 *
 * @param name the name under which it is offered
 * @param settings its settings, not checked yet
 */
public record OfferChoice(String name, Map<String, String> settings) {

  /** Copies the settings. */
  public OfferChoice {
    Objects.requireNonNull(name, "name");
    settings = Map.copyOf(settings);
  }

  /** An offer as it is without any setting. */
  static OfferChoice of(String name) {
    return new OfferChoice(name, Map.of());
  }

  /** Names the settings only: among their values are passwords. */
  @Override
  public String toString() {
    return name + settings.keySet();
  }
}

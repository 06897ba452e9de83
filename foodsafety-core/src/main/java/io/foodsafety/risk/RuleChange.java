package io.foodsafety.risk;

import java.util.Locale;

/**
 * A rule that two policies do not have alike, with the definitions and tables that it uses. Names
 * and the basis are no difference.
 *
 * @param item the name of the rule in the policies
 * @param kind what is different
 */
public record RuleChange(String item, Kind kind) {

  /** What is different. */
  public enum Kind {
    /** Only the second policy has it. */
    ADDED,
    /** Only the first policy has it. */
    REMOVED,
    /** Both have it, and it does not say the same. */
    CHANGED;

    /** {@return the name in outputs} */
    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}

package io.foodsafety.risk.internal;

import io.foodsafety.rule.LookupTable;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;

/** A table of a policy. */
sealed interface PolicyTable {

  /**
   * A table that is looked up with one key.
   *
   * @param rows its rows
   */
  record OfOneKey(LookupTable rows) implements PolicyTable {}

  /**
   * A table that is looked up with two keys: a word says which rows count for the second.
   *
   * @param name its name
   * @param parts the rows by the first key, in the order of the policy
   * @param otherwise the result for a first key that has no rows, if there is one
   * @param toBeLoaded why there are no rows, if the host has to give them
   */
  record OfTwoKeys(
      String name,
      Map<String, LookupTable> parts,
      Optional<BigDecimal> otherwise,
      Optional<String> toBeLoaded)
      implements PolicyTable {}
}

package io.foodsafety.runtime.internal;

import io.foodsafety.fact.FactCatalogue;
import io.foodsafety.model.issue.Issue;
import java.nio.file.Path;
import java.util.List;

/**
 * The policies of a city, and the catalogue that they extend.
 *
 * @param catalogue the standard kinds and what the policies declare
 */
public record CityPolicies(FactCatalogue catalogue) {

  /** Reads policy files, each on top of those before it; what is wrong is added to the issues. */
  static CityPolicies read(List<Path> files, List<Issue> issues) {
    if (!files.isEmpty()) {
      throw new UnsupportedOperationException(
          "Policies are read once io.foodsafety.risk is there.");
    }
    return new CityPolicies(FactCatalogue.standard());
  }
}

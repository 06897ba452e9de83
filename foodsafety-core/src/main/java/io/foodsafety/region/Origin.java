package io.foodsafety.region;

import io.foodsafety.model.issue.Location;
import java.util.Objects;

/**
 * Where a value of a region comes from.
 *
 * @param pack the id of the pack
 * @param location the file and the line
 */
public record Origin(String pack, Location location) {

  /** Checks that the parts are there. */
  public Origin {
    Objects.requireNonNull(pack, "pack");
    Objects.requireNonNull(location, "location");
  }

  /** {@return the pack, and the file with its line} */
  @Override
  public String toString() {
    return pack + " (" + location + ")";
  }
}

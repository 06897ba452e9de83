package io.foodsafety.spi.storage;

import java.util.Objects;

/**
 * The right to do something alone for a while.
 *
 * @param name what it is for
 * @param holder who has it
 * @param token grows each time that the lease changes hands
 */
public record Lease(String name, String holder, long token) {

  /** Checks that the names are there. */
  public Lease {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(holder, "holder");
  }
}

package io.foodsafety.region.internal;

import io.foodsafety.model.issue.Location;
import io.foodsafety.region.PackLayer;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A pack that was read.
 *
 * @param layer who it is
 * @param manifest where its manifest begins
 * @param zone the zone of its days, if it says so
 * @param division the division it is for, if it says so
 * @param documents its documents, in the manifest's order
 * @param unreadableTables the tables that it has, but that could not be read
 * @param removals what it takes away from the packs below
 */
record Pack(
    PackLayer layer,
    Location manifest,
    Optional<ZoneId> zone,
    Optional<String> division,
    List<PackDocument> documents,
    Set<String> unreadableTables,
    List<Removal> removals) {

  /**
   * Something taken away.
   *
   * @param key what
   * @param location where it is said
   */
  record Removal(PackDocument.DocumentKey key, Location location) {}
}

package io.foodsafety.spi.storage;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * All that a storage has to hold. Fixed for a version of the core; an adapter creates what is
 * missing when it is opened, and refuses a stored collection whose attributes differ.
 *
 * @param collections the collections, names distinct
 * @param logs the names of the logs, of the form of a collection's name
 */
public record StorageSchema(List<CollectionSchema> collections, Set<String> logs) {

  /** Checks the names. */
  public StorageSchema {
    collections = List.copyOf(collections);
    logs = Set.copyOf(logs);
    logs.forEach(CollectionSchema::checkName);
    Set<String> names = new HashSet<>();
    for (CollectionSchema collection : collections) {
      if (!names.add(collection.name())) {
        throw new IllegalArgumentException(
            "The collection (%s) is declared twice.".formatted(collection.name()));
      }
    }
  }

  /**
   * A collection by name.
   *
   * @param name its name
   * @return the collection
   * @throws IllegalArgumentException if there is none
   */
  public CollectionSchema collection(String name) {
    return collections.stream()
        .filter(each -> each.name().equals(name))
        .findFirst()
        .orElseThrow(
            () -> new IllegalArgumentException("The collection (%s) is unknown.".formatted(name)));
  }

  /**
   * Checks that a log is declared.
   *
   * @param log its name
   * @throws IllegalArgumentException if it is not
   */
  public void checkLog(String log) {
    if (!logs.contains(log)) {
      throw new IllegalArgumentException("The log (%s) is unknown.".formatted(log));
    }
  }
}

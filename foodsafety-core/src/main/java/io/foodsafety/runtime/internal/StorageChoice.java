package io.foodsafety.runtime.internal;

import io.foodsafety.runtime.internal.memory.MemoryStorageProvider;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The storage that the host has chosen.
 *
 * @param offer whose it is
 * @param archive the file that it is filled from, if there is one
 */
public record StorageChoice(OfferChoice offer, Optional<Path> archive) {

  /** Everything is kept in memory, and nothing is there yet. */
  public static StorageChoice standard() {
    return new StorageChoice(OfferChoice.of(MemoryStorageProvider.NAME), Optional.empty());
  }

  /** The same choice with another storage. */
  public StorageChoice with(OfferChoice newOffer) {
    return new StorageChoice(newOffer, archive);
  }

  /** The same choice with another archive. */
  public StorageChoice with(Path newArchive) {
    return new StorageChoice(offer, Optional.of(newArchive));
  }
}

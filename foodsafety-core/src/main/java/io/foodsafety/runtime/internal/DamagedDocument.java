package io.foodsafety.runtime.internal;

import io.foodsafety.spi.storage.StorageException;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * That a stored document cannot be read: the cause of a {@link StorageException}, by which it is
 * told from a storage that fails.
 */
final class DamagedDocument extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final String document;

  private DamagedDocument(String document, @Nullable Throwable cause) {
    super("The document (%s) is damaged.".formatted(document), cause);
    this.document = document;
  }

  /** What to throw. */
  static StorageException of(String collection, String id, @Nullable Throwable cause) {
    String document = "%s/%s".formatted(collection, id);
    return new StorageException(
        "The stored document (%s) is damaged; ledger verify says more.".formatted(document),
        new DamagedDocument(document, cause));
  }

  /**
   * What a work gives; nothing if it comes upon a damaged document.
   *
   * @param damaged takes collection and id of that document
   */
  static <T> Optional<T> unlessDamaged(Supplier<T> work, Consumer<String> damaged) {
    try {
      return Optional.of(work.get());
    } catch (StorageException e) {
      if (e.getCause() instanceof DamagedDocument found) {
        damaged.accept(found.document);
        return Optional.empty();
      }
      throw e;
    }
  }
}

package io.foodsafety.runtime.internal;

import java.util.List;
import java.util.Optional;

/** A valid record on its way into the storage. */
interface Pending {

  /** The type of the record, for acknowledgements. */
  String type();

  /** The document that it becomes. */
  DocumentKey key();

  /** Further documents on which the decision depends. */
  default List<DocumentKey> needs() {
    return List.of();
  }

  /** Documents that are derived from the one that it becomes. */
  default List<DocumentKey> derived() {
    return List.of();
  }

  /** The log that tells readers of the document when it is stored: an entry is its id. */
  default Optional<String> log() {
    return Optional.empty();
  }

  /**
   * What to store if there is no such document yet. Nothing if that cannot be said without reading;
   * otherwise it is tried first, as most records are new.
   */
  Optional<Decision.Store> unseen();

  /** Decides by the documents that are stored, earlier records of the same batch included. */
  Decision decide(StoredBodies stored);
}

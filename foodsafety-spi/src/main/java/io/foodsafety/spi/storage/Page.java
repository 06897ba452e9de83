package io.foodsafety.spi.storage;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** A part of a result. Immutable. */
public final class Page {

  private final List<Document> documents;
  private final Optional<Cursor> next;

  private Page(List<Document> documents, Optional<Cursor> next) {
    this.documents = List.copyOf(documents);
    this.next = Objects.requireNonNull(next, "next");
  }

  /**
   * A part of a result.
   *
   * @param documents the documents in order
   * @param next where the next page begins; nothing if this is the last one
   * @return the page
   */
  public static Page of(List<Document> documents, Optional<Cursor> next) {
    return new Page(documents, next);
  }

  /** {@return the documents in order} */
  public List<Document> documents() {
    return documents;
  }

  /** {@return the cursor of the next page; nothing if this is the last one} */
  public Optional<Cursor> next() {
    return next;
  }
}

package io.foodsafety.spi.storage;

/** A document was not at the version that a writer expected. */
public final class VersionConflictException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final String collection;
  private final String id;

  /**
   * A conflict.
   *
   * @param collection the collection of the document
   * @param id its id
   * @param expected the version expected; 0 means none
   * @param actual the version stored; 0 means none
   */
  public VersionConflictException(String collection, String id, long expected, long actual) {
    super(
        "The document (%s/%s) is at version %d and was expected at %d."
            .formatted(collection, id, actual, expected));
    this.collection = collection;
    this.id = id;
  }

  /** {@return the collection of the document} */
  public String collection() {
    return collection;
  }

  /** {@return the id of the document} */
  public String id() {
    return id;
  }
}

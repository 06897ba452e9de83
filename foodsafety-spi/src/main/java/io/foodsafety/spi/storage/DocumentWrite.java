package io.foodsafety.spi.storage;

import io.foodsafety.model.internal.Checks;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/** A document to be stored: bytes, index values, and the version it replaces. Immutable. */
public final class DocumentWrite {

  private final String collection;
  private final String id;
  private final long expectedVersion;
  private final byte[] body;
  private final Map<String, List<String>> index;

  private DocumentWrite(
      String collection,
      String id,
      long expectedVersion,
      byte[] body,
      Map<String, List<String>> index) {
    this.collection = Objects.requireNonNull(collection, "collection");
    this.id = Checks.id("document id", id);
    if (expectedVersion < 0) {
      throw new IllegalArgumentException(
          "The expected version (%d) must not be negative.".formatted(expectedVersion));
    }
    this.expectedVersion = expectedVersion;
    this.body = body.clone();
    Map<String, List<String>> copy = new TreeMap<>();
    index.forEach(
        (attribute, values) -> {
          values.forEach(value -> checkIndexValue(attribute, value));
          copy.put(attribute, values.stream().distinct().toList());
        });
    this.index = copy;
  }

  /**
   * A new document.
   *
   * @param collection the collection
   * @param id 1 to 256 characters
   * @param body its bytes; copied
   * @param index the values of its index attributes, each 1 to 300 characters; attributes may be
   *     absent
   * @return the write, which fails if the document exists
   * @throws IllegalArgumentException if the id or an index value is not well-formed
   */
  public static DocumentWrite insert(
      String collection, String id, byte[] body, Map<String, List<String>> index) {
    return new DocumentWrite(collection, id, 0, body, index);
  }

  /**
   * A document in the place of an older version.
   *
   * @param collection the collection
   * @param id 1 to 256 characters
   * @param expectedVersion the version that it replaces; 0 if there must be none
   * @param body its bytes; copied
   * @param index the values of its index attributes; attributes may be absent
   * @return the write, which fails if the stored version is another one
   * @throws IllegalArgumentException if the id or an index value is not well-formed
   */
  public static DocumentWrite replace(
      String collection,
      String id,
      long expectedVersion,
      byte[] body,
      Map<String, List<String>> index) {
    return new DocumentWrite(collection, id, expectedVersion, body, index);
  }

  private static void checkIndexValue(String attribute, String value) {
    // An index value may be a type, a colon and an id.
    if (value.isEmpty() || value.codePointCount(0, value.length()) > Checks.MAX_ID_LENGTH + 44) {
      throw new IllegalArgumentException(
          "The value (%s) of index attribute (%s) must have 1 to 300 characters."
              .formatted(Checks.abbreviate(value), attribute));
    }
  }

  /** {@return the collection} */
  public String collection() {
    return collection;
  }

  /** {@return the id} */
  public String id() {
    return id;
  }

  /** {@return the version that must be stored now; 0 means none} */
  public long expectedVersion() {
    return expectedVersion;
  }

  /** {@return a copy of the bytes} */
  public byte[] body() {
    return body.clone();
  }

  /**
   * The values of an index attribute.
   *
   * @param attribute its name
   * @return the values, distinct; empty if it has none
   */
  public List<String> values(String attribute) {
    return index.getOrDefault(attribute, List.of());
  }

  /**
   * Checks the index values against the collection's schema.
   *
   * @param schema the schema of the collection
   * @throws IllegalArgumentException if an attribute is not declared, or has several values and may
   *     not
   */
  public void check(CollectionSchema schema) {
    index.forEach(
        (attribute, values) -> {
          IndexAttribute declared =
              schema
                  .findAttribute(attribute)
                  .orElseThrow(
                      () ->
                          new IllegalArgumentException(
                              "The collection (%s) has no index attribute (%s)."
                                  .formatted(collection, attribute)));
          if (values.size() > 1 && !declared.multiValued()) {
            throw new IllegalArgumentException(
                "The index attribute (%s) of collection (%s) takes one value and got %d."
                    .formatted(attribute, collection, values.size()));
          }
        });
  }

  /** {@return collection, id and expected version} */
  @Override
  public String toString() {
    return collection + "/" + id + "@" + expectedVersion;
  }
}

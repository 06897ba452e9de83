package io.foodsafety.spi.storage;

import java.util.Arrays;
import java.util.Objects;

/** A stored document. Its body belongs to the core; an adapter never looks inside. Immutable. */
public final class Document {

  private final String id;
  private final long version;
  private final byte[] body;

  private Document(String id, long version, byte[] body) {
    this.id = Objects.requireNonNull(id, "id");
    this.version = version;
    this.body = body.clone();
  }

  /**
   * A document as it is stored.
   *
   * @param id its id, unique in its collection
   * @param version 1 when it was inserted, one more at each change
   * @param body its bytes; copied
   * @return the document
   */
  public static Document of(String id, long version, byte[] body) {
    return new Document(id, version, body);
  }

  /** {@return the id} */
  public String id() {
    return id;
  }

  /** {@return the version, from 1} */
  public long version() {
    return version;
  }

  /** {@return a copy of the bytes} */
  public byte[] body() {
    return body.clone();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Document that
        && id.equals(that.id)
        && version == that.version
        && Arrays.equals(body, that.body);
  }

  @Override
  public int hashCode() {
    return Objects.hash(id, version);
  }

  /** {@return id and version} */
  @Override
  public String toString() {
    return id + "@" + version;
  }
}

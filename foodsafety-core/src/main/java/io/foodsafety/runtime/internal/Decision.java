package io.foodsafety.runtime.internal;

import io.foodsafety.model.issue.Issue;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** What is to become of a pending record, now that the documents it needs have been read. */
sealed interface Decision {

  /** It is stored with the same content. */
  record Known() implements Decision {}

  /**
   * It is not stored.
   *
   * @param issue why not
   */
  record Refused(Issue issue) implements Decision {}

  /** It is stored. */
  final class Store implements Decision {
    private final Supplier<byte[]> body;
    private final Map<String, List<String>> index;
    private final Map<DocumentKey, Map<String, List<String>>> derived;

    /**
     * A document to be stored.
     *
     * @param body the bytes, which nobody changes
     * @param index the values of the index attributes
     */
    Store(byte[] body, Map<String, List<String>> index) {
      this(() -> body, index);
    }

    /**
     * A document to be stored.
     *
     * @param body gives the bytes when the document is written
     * @param index the values of the index attributes
     */
    Store(Supplier<byte[]> body, Map<String, List<String>> index) {
      this(body, index, Map.of());
    }

    /**
     * A document to be stored, with others that are derived from it.
     *
     * @param body gives the bytes when the document is written
     * @param index the values of the index attributes
     * @param derived the values of the index attributes of documents that have nothing else
     */
    Store(
        Supplier<byte[]> body,
        Map<String, List<String>> index,
        Map<DocumentKey, Map<String, List<String>>> derived) {
      this.body = body;
      this.index = index;
      this.derived = derived;
    }

    Map<DocumentKey, Map<String, List<String>>> derived() {
      return derived;
    }

    byte[] body() {
      return body.get();
    }

    Map<String, List<String>> index() {
      return index;
    }
  }
}

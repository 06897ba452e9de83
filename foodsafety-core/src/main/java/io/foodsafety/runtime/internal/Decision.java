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
      this.body = body;
      this.index = index;
    }

    byte[] body() {
      return body.get();
    }

    Map<String, List<String>> index() {
      return index;
    }
  }
}

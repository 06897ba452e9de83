package io.foodsafety.spi.storage;

import java.util.Objects;

/**
 * A place in the result of a query: just after a document. It stays valid while other documents
 * come and go.
 *
 * @param orderValue the value of the attribute that the query orders by; empty if the document has
 *     none, or the query orders by id
 * @param id the document's id
 */
public record Cursor(String orderValue, String id) {

  /** Checks that both are there. */
  public Cursor {
    Objects.requireNonNull(orderValue, "orderValue");
    Objects.requireNonNull(id, "id");
  }
}

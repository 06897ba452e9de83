package io.foodsafety.runtime.internal.memory;

import io.foodsafety.fact.CodePointOrder;
import java.util.Comparator;

/**
 * A place in an index.
 *
 * @param value a value of the attribute; empty stands before all values
 * @param id the id of a document
 */
record IndexKey(String value, String id) {

  /** By value, then by id, both by code point. */
  static final Comparator<IndexKey> ORDER =
      Comparator.comparing(IndexKey::value, CodePointOrder.INSTANCE)
          .thenComparing(IndexKey::id, CodePointOrder.INSTANCE);

  /** The place before all documents that have a value. */
  static IndexKey before(String value) {
    return new IndexKey(value, "");
  }

  /**
   * The place before all values greater than one: nothing lies between a text and the same with
   * NUL.
   */
  static IndexKey behind(String value) {
    return new IndexKey(value + '\0', "");
  }
}

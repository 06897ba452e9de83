package io.foodsafety.ledger.internal;

import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Optional;

/** An iterator whose next element can be looked at. */
final class Lookahead<T> {

  private final Iterator<? extends T> source;
  private Optional<T> head;

  Lookahead(Iterator<? extends T> source) {
    this.source = source;
    this.head = advance();
  }

  private Optional<T> advance() {
    return source.hasNext() ? Optional.of(source.next()) : Optional.empty();
  }

  /** The next element, which stays the next; nothing at the end. */
  Optional<T> peek() {
    return head;
  }

  /** Takes the next element; throws NoSuchElementException at the end. */
  T take() {
    T taken = head.orElseThrow(NoSuchElementException::new);
    head = advance();
    return taken;
  }
}

package io.foodsafety.trace.internal;

import java.util.AbstractList;
import java.util.List;
import java.util.RandomAccess;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/**
 * A list of which each element is made when it is first asked for, and kept then: who asks for a
 * page of an answer pays for a page. Immutable, for any thread, if its elements are.
 *
 * @param <E> the type of the elements
 */
public final class Listed<E> extends AbstractList<E> implements RandomAccess {

  /** Filled by any thread, with elements that are alike; an element is whole for all who see it. */
  private final @Nullable Object[] made;

  private final IntFunction<E> maker;

  /**
   * A list of elements that are not made yet.
   *
   * @param maker makes the element of an index, always the same and immutable; for any thread
   */
  Listed(int size, IntFunction<E> maker) {
    this.made = new Object[size];
    this.maker = maker;
  }

  /** A list that does not change: this one if it is of this class, else a copy. */
  public static <E> List<E> copyOf(List<E> list) {
    return list instanceof Listed ? list : List.copyOf(list);
  }

  @Override
  public E get(int index) {
    Object known = made[index];
    if (known == null) {
      E element = maker.apply(index);
      made[index] = element;
      return element;
    }
    @SuppressWarnings("unchecked") // only what the maker made is put there
    E element = (E) known;
    return element;
  }

  @Override
  public int size() {
    return made.length;
  }
}

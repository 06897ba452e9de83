package io.foodsafety.runtime.internal;

import com.google.common.collect.AbstractIterator;
import com.google.common.collect.Streams;
import io.foodsafety.spi.storage.Page;
import io.foodsafety.spi.storage.Query;
import io.foodsafety.spi.storage.ReadView;
import io.foodsafety.spi.storage.Storage;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The result of a query, page by page, each page in a snapshot of its own. */
final class PagedStream<T> extends AbstractIterator<List<T>> {

  private final Storage storage;
  private final BiFunction<ReadView, Page, List<T>> convert;
  private Optional<Query> next;

  private PagedStream(Storage storage, Query query, BiFunction<ReadView, Page, List<T>> convert) {
    this.storage = storage;
    this.convert = convert;
    this.next = Optional.of(query);
  }

  /**
   * A stream.
   *
   * @param storage where to read
   * @param query what to read
   * @param convert makes the values of a page, with the page's snapshot
   */
  static <T> Stream<T> of(
      Storage storage, Query query, BiFunction<ReadView, Page, List<T>> convert) {
    Iterator<List<T>> pages = new PagedStream<>(storage, query, convert);
    return Streams.stream(pages).flatMap(List::stream);
  }

  @Override
  protected @Nullable List<T> computeNext() {
    if (next.isEmpty()) {
      return endOfData();
    }
    Query query = next.get();
    return storage.read(
        view -> {
          Page page = view.query(query);
          next = page.next().map(query::after);
          return convert.apply(view, page);
        });
  }
}

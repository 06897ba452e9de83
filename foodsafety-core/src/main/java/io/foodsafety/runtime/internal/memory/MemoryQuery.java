package io.foodsafety.runtime.internal.memory;

import io.foodsafety.fact.CodePointOrder;
import io.foodsafety.spi.storage.Cursor;
import io.foodsafety.spi.storage.Document;
import io.foodsafety.spi.storage.Page;
import io.foodsafety.spi.storage.Query;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Answers one query. It either collects the documents of the most selective condition and sorts
 * them, or walks all documents in the wanted order until the page is full, whichever looks at
 * fewer.
 */
final class MemoryQuery {

  private final MemoryCollection collection;
  private final Query query;

  MemoryQuery(MemoryCollection collection, Query query) {
    query.check(collection.schema());
    this.collection = collection;
    this.query = query;
  }

  Page page() {
    NavigableSet<IndexKey> selective = mostSelective();
    Stream<IndexKey> places = selective == null ? walk().filter(this::matches) : sorted(selective);
    Iterator<IndexKey> matching = places.iterator();
    List<Document> documents = new ArrayList<>();
    IndexKey last = null;
    while (matching.hasNext() && documents.size() < query.limit()) {
      last = matching.next();
      documents.add(stored(last).document());
    }
    return Page.of(
        documents,
        last == null || !matching.hasNext()
            ? Optional.empty()
            : Optional.of(new Cursor(last.value(), last.id())));
  }

  /**
   * The condition that selects so few documents that sorting them is cheaper than walking. A walk
   * looks at about {@code limit * all / selected} documents.
   */
  private @Nullable NavigableSet<IndexKey> mostSelective() {
    int most = (int) Math.sqrt((double) query.limit() * collection.documents().size());
    NavigableSet<IndexKey> best = null;
    for (NavigableSet<IndexKey> each : conditions()) {
      int size = (int) each.stream().limit(most + 1L).count();
      if (size <= most) {
        most = size;
        best = each;
      }
    }
    return best;
  }

  private List<NavigableSet<IndexKey>> conditions() {
    List<NavigableSet<IndexKey>> conditions = new ArrayList<>();
    query
        .equalities()
        .forEach(
            (attribute, value) ->
                conditions.add(
                    collection
                        .index(attribute)
                        .subSet(IndexKey.before(value), true, IndexKey.behind(value), false)));
    query
        .range()
        .filter(range -> !range.attribute().equals(query.orderBy().orElse("")))
        .ifPresent(range -> conditions.add(within(range)));
    return conditions;
  }

  private NavigableSet<IndexKey> within(Query.Range range) {
    NavigableSet<IndexKey> index = collection.index(range.attribute());
    String from = range.from().orElse("");
    IndexKey first = from.isEmpty() ? IndexKey.behind("") : IndexKey.before(from);
    if (range.to().isEmpty()) {
      return index.tailSet(first, true);
    }
    IndexKey end = IndexKey.before(range.to().get());
    return IndexKey.ORDER.compare(first, end) < 0
        ? index.subSet(first, true, end, false)
        : new TreeSet<>(IndexKey.ORDER);
  }

  private Stream<IndexKey> sorted(NavigableSet<IndexKey> condition) {
    Comparator<IndexKey> order = query.isDescending() ? IndexKey.ORDER.reversed() : IndexKey.ORDER;
    Stream<IndexKey> places = condition.stream().map(key -> place(key.id()));
    return query
        .after()
        .map(cursor -> new IndexKey(cursor.orderValue(), cursor.id()))
        .map(after -> places.filter(place -> order.compare(place, after) > 0))
        .orElse(places)
        .filter(this::matches)
        .sorted(order);
  }

  private Stream<IndexKey> walk() {
    return query.orderBy().isEmpty() ? walkIds() : walkIndex(query.orderBy().get());
  }

  private Stream<IndexKey> walkIds() {
    NavigableSet<String> ids = collection.documents().navigableKeySet();
    NavigableSet<String> turned = query.isDescending() ? ids.descendingSet() : ids;
    return query.after().map(cursor -> turned.tailSet(cursor.id(), false)).orElse(turned).stream()
        .map(id -> new IndexKey("", id));
  }

  private Stream<IndexKey> walkIndex(String attribute) {
    NavigableSet<IndexKey> index =
        query
            .range()
            .filter(range -> range.attribute().equals(attribute))
            .map(this::within)
            .orElse(collection.index(attribute));
    NavigableSet<IndexKey> turned = query.isDescending() ? index.descendingSet() : index;
    return query.after().map(cursor -> after(turned, cursor)).orElseGet(turned::stream);
  }

  /** A cursor may lie outside the range, where a set's own {@code tailSet} refuses it. */
  private static Stream<IndexKey> after(NavigableSet<IndexKey> places, Cursor cursor) {
    IndexKey place = places.higher(new IndexKey(cursor.orderValue(), cursor.id()));
    return place == null ? Stream.empty() : places.tailSet(place, true).stream();
  }

  private IndexKey place(String id) {
    StoredDocument stored = Objects.requireNonNull(collection.find(id), id);
    return new IndexKey(query.orderBy().map(stored::valueOf).orElse(""), id);
  }

  private StoredDocument stored(IndexKey place) {
    return Objects.requireNonNull(collection.find(place.id()), place.id());
  }

  private boolean matches(IndexKey place) {
    StoredDocument stored = stored(place);
    return query.equalities().entrySet().stream()
            .allMatch(wanted -> stored.valuesOf(wanted.getKey()).contains(wanted.getValue()))
        && query.range().map(range -> isWithin(range, stored)).orElse(true);
  }

  private static boolean isWithin(Query.Range range, StoredDocument stored) {
    String value = stored.valueOf(range.attribute());
    return !value.isEmpty()
        && range.from().map(from -> compare(value, from) >= 0).orElse(true)
        && range.to().map(to -> compare(value, to) < 0).orElse(true);
  }

  private static int compare(String left, String right) {
    return CodePointOrder.INSTANCE.compare(left, right);
  }
}

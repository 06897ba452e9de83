package io.foodsafety.spi.storage;

import java.util.Collections;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Which documents of a collection: equality on any attributes, one range, an order, a page.
 * Immutable; every method copies.
 *
 * <p>An equality holds for a document if one of its values equals the wanted one. The range and the
 * order are on attributes with at most one value. The result is ordered by the order attribute,
 * then by id; without an order attribute by id alone; documents without a value come first, as if
 * it were empty.
 */
public final class Query {

  /** A range of values: from the first included to the last excluded. */
  public static final class Range {
    private final String attribute;
    private final @Nullable String from;
    private final @Nullable String to;

    private Range(String attribute, @Nullable String from, @Nullable String to) {
      this.attribute = attribute;
      this.from = from;
      this.to = to;
    }

    /** {@return the attribute} */
    public String attribute() {
      return attribute;
    }

    /** {@return the least value, included; nothing if there is no lower bound} */
    public Optional<String> from() {
      return Optional.ofNullable(from);
    }

    /** {@return the value at which the range ends, excluded; nothing if there is no upper bound} */
    public Optional<String> to() {
      return Optional.ofNullable(to);
    }
  }

  /** Most documents in a page. */
  public static final int MAX_LIMIT = 10_000;

  private final String collection;
  private final Map<String, String> equalities;
  private final @Nullable Range range;
  private final @Nullable String orderBy;
  private final boolean descending;
  private final @Nullable Cursor after;
  private final int limit;

  private Query(
      String collection,
      Map<String, String> equalities,
      @Nullable Range range,
      @Nullable String orderBy,
      boolean descending,
      @Nullable Cursor after,
      int limit) {
    this.collection = Objects.requireNonNull(collection, "collection");
    this.equalities = equalities;
    this.range = range;
    this.orderBy = orderBy;
    this.descending = descending;
    this.after = after;
    this.limit = limit;
  }

  /**
   * All documents of a collection, ordered by id, in pages of 500.
   *
   * @param collection its name
   * @return the query
   */
  public static Query of(String collection) {
    return new Query(collection, Map.of(), null, null, false, null, 500);
  }

  /**
   * Only documents with a value.
   *
   * @param attribute an index attribute
   * @param value one of its values
   * @return the query
   */
  public Query where(String attribute, String value) {
    Map<String, String> copy = new TreeMap<>(equalities);
    copy.put(attribute, value);
    return new Query(collection, copy, range, orderBy, descending, after, limit);
  }

  /**
   * Only documents with a value in a range; documents without a value are left out.
   *
   * @param attribute an index attribute with at most one value
   * @param from the least value, included; null if there is no lower bound
   * @param to where the range ends, excluded; null if there is no upper bound
   * @return the query
   */
  public Query range(String attribute, @Nullable String from, @Nullable String to) {
    return new Query(
        collection, equalities, new Range(attribute, from, to), orderBy, descending, after, limit);
  }

  /**
   * Ordered by an attribute, then by id.
   *
   * @param attribute an index attribute with at most one value
   * @return the query
   */
  public Query orderBy(String attribute) {
    return new Query(collection, equalities, range, attribute, descending, after, limit);
  }

  /** {@return the same query with the order turned round, ids included} */
  public Query reversed() {
    return new Query(collection, equalities, range, orderBy, !descending, after, limit);
  }

  /**
   * From a place on.
   *
   * @param cursor the cursor of an earlier page of the same query
   * @return the query
   */
  public Query after(Cursor cursor) {
    return new Query(collection, equalities, range, orderBy, descending, cursor, limit);
  }

  /**
   * In pages of another size.
   *
   * @param newLimit most documents in a page, 1 to {@value #MAX_LIMIT}
   * @return the query
   * @throws IllegalArgumentException if it is out of range
   */
  public Query limit(int newLimit) {
    if (newLimit < 1 || newLimit > MAX_LIMIT) {
      throw new IllegalArgumentException(
          "The limit (%d) must lie between 1 and %d.".formatted(newLimit, MAX_LIMIT));
    }
    return new Query(collection, equalities, range, orderBy, descending, after, newLimit);
  }

  /** {@return the collection} */
  public String collection() {
    return collection;
  }

  /** {@return the wanted values by attribute} */
  public Map<String, String> equalities() {
    return Collections.unmodifiableMap(equalities);
  }

  /** {@return the range, if there is one} */
  public Optional<Range> range() {
    return Optional.ofNullable(range);
  }

  /** {@return the attribute to order by; nothing means by id} */
  public Optional<String> orderBy() {
    return Optional.ofNullable(orderBy);
  }

  /** {@return whether the order is turned round} */
  public boolean isDescending() {
    return descending;
  }

  /** {@return where to begin; nothing means at the first document} */
  public Optional<Cursor> after() {
    return Optional.ofNullable(after);
  }

  /** {@return most documents in a page} */
  public int limit() {
    return limit;
  }

  /**
   * Checks the query against the collection's schema.
   *
   * @param schema the schema of the collection
   * @throws IllegalArgumentException if an attribute is not declared, or has several values where
   *     it may not
   */
  public void check(CollectionSchema schema) {
    equalities.keySet().forEach(attribute -> declared(schema, attribute));
    range().ifPresent(each -> single(schema, each.attribute()));
    orderBy().ifPresent(attribute -> single(schema, attribute));
  }

  private static IndexAttribute declared(CollectionSchema schema, String attribute) {
    return schema
        .findAttribute(attribute)
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "The collection (%s) has no index attribute (%s)."
                        .formatted(schema.name(), attribute)));
  }

  private static void single(CollectionSchema schema, String attribute) {
    if (declared(schema, attribute).multiValued()) {
      throw new IllegalArgumentException(
          "The index attribute (%s) of collection (%s) has several values and cannot be ordered by."
              .formatted(attribute, schema.name()));
    }
  }
}

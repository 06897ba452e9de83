package io.foodsafety.storage.jdbc.internal;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.foodsafety.spi.storage.Cursor;
import io.foodsafety.spi.storage.Query;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The SQL of a query: statements whose results, one behind the other, are the result. Columns: id,
 * version, body, and the value ordered by. A missing value is an empty text, so that order and
 * cursor need no special case for it.
 */
final class QuerySql {

  private static final String BOUND = "bound of the range";
  private static final Fragment ANYWHERE = Fragment.of("true");

  private final Dialect dialect;
  private final CollectionTable table;
  private final Query query;
  private final boolean walks;
  private final List<String> joins = new ArrayList<>();
  private final List<String> conditions = new ArrayList<>();
  private final List<String> texts = new ArrayList<>();

  private QuerySql(Dialect dialect, CollectionTable table, Query query, boolean walks) {
    this.dialect = dialect;
    this.table = table;
    this.query = query;
    this.walks = walks;
  }

  /**
   * Statements, of which a later one is needed only if those before do not fill the page; one more
   * placeholder, the last, takes the limit.
   *
   * @param walks whether to walk through the documents in the wanted order, see {@link Walk}
   */
  static List<Fragment> of(Dialect dialect, CollectionTable table, Query query, boolean walks) {
    return new QuerySql(dialect, table, query, walks).build();
  }

  private List<Fragment> build() {
    // Placeholders are numbered in the order of the conditions: joins have none.
    query.equalities().entrySet().forEach(this::addEquality);
    query.range().ifPresent(this::addRange);
    String id = joins.isEmpty() ? "d.id" : "v0.id";
    String value = query.orderBy().map(each -> "d." + CollectionTable.column(each)).orElse("");
    if (query.after().isEmpty()) {
      return List.of(select(value, id, ANYWHERE));
    }
    return after(query.after().get(), value, id).stream()
        .map(place -> select(value, id, place))
        .toList();
  }

  private Fragment select(String value, String id, Fragment place) {
    List<String> all = new ArrayList<>(conditions);
    all.add(place.sql());
    List<String> values = new ArrayList<>(texts);
    values.addAll(place.texts());
    String sql =
        "select d.id, d.version, d.body"
            + (value.isEmpty() ? "" : ", " + value)
            + " from "
            + table.documents()
            + " d"
            + (walks ? dialect.walkBy(table.index(query.orderBy().orElseThrow())) : "")
            + String.join("", joins)
            + " where "
            + String.join(" and ", all)
            + " order by "
            + order(value, id)
            + " limit ?";
    return new Fragment(sql, values);
  }

  /**
   * H2 sees that an index has the wanted order only if the columns that are equal are named too.
   */
  private String order(String value, String id) {
    List<String> columns = new ArrayList<>();
    if (!value.isEmpty()) {
      columns.add(value);
    } else if (!joins.isEmpty()) {
      columns.addAll(List.of("v0.attribute", "v0.item"));
    } else {
      query.equalities().keySet().stream()
          .limit(1)
          .map(each -> "d." + CollectionTable.column(each))
          .forEach(columns::add);
    }
    columns.add(id);
    String direction = query.isDescending() ? " desc" : "";
    return columns.stream().map(each -> each + direction).collect(Collectors.joining(", "));
  }

  private void addEquality(Map.Entry<String, String> equality) {
    String attribute = equality.getKey();
    if (!table.multis().contains(attribute)) {
      add("d." + CollectionTable.column(attribute) + " = ?", equality.getValue());
    } else if (walks) {
      // Not "exists", which a planner may turn into a join: each document is looked up.
      add(
          "(select true from %s v where v.attribute = '%s' and v.item = ? and v.id = d.id)"
              .formatted(table.values(), attribute),
          equality.getValue());
    } else {
      String alias = "v" + joins.size();
      joins.add(" join %s %s on %s.id = d.id".formatted(table.values(), alias, alias));
      // A literal, which cannot be anything but a name, so that the planner knows it.
      add(
          "%1$s.attribute = '%2$s' and %1$s.item = ?".formatted(alias, attribute),
          equality.getValue());
    }
  }

  private void addRange(Query.Range range) {
    String column = "d." + CollectionTable.column(range.attribute());
    Optional<String> place =
        query
            .after()
            .map(Cursor::orderValue)
            .filter(any -> query.orderBy().equals(Optional.of(range.attribute())));
    // A bound that the place implies is left out: a database might begin there, not at the place.
    String from = range.from().orElse("");
    String above = Texts.checkStorable(BOUND, cut(from));
    if (query.isDescending() || place.filter(at -> isFrom(at, from)).isEmpty()) {
      add(column + (from.isEmpty() || isCut(from) ? " > ?" : " >= ?"), above);
    }
    String to = range.to().orElse("");
    String below = Texts.checkStorable(BOUND, cut(to));
    if (range.to().isPresent()
        && (!query.isDescending() || place.filter(at -> compare(at, to) < 0).isEmpty())) {
      add(column + (isCut(to) ? " <= ?" : " < ?"), below);
    }
  }

  private static boolean isFrom(String place, String from) {
    return !place.isEmpty() && compare(place, from) >= 0;
  }

  private static int compare(String left, String right) {
    return Arrays.compareUnsigned(left.getBytes(UTF_8), right.getBytes(UTF_8));
  }

  private List<Fragment> after(Cursor cursor, String value, String id) {
    Texts.checkStorable("cursor", cursor.orderValue() + cursor.id());
    String sign = query.isDescending() ? "<" : ">";
    if (!value.isEmpty()) {
      return dialect.after(new Place(value, cursor.orderValue(), id, cursor.id(), sign), walks);
    }
    // Of each table, or a join that merges them would read the others from the beginning.
    List<String> ids = new ArrayList<>(List.of("d.id " + sign + " ?"));
    for (int i = 0; i < joins.size(); i++) {
      ids.add("v" + i + ".id " + sign + " ?");
    }
    return List.of(
        new Fragment(String.join(" and ", ids), Collections.nCopies(ids.size(), cursor.id())));
  }

  /** No stored text has U+0000: what is not below "x\0y" is above "x", and the reverse. */
  private static boolean isCut(String bound) {
    return bound.indexOf('\0') >= 0;
  }

  private static String cut(String bound) {
    return isCut(bound) ? bound.substring(0, bound.indexOf('\0')) : bound;
  }

  private void add(String condition, String value) {
    conditions.add(condition);
    texts.add(value);
  }
}

package io.foodsafety.storage.jdbc.internal;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.foodsafety.spi.storage.StorageSchema;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The views of {@code docs/postgresql.md}, for hosts that read with SQL. A view is made when the
 * collections and logs that it needs are declared, and made anew by a version that has newer ones.
 */
final class PostgresViews {

  /** Raised with every change of the views; an older version leaves newer views as they are. */
  static final int VERSION = 1;

  private static final String RESOURCE = "/io/foodsafety/storage/jdbc/view/postgresql.sql";
  private static final String MARK = "foodsafety views ";
  private static final Pattern VIEW =
      Pattern.compile("^-- (fs_\\w+): (.*)\\n((?:(?!-- ).*\\n)+)", Pattern.MULTILINE);

  /**
   * A view.
   *
   * @param name its name
   * @param needs {@code log NAME}, or a collection's name and attributes as the registry has them
   * @param sql what it selects
   */
  record View(String name, Set<String> needs, String sql) {}

  private PostgresViews() {}

  /** All views. */
  static List<View> all() {
    List<View> views = new ArrayList<>();
    Matcher matcher = VIEW.matcher(text());
    while (matcher.find()) {
      String sql = matcher.group(3).strip();
      views.add(
          new View(
              matcher.group(1),
              Set.of(matcher.group(2).split("; ")),
              sql.substring(0, sql.length() - 1)));
    }
    return views;
  }

  static String text() {
    try (InputStream resource = PostgresViews.class.getResourceAsStream(RESOURCE)) {
      return new String(Objects.requireNonNull(resource, RESOURCE).readAllBytes(), UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Makes the views of what a schema declares, in the transaction that has made the tables. */
  static void create(Connection connection, StorageSchema schema) throws SQLException {
    Set<String> declared = new TreeSet<>();
    schema
        .collections()
        .forEach(each -> declared.add(each.name() + " " + new CollectionTable(each).describe()));
    schema.logs().forEach(log -> declared.add("log " + log));
    for (View view : all()) {
      if (declared.containsAll(view.needs()) && version(connection, view.name()) < VERSION) {
        create(connection, view);
      }
    }
  }

  private static void create(Connection connection, View view) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute("create or replace view %s as %s".formatted(view.name(), view.sql()));
      statement.execute("comment on view %s is '%s%d'".formatted(view.name(), MARK, VERSION));
    }
  }

  /** The version of a stored view; 0 if there is none. */
  private static int version(Connection connection, String name) throws SQLException {
    String sql =
        "select obj_description(oid, 'pg_class') from pg_class"
            + " where relname = ? and relnamespace = current_schema()::regnamespace";
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setString(1, name);
      try (ResultSet row = statement.executeQuery()) {
        Optional<String> mark =
            row.next() ? Optional.ofNullable(row.getString(1)) : Optional.empty();
        return mark.filter(text -> text.matches(MARK + "\\d{1,9}"))
            .map(text -> Integer.parseInt(text.substring(MARK.length())))
            .orElse(0);
      }
    }
  }
}

package io.foodsafety.storage.jdbc;

import io.foodsafety.runtime.FoodSafety;
import io.foodsafety.storage.jdbc.internal.Postgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The same city as {@link StoredCity} on PostgreSQL, as SQL that makes its tables. It is written
 * once for a version of the stored formats, by {@code main}, and never again.
 */
final class StoredPostgresCity {

  private StoredPostgresCity() {}

  /** Writes the SQL to a file that does not exist yet. */
  public static void main(String[] arguments) throws IOException, SQLException {
    Map<String, String> settings = Postgres.newDatabase();
    try (FoodSafety city = StoredCity.open(settings, StoredCity.WRITTEN)) {
      StoredCity.write(city);
      StoredCity.check(city);
    }
    try (Connection connection = Postgres.connect(settings)) {
      Files.write(Path.of(arguments[0]), dump(connection), StandardOpenOption.CREATE_NEW);
    }
  }

  private static List<String> dump(Connection connection) throws SQLException {
    List<String> lines = new ArrayList<>();
    for (String table :
        texts(
            connection,
            "select relname from pg_class where relkind = 'r'"
                + " and relnamespace = 'public'::regnamespace order by 1")) {
      lines.addAll(
          texts(
              connection,
              """
              select format('create table %I (%s);', '$T', string_agg(format('%I %s%s%s%s',
                  a.attname, format_type(a.atttypid, a.atttypmod),
                  case when a.attcollation <> t.typcollation then ' collate "C"' else '' end,
                  case when a.attnotnull then ' not null' else '' end,
                  coalesce(' default ' || pg_get_expr(d.adbin, d.adrelid), '')), ', ' order by a.attnum))
              from pg_attribute a join pg_type t on t.oid = a.atttypid
              left join pg_attrdef d on d.adrelid = a.attrelid and d.adnum = a.attnum
              where a.attrelid = '$T'::regclass and a.attnum > 0
              """
                  .replace("$T", table)));
      lines.addAll(rows(connection, table));
      lines.addAll(
          texts(
              connection,
              """
              select format('alter table %I add constraint %I %s;', '$T', conname, pg_get_constraintdef(oid))
              from pg_constraint where conrelid = '$T'::regclass and contype in ('p', 'u') order by conname
              """
                  .replace("$T", table)));
      lines.addAll(
          texts(
              connection,
              """
              select replace(pg_get_indexdef(indexrelid), 'public.', '') || ';' from pg_index
              where indrelid = '$T'::regclass and not indisprimary order by indexrelid::regclass::text
              """
                  .replace("$T", table)));
    }
    lines.addAll(sequences(connection));
    return lines;
  }

  private static List<String> rows(Connection connection, String table) throws SQLException {
    List<String> columns =
        texts(
            connection,
            "select 'quote_nullable(' || quote_ident(attname) || '::text)' from pg_attribute"
                + " where attnum > 0 and attrelid = '%s'::regclass order by attnum"
                    .formatted(table));
    return texts(
        connection,
        "select 'insert into %1$s values (' || concat_ws(', ', %2$s) || ');' from %1$s order by 1"
            .formatted(table, String.join(", ", columns)));
  }

  private static List<String> sequences(Connection connection) throws SQLException {
    List<String> lines = new ArrayList<>();
    for (String sequence :
        texts(
            connection,
            "select relname from pg_class where relkind = 'S'"
                + " and relnamespace = 'public'::regnamespace order by 1")) {
      lines.add("create sequence %s;".formatted(sequence));
      lines.add(
          "alter sequence %s owned by %s.position;"
              .formatted(sequence, sequence.replace("fs_s_", "fs_l_")));
      lines.addAll(
          texts(
              connection,
              "select format('select setval(''%1$s'', %%s, %%L);', last_value, is_called) from %1$s"
                  .formatted(sequence)));
    }
    return lines;
  }

  private static List<String> texts(Connection connection, String sql) throws SQLException {
    List<String> texts = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      while (rows.next()) {
        texts.add(rows.getString(1));
      }
    }
    return texts;
  }
}

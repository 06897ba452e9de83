package io.foodsafety.storage.jdbc.internal;

import io.foodsafety.spi.storage.Cursor;
import io.foodsafety.spi.storage.Document;
import io.foodsafety.spi.storage.Page;
import io.foodsafety.spi.storage.Query;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads one page of a query: the statements of the query in turn, until the page is full. */
final class PageReader {

  private final Connection connection;
  private final Dialect dialect;
  private final CollectionTable table;
  private final Query query;
  private final List<Document> documents = new ArrayList<>();
  private Cursor last = new Cursor("", "");
  private boolean hasMore;

  PageReader(Connection connection, Dialect dialect, CollectionTable table, Query query) {
    this.connection = connection;
    this.dialect = dialect;
    this.table = table;
    this.query = query;
  }

  Page read() throws SQLException {
    if (query.orderBy().isEmpty() || dialect.plansWell(query)) {
      add(false);
    } else {
      dialect.allowSorting(connection, false);
      boolean walks = new Walk(connection, dialect, table, query).isShorter();
      if (walks) {
        add(true);
      }
      dialect.allowSorting(connection, true);
      if (!walks) {
        add(false);
      }
    }
    return Page.of(documents, hasMore ? Optional.of(last) : Optional.empty());
  }

  private void add(boolean walks) throws SQLException {
    for (Fragment sql : QuerySql.of(dialect, table, query, walks)) {
      if (!hasMore) {
        add(sql);
      }
    }
  }

  private void add(Fragment sql) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql.sql())) {
      // Walk in the order or sort what is equal? That depends on how rare the value is.
      if (query.orderBy().isPresent() && !query.equalities().isEmpty()) {
        dialect.planForValues(statement);
      }
      int index = 0;
      for (String text : sql.texts()) {
        dialect.setText(statement, ++index, text);
      }
      // One more than wanted shows whether there is a next page.
      statement.setInt(++index, query.limit() + 1 - documents.size());
      add(statement);
    }
  }

  private void add(PreparedStatement statement) throws SQLException {
    try (ResultSet rows = statement.executeQuery()) {
      while (rows.next()) {
        if (documents.size() == query.limit()) {
          hasMore = true;
          return;
        }
        Document document = dialect.document(rows);
        documents.add(document);
        String value = query.orderBy().isPresent() ? dialect.getText(rows, 4) : "";
        last = new Cursor(value, document.id());
      }
    }
  }
}

package io.foodsafety.storage.jdbc.internal;

import java.util.List;

/**
 * A piece of SQL and the texts for its placeholders.
 *
 * @param sql the SQL
 * @param texts one for each placeholder
 */
record Fragment(String sql, List<String> texts) {

  Fragment {
    texts = List.copyOf(texts);
  }

  static Fragment of(String sql, String... texts) {
    return new Fragment(sql, List.of(texts));
  }
}

/**
 * Storage in a relational database: H2 in a file or in memory, embedded in this process, or
 * PostgreSQL, shared by several. Chosen by the name {@code jdbc}; the {@code url} decides between
 * them.
 *
 * <pre>{@code
 * FoodSafety.builder().storage("jdbc", Map.of("url", "jdbc:h2:file:./city"));
 * FoodSafety.builder().storage("jdbc", Map.of(
 *     "url", "jdbc:postgresql://db.example/city", "user", "foodsafety", "password", secret));
 * }</pre>
 *
 * <p>A collection is the table {@code fs_c_<name>}: id, version, body and one column {@code
 * a_<attribute>} for each attribute with at most one value, empty where a document has none. The
 * values of the other attributes are in {@code fs_i_<name>}. A log is the table {@code
 * fs_l_<name>}. The tables are created when the storage is opened and are listed in {@code
 * fs_collection} and {@code fs_log}. H2 holds texts as UTF-8 bytes, because it would sort them
 * differently.
 *
 * <p>On PostgreSQL there are views besides, for reading a city with SQL: {@code
 * docs/postgresql.md}.
 *
 * <p>A PostgreSQL server is reached directly or through a pooler that leaves a session to one
 * client: transactions rely on settings of their session.
 *
 * <p>The one exported type, {@link io.foodsafety.storage.jdbc.JdbcStoragePlugin}, is stateless and
 * safe for use by many threads; so is an open storage.
 */
@NullMarked
package io.foodsafety.storage.jdbc;

import org.jspecify.annotations.NullMarked;

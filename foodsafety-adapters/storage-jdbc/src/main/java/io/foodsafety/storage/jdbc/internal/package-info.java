/**
 * How it works: {@link io.foodsafety.storage.jdbc.internal.JdbcStorage} runs works in transactions
 * of an {@link io.foodsafety.storage.jdbc.internal.Engine}, of which there is one for H2 and one
 * for PostgreSQL; {@link io.foodsafety.storage.jdbc.internal.JdbcView} and {@link
 * io.foodsafety.storage.jdbc.internal.JdbcTransaction} turn calls into SQL, and a {@link
 * io.foodsafety.storage.jdbc.internal.Dialect} knows where the SQL of the two differs.
 */
@NullMarked
package io.foodsafety.storage.jdbc.internal;

import org.jspecify.annotations.NullMarked;

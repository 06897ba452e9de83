/** Documents and logs in a relational database. */
@NullMarked
package io.foodsafety.storage.jdbc;

import org.jspecify.annotations.NullMarked;

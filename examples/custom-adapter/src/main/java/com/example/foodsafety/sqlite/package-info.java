/** A storage on SQLite, as a third party would write it: one file, one writer, many readers. */
@NullMarked
package com.example.foodsafety.sqlite;

import org.jspecify.annotations.NullMarked;

package io.foodsafety.rule.internal;

import io.foodsafety.model.fact.Fact;
import java.util.Map;

/**
 * A subject and its facts as they stood in columns, in some bytes: what {@link RowPacker} makes and
 * reads. Immutable.
 */
public final class PackedRows {

  /** The facts table by table, marks of those that do not count, the attributes of the subject. */
  final byte[] bytes;

  /** What {@link Columns#codes} said then. */
  final long codes;

  /** The day of assessment, since 1970: the first one for which the facts are right. */
  final long day;

  /** The last day for which they are right, as long as no fact comes or goes. */
  final long lastDay;

  /** The last fact of each kind that has one of {@link #day}. */
  final Map<String, Fact> lastOfDay;

  PackedRows(byte[] bytes, long codes, long day, long lastDay, Map<String, Fact> lastOfDay) {
    this.bytes = bytes;
    this.codes = codes;
    this.day = day;
    this.lastDay = lastDay;
    this.lastOfDay = lastOfDay;
  }
}

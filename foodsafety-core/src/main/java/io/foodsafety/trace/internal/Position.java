package io.foodsafety.trace.internal;

import io.foodsafety.trace.internal.columns.ColumnReader;
import io.foodsafety.trace.internal.columns.ColumnWriter;
import io.foodsafety.trace.internal.columns.Dictionary;
import io.foodsafety.trace.internal.columns.IntColumn;
import java.io.IOException;
import java.time.ZoneId;

/**
 * Which network is saved in a directory.
 *
 * @param value the position of the log that it stands for
 * @param last the id of the event taken last; empty if there is none
 */
record Position(long value, String last) {

  /** Another one means that columns hold something else. */
  private static final int VERSION = 1;

  private static final String ZONE = "zone ";
  private static final String LAST = "last ";

  void save(ColumnWriter columns, ZoneId zone) throws IOException {
    IntColumn numbers = new IntColumn(3);
    numbers.set(0, VERSION);
    numbers.set(1, (int) value);
    numbers.set(2, (int) (value >>> Integer.SIZE));
    columns.ints("network", numbers);
    Dictionary texts = new Dictionary("network.texts");
    texts.add(ZONE + zone.getId());
    texts.add(LAST + last);
    texts.save(columns);
  }

  static Position open(ColumnReader columns, ZoneId zone) throws IOException {
    IntColumn numbers = columns.ints("network");
    if (numbers.length() != 3 || numbers.get(0) != VERSION) {
      throw new IOException("The network was saved by another version.");
    }
    Dictionary texts = new Dictionary(columns, "network.texts");
    String saved = texts.get(0).substring(ZONE.length());
    if (!saved.equals(zone.getId())) {
      throw new IOException(
          "The network was saved for the zone %s, not %s.".formatted(saved, zone.getId()));
    }
    return new Position(
        (numbers.get(1) & 0xFFFFFFFFL) | ((long) numbers.get(2) << Integer.SIZE),
        texts.get(1).substring(LAST.length()));
  }
}

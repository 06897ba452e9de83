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
 */
record Position(long value) {

  /** Another one means that columns hold something else. */
  private static final int VERSION = 1;

  void save(ColumnWriter columns, ZoneId zone) throws IOException {
    IntColumn numbers = new IntColumn(3);
    numbers.set(0, VERSION);
    numbers.set(1, (int) value);
    numbers.set(2, (int) (value >>> Integer.SIZE));
    columns.ints("network", numbers);
    Dictionary zones = new Dictionary("zones");
    zones.add(zone.getId());
    zones.save(columns);
  }

  static Position open(ColumnReader columns, ZoneId zone) throws IOException {
    IntColumn numbers = columns.ints("network");
    if (numbers.length() != 3 || numbers.get(0) != VERSION) {
      throw new IOException("The network was saved by another version.");
    }
    String saved = new Dictionary(columns, "zones").get(0);
    if (!saved.equals(zone.getId())) {
      throw new IOException(
          "The network was saved for the zone %s, not %s.".formatted(saved, zone.getId()));
    }
    return new Position((numbers.get(1) & 0xFFFFFFFFL) | (long) numbers.get(2) << Integer.SIZE);
  }
}

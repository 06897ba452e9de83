package io.foodsafety.trace.internal;

import io.foodsafety.trace.internal.columns.ColumnReader;
import io.foodsafety.trace.internal.columns.ColumnWriter;
import io.foodsafety.trace.internal.columns.GrowingInts;
import java.io.IOException;

/** Which events make the links of the graph. One thread adds; links are never taken out. */
final class Links {

  private final GrowingInts events;

  /** By link, where the log has the event of the partner; 0 if it has none. */
  private final GrowingInts partners;

  /** No links. */
  Links() {
    events = new GrowingInts();
    partners = new GrowingInts();
  }

  /** The links that were saved. */
  Links(ColumnReader columns) throws IOException {
    events = columns.growingInts("links.events");
    partners = columns.growingInts("links.partners");
  }

  void save(ColumnWriter columns) throws IOException {
    columns.ints("links.events", events);
    columns.ints("links.partners", partners);
  }

  /** Adds a link; returns its number. */
  int add(int event, int partner) {
    partners.add(partner);
    return events.add(event);
  }

  /** Where the log has the event of the holding that makes the link. */
  int event(int link) {
    return events.get(link);
  }

  /** Where the log has the event of the other end; 0 if it has none. */
  int partner(int link) {
    return partners.get(link);
  }
}

package io.foodsafety.trace.internal;

import io.foodsafety.model.trace.TraceEvent;
import io.foodsafety.trace.internal.columns.ByteCursor;
import io.foodsafety.trace.internal.columns.ColumnReader;
import io.foodsafety.trace.internal.columns.ColumnWriter;
import io.foodsafety.trace.internal.columns.Dictionary;
import io.foodsafety.trace.internal.columns.GrowingBytes;
import io.foodsafety.trace.internal.columns.GrowingInts;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/**
 * All events taken, as bytes that only grow. An event has the number of its id, and a reference to
 * where the log has it last. One thread writes; what a reference that was published leads to does
 * not change.
 */
final class EventLog {

  private final Names names;
  private final TimeAxis axis;
  private final GrowingBytes log;

  /** By number of an event, where the log has it; 0 if it was not taken. */
  private final GrowingInts latest;

  private final EventWriter writer;
  private final EventReader reader;

  /** No events. */
  EventLog(Names names, TimeAxis axis) {
    this(names, axis, new GrowingBytes(), new GrowingInts());
  }

  private EventLog(Names names, TimeAxis axis, GrowingBytes log, GrowingInts latest) {
    this.names = names;
    this.axis = axis;
    this.log = log;
    this.latest = latest;
    this.writer = new EventWriter(names, log, axis);
    this.reader = reader();
  }

  /** The events that were saved. */
  static EventLog open(ColumnReader columns, Names names, TimeAxis axis) throws IOException {
    return new EventLog(
        names, axis, columns.growingBytes("log"), columns.growingInts("log.latest"));
  }

  void save(ColumnWriter columns) throws IOException {
    columns.bytes("log", log);
    columns.ints("log.latest", latest);
  }

  /** A reader of its own for a thread. */
  EventReader reader() {
    return new EventReader(names, log);
  }

  /** The id of the event at a place. For any thread. */
  String id(int ref) {
    return EventReader.id(new ByteCursor(log), ref, names);
  }

  /** The number of an event that was taken, or {@link Dictionary#NONE}. */
  int find(String id) {
    int event = names.events().find(id);
    return event != Dictionary.NONE && isTaken(event) ? event : Dictionary.NONE;
  }

  boolean isTaken(int event) {
    return latest.getOrZero(event) != 0;
  }

  /** Where the log has an event last. */
  int ref(int event) {
    return latest.get(event);
  }

  /** For the writer: a reader at the event as the log has it last. */
  EventReader at(int event) {
    reader.moveTo(ref(event));
    return reader;
  }

  /** For the writer: an event as it was taken; without the attributes of what was seen. */
  TraceEvent get(int event) {
    return new EventDecoder(names, axis).event(at(event));
  }

  /** Whether an event that was taken has this content. */
  boolean isSame(int event, TraceEvent other) {
    if (other instanceof TraceEvent.Observe observe) {
      return at(event).note().equals(EventWriter.attributes(observe))
          && get(event).equals(withoutAttributes(observe));
    }
    return get(event).equals(other);
  }

  private static TraceEvent withoutAttributes(TraceEvent.Observe event) {
    return new TraceEvent.Observe(event.id(), event.at(), event.party(), event.items(), Map.of());
  }

  /** Takes an event that was not taken before; returns its number. */
  int add(TraceEvent event) {
    int number = names.events().add(event.id());
    latest.growTo(number + 1);
    latest.set(number, writer.write(number, event, Map.of(), note(event)));
    return number;
  }

  private static String note(TraceEvent event) {
    if (event instanceof TraceEvent.Voiding erasure) {
      return erasure.reason();
    }
    return event instanceof TraceEvent.Observe observe ? EventWriter.attributes(observe) : "";
  }

  /** Writes an event anew, with what was in containers that it names. */
  void open(int event, Map<Integer, List<LotAmount>> contents) {
    Map<Integer, List<LotAmount>> opened = at(event).opened();
    opened.putAll(contents);
    String note = reader.note();
    TraceEvent content = get(event);
    latest.set(event, writer.write(event, content, opened, note));
  }
}

package io.foodsafety.trace.internal;

import io.foodsafety.model.trace.TraceEvent;
import io.foodsafety.trace.internal.columns.Bits;
import io.foodsafety.trace.internal.columns.ColumnReader;
import io.foodsafety.trace.internal.columns.ColumnWriter;
import io.foodsafety.trace.internal.columns.GrowingInts;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** By container, the events that name it, as columns; for one thread. */
final class ContainerSteps {

  private final Names names;
  private final EventLog log;
  private final TimeAxis axis;

  /** By container, one more than its newest place in the next two. */
  private final GrowingInts newest;

  private final GrowingInts events;
  private final GrowingInts before;

  /** The events that count. */
  private final Bits counted;

  /** No events. */
  ContainerSteps(Names names, EventLog log, TimeAxis axis) {
    this.names = names;
    this.log = log;
    this.axis = axis;
    newest = new GrowingInts();
    events = new GrowingInts();
    before = new GrowingInts();
    counted = new Bits();
  }

  /** The events that were saved. */
  ContainerSteps(ColumnReader columns, Names names, EventLog log, TimeAxis axis)
      throws IOException {
    this.names = names;
    this.log = log;
    this.axis = axis;
    newest = columns.growingInts("steps.newest");
    events = columns.growingInts("steps.events");
    before = columns.growingInts("steps.before");
    counted = new Bits(columns.growingInts("steps.counted"));
  }

  void save(ColumnWriter columns) throws IOException {
    columns.ints("steps.newest", newest);
    columns.ints("steps.events", events);
    columns.ints("steps.before", before);
    columns.ints("steps.counted", counted.words());
  }

  /** Adds an event to a container that it names. */
  void add(String name, int event) {
    int container = names.containers().add(name);
    newest.growTo(container + 1);
    before.add(newest.get(container));
    newest.set(container, events.add(event) + 1);
  }

  boolean counts(int event) {
    return counted.has(event);
  }

  void count(int event, boolean counts) {
    counted.set(event, counts);
  }

  /** The steps of a container by events that count. */
  List<ContainerStep> of(String name) {
    int container = names.containers().find(name);
    List<ContainerStep> steps = new ArrayList<>();
    for (int place = newest.getOrZero(container) - 1; place >= 0; place = before.get(place) - 1) {
      if (counted.has(events.get(place))) {
        TraceEvent event = log.get(events.get(place));
        steps.add(ContainerStep.of(event, axis).orElseThrow());
      }
    }
    return steps;
  }
}

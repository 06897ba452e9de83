package io.foodsafety.trace.internal;

import io.foodsafety.model.time.EventTime;
import io.foodsafety.model.time.Moment;
import io.foodsafety.model.trace.TraceEvent;
import io.foodsafety.model.trace.TraceItem;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Makes events of what the log has; those of what was seen without their attributes. */
final class EventDecoder {

  private final Names names;
  private final TimeAxis axis;

  EventDecoder(Names names, TimeAxis axis) {
    this.names = names;
    this.axis = axis;
  }

  /** The event at which a reader stands. */
  TraceEvent event(EventReader at) {
    String id = at.id();
    Optional<EventTime> time = time(at.form(), at.at(), at.timeText());
    return switch (at.kind()) {
      case CREATE -> new TraceEvent.Create(id, time, party(at), items(at));
      case TRANSFER ->
          new TraceEvent.Transfer(
              id,
              time,
              time(at.receivedForm(), at.received(), at.receivedText()),
              party(at),
              names.parties().get(at.to()),
              Names.find(names.documents(), at.other()),
              items(at));
      case SHIP ->
          new TraceEvent.Ship(
              id,
              time,
              party(at),
              Names.find(names.parties(), at.to()),
              Names.find(names.documents(), at.other()),
              items(at));
      case RECEIVE ->
          new TraceEvent.Receive(
              id,
              time,
              Names.find(names.parties(), at.from()),
              names.parties().get(at.to()),
              Names.find(names.documents(), at.other()),
              items(at));
      case TRANSFORM -> transform(at, id, time);
      case PACK ->
          new TraceEvent.Pack(id, time, party(at), names.containers().get(at.other()), items(at));
      case UNPACK ->
          new TraceEvent.Unpack(id, time, party(at), names.containers().get(at.other()), items(at));
      case REMOVE -> new TraceEvent.Remove(id, time, party(at), at.reason(), items(at));
      case OBSERVE -> new TraceEvent.Observe(id, time, party(at), items(at), Map.of());
      case VOIDING -> new TraceEvent.Voiding(id, time, names.events().get(at.other()), at.note());
    };
  }

  private TraceEvent transform(EventReader at, String id, Optional<EventTime> time) {
    String process = names.processes().get(at.other());
    List<TraceItem> items = items(at);
    return new TraceEvent.Transform(
        id,
        time,
        party(at),
        items.subList(0, at.inputs()),
        items.subList(at.inputs(), at.size()),
        process.startsWith(EventReader.NAMED_PROCESS)
            ? Optional.of(process.substring(EventReader.NAMED_PROCESS.length()))
            : Optional.empty());
  }

  private String party(EventReader at) {
    return names.parties().get(at.from());
  }

  private List<TraceItem> items(EventReader at) {
    List<TraceItem> items = new ArrayList<>(at.size());
    for (int i = 0; i < at.size(); i++) {
      items.add(
          at.isContainer(i)
              ? TraceItem.container(names.containers().get(at.item(i)))
              : new TraceItem.OfLot(names.lots().get(at.item(i)), at.quantity(i)));
    }
    return items;
  }

  private Optional<EventTime> time(TimeForm form, Span span, String text) {
    return switch (form) {
      case NONE -> Optional.empty();
      case DAY ->
          Optional.of(EventTime.of(Moment.of(LocalDate.ofEpochDay(axis.day(span.first())))));
      case INSTANT -> Optional.of(EventTime.of(Moment.of(axis.instant(span.first()))));
      case TEXT -> Optional.of(EventTime.parse(text));
    };
  }
}

package io.foodsafety.record.internal;

import io.foodsafety.model.time.EventTime;
import io.foodsafety.model.trace.TraceEvent;
import io.foodsafety.model.trace.TraceItem;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Writes the fields of a trace event; {@link TraceReading} reads them. */
public final class TraceWriting {

  private final Map<String, @Nullable Object> fields = new LinkedHashMap<>();

  private TraceWriting() {}

  /** The fields of a record; what is absent is left out. */
  public static Map<String, @Nullable Object> write(TraceEvent event) {
    TraceWriting out = new TraceWriting();
    out.fields.put("id", event.id());
    out.fields.put("event", TraceWord.of(event).code());
    out.time("at", event.at());
    out.rest(event);
    return out.fields;
  }

  private void rest(TraceEvent event) {
    if (event instanceof TraceEvent.Create create) {
      fields.put("party", create.party());
      items("outputs", create.outputs());
    } else if (event instanceof TraceEvent.Transfer transfer) {
      time("receivedAt", transfer.receivedAt());
      movement(Optional.of(transfer.from()), Optional.of(transfer.to()), transfer.document());
      items("items", transfer.items());
    } else if (event instanceof TraceEvent.Ship ship) {
      movement(Optional.of(ship.from()), ship.to(), ship.document());
      items("items", ship.items());
    } else if (event instanceof TraceEvent.Receive receive) {
      movement(receive.from(), Optional.of(receive.to()), receive.document());
      items("items", receive.items());
    } else if (event instanceof TraceEvent.Transform transform) {
      fields.put("party", transform.party());
      items("inputs", transform.inputs());
      items("outputs", transform.outputs());
      text("process", transform.process());
    } else {
      more(event);
    }
  }

  private void more(TraceEvent event) {
    if (event instanceof TraceEvent.Pack pack) {
      container(pack.party(), pack.container(), pack.items());
    } else if (event instanceof TraceEvent.Unpack unpack) {
      container(unpack.party(), unpack.container(), unpack.items());
    } else if (event instanceof TraceEvent.Remove remove) {
      fields.put("party", remove.party());
      fields.put("reason", remove.reason().code());
      items("items", remove.items());
    } else if (event instanceof TraceEvent.Observe observe) {
      fields.put("party", observe.party());
      items("items", observe.items());
      attributes(observe);
    } else {
      TraceEvent.Voiding voiding = (TraceEvent.Voiding) event;
      fields.put("target", voiding.target());
      fields.put("reason", voiding.reason());
    }
  }

  private void movement(Optional<String> from, Optional<String> to, Optional<String> document) {
    text("from", from);
    text("to", to);
    text("document", document);
  }

  private void container(String party, String container, List<TraceItem> items) {
    fields.put("party", party);
    fields.put("container", container);
    items("items", items);
  }

  private void attributes(TraceEvent.Observe observe) {
    if (!observe.attributes().isEmpty()) {
      Map<String, Object> values = new LinkedHashMap<>();
      observe.attributes().forEach((name, value) -> values.put(name, FieldEncoding.value(value)));
      fields.put("attributes", values);
    }
  }

  private void time(String name, Optional<EventTime> time) {
    time.ifPresent(known -> fields.put(name, known.toString()));
  }

  private void text(String name, Optional<String> text) {
    text.ifPresent(known -> fields.put(name, known));
  }

  private void items(String name, List<TraceItem> items) {
    if (!items.isEmpty()) {
      fields.put(name, items.stream().map(TraceWriting::item).toList());
    }
  }

  private static Map<String, Object> item(TraceItem item) {
    Map<String, Object> fields = new LinkedHashMap<>();
    if (item instanceof TraceItem.OfContainer container) {
      fields.put("container", container.container());
      return fields;
    }
    TraceItem.OfLot lot = (TraceItem.OfLot) item;
    fields.put("lot", lot.lot());
    lot.quantity()
        .ifPresent(
            quantity -> {
              fields.put("quantity", quantity.amount());
              fields.put("unit", quantity.unit().code());
            });
    return fields;
  }
}

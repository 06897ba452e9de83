package io.foodsafety.record.internal;

import io.foodsafety.model.trace.TraceEvent;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The words that say in a record what kind of trace event it is. */
enum TraceWord {
  CREATE(TraceEvent.Create.class),
  TRANSFER(TraceEvent.Transfer.class),
  SHIP(TraceEvent.Ship.class),
  RECEIVE(TraceEvent.Receive.class),
  TRANSFORM(TraceEvent.Transform.class),
  PACK(TraceEvent.Pack.class),
  UNPACK(TraceEvent.Unpack.class),
  REMOVE(TraceEvent.Remove.class),
  OBSERVE(TraceEvent.Observe.class),
  VOID(TraceEvent.Voiding.class);

  private final Class<? extends TraceEvent> type;
  private final String code = name().toLowerCase(Locale.ROOT);

  TraceWord(Class<? extends TraceEvent> type) {
    this.type = type;
  }

  String code() {
    return code;
  }

  static List<String> codes() {
    return Arrays.stream(values()).map(TraceWord::code).toList();
  }

  static Optional<TraceWord> find(String code) {
    return Arrays.stream(values()).filter(each -> each.code.equals(code)).findFirst();
  }

  static TraceWord of(TraceEvent event) {
    return Arrays.stream(values())
        .filter(each -> each.type.isInstance(event))
        .findFirst()
        .orElseThrow();
  }
}

package io.foodsafety.model.trace;

import io.foodsafety.model.internal.Checks;
import io.foodsafety.model.time.EventTime;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Checks that the kinds of event share. */
final class TraceChecks {

  private TraceChecks() {}

  static void event(String id, Optional<EventTime> at) {
    Checks.id("trace event id", id);
    Objects.requireNonNull(at, "at");
  }

  static void party(String party) {
    Checks.id("party", party);
  }

  static void document(Optional<String> document) {
    document.ifPresent(value -> Checks.id("document", value));
  }

  static List<TraceItem> items(List<TraceItem> items) {
    if (items.isEmpty()) {
      throw new IllegalArgumentException("An event must name at least one lot or container.");
    }
    return List.copyOf(items);
  }
}

package io.foodsafety.trace.internal;

import java.util.List;
import java.util.Map;

/** What was in the containers of an event, each of which is opened once. For one thread. */
final class Contents {

  private final EventReader event;
  private Map<Integer, List<LotAmount>> left = Map.of();
  private boolean isRead;

  /** The containers of the event at which a reader stands. */
  Contents(EventReader event) {
    this.event = event;
  }

  /** What was in a container, by its number; nothing if it was opened before. */
  List<LotAmount> of(int container) {
    if (!isRead) {
      left = event.opened();
      isRead = true;
    }
    List<LotAmount> lots = left.remove(container);
    return lots == null ? List.of() : lots;
  }
}

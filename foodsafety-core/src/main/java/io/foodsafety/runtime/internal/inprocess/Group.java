package io.foodsafety.runtime.internal.inprocess;

import io.foodsafety.spi.messaging.Message;
import io.foodsafety.spi.messaging.Topic;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;

/**
 * What a group has still to handle. A lane that was taken is nobody else's until it is given back.
 * Guarded by the lock of the messaging.
 */
final class Group {

  private final Topic topic;
  private final String name;
  private final Map<String, Lane> lanes = new HashMap<>();
  private final PriorityQueue<Lane> free =
      new PriorityQueue<>(
          Comparator.comparingLong((Lane lane) -> lane.due).thenComparingLong(lane -> lane.turn));
  private long turns;
  private int waiting;

  Group(Topic topic, String name) {
    this.topic = topic;
    this.name = name;
  }

  Topic topic() {
    return topic;
  }

  String name() {
    return name;
  }

  int waiting() {
    return waiting;
  }

  void add(Collection<Message> messages) {
    for (Message each : messages) {
      Lane lane = lanes.get(each.key());
      if (lane == null) {
        lane = new Lane(each.key());
        lanes.put(each.key(), lane);
        lane.messages.add(each);
        free(lane, Long.MIN_VALUE);
      } else {
        lane.messages.add(each);
      }
    }
    waiting += messages.size();
  }

  /** Takes the lane whose turn it is; nothing if none is due. */
  Optional<Lane> take(long now) {
    Lane first = free.peek();
    if (first == null || first.due > now) {
      return Optional.empty();
    }
    return Optional.of(free.remove());
  }

  /** When the next lane is due; nothing if no lane is free. */
  Optional<Long> nextDue() {
    return Optional.ofNullable(free.peek()).map(lane -> lane.due);
  }

  /** Gives a lane back whose first message is handled, or is a dead letter. */
  void handled(Lane lane) {
    lane.messages.remove();
    lane.attempts = 0;
    waiting--;
    if (lane.messages.isEmpty()) {
      lanes.remove(lane.key);
    } else {
      free(lane, Long.MIN_VALUE);
    }
  }

  /** Gives a lane back whose first message is to be tried again. */
  void retry(Lane lane, long due) {
    free(lane, due);
  }

  private void free(Lane lane, long due) {
    lane.due = due;
    lane.turn = turns++;
    free.add(lane);
  }
}

package io.foodsafety.runtime.internal.inprocess;

import io.foodsafety.spi.messaging.Message;
import io.foodsafety.spi.messaging.MessagingException;
import io.foodsafety.spi.messaging.Topic;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A topic and its groups. Guarded by the lock of the messaging. */
final class Channel {

  private final Topic topic;
  private final int capacity;
  private final Map<String, Group> groups = new HashMap<>();

  /** Dead letters that no group has seen yet; other messages do not wait for a first group. */
  private final List<Message> unread = new ArrayList<>();

  Channel(Topic topic, int capacity) {
    this.topic = topic;
    this.capacity = capacity;
  }

  Group group(String name) {
    Group group = groups.get(name);
    if (group == null) {
      group = new Group(topic, name);
      groups.put(name, group);
      group.add(unread);
      unread.clear();
    }
    return group;
  }

  /** Adds messages to all groups, or to none if one has no room. */
  void add(Collection<Message> messages) {
    for (Group group : groups.values()) {
      checkRoom(group.waiting() + messages.size(), "group (%s)".formatted(group.name()));
    }
    if (groups.isEmpty() && topic.isDeadLetters()) {
      checkRoom(unread.size() + messages.size(), "its first subscriber");
      unread.addAll(messages);
    }
    groups.values().forEach(group -> group.add(messages));
  }

  private void checkRoom(int wanted, String whose) {
    if (wanted > capacity) {
      throw new MessagingException(
          "In topic (%s), %d messages would wait for %s, and there is room for %d. Maybe its handler is slow, or it has no member?"
              .formatted(topic, wanted, whose, capacity));
    }
  }
}

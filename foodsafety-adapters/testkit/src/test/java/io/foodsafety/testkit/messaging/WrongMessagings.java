package io.foodsafety.testkit.messaging;

import io.foodsafety.spi.messaging.DeadLetter;
import io.foodsafety.spi.messaging.Message;
import io.foodsafety.spi.messaging.MessageHandler;
import io.foodsafety.spi.messaging.Messaging;
import io.foodsafety.spi.messaging.Subscription;
import io.foodsafety.spi.messaging.Topic;
import io.foodsafety.testkit.internal.Tasks;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

/** Messagings that are wrong in one thing each. */
final class WrongMessagings {

  private WrongMessagings() {}

  /** A messaging that does something to what is published. */
  private static Messaging changing(Function<List<Message>, List<Message>> change) {
    return new ReferenceMessaging() {
      @Override
      synchronized void add(Topic topic, List<Message> messages) {
        super.add(topic, change.apply(messages));
      }
    };
  }

  static Messaging losesOne() {
    AtomicInteger count = new AtomicInteger();
    return changing(
        messages ->
            messages.stream().filter(each -> count.incrementAndGet() % 1_000 != 0).toList());
  }

  static Messaging forgetsAttributes() {
    return changing(
        messages ->
            messages.stream()
                .map(
                    each ->
                        Message.builder(
                                each.id(), each.source(), each.type(), each.key(), each.time())
                            .data(each.contentType(), each.data())
                            .build())
                .toList());
  }

  static Messaging cutsData() {
    return changing(
        messages ->
            messages.stream()
                .map(
                    each ->
                        each.toBuilder()
                            .data(
                                each.contentType(),
                                Arrays.copyOf(each.data(), Math.min(each.size(), 1 << 16)))
                            .build())
                .toList());
  }

  static Messaging breaksTheOrder() {
    return changing(
        messages -> {
          List<Message> turned = new ArrayList<>(messages);
          Collections.reverse(turned);
          return turned;
        });
  }

  /** Delivers some messages twice, the second time under another id. */
  static Messaging renamesDuplicates() {
    return changing(
        messages -> {
          List<Message> more = new ArrayList<>(messages);
          Message first = messages.get(0);
          more.add(
              Message.builder(
                      first.id() + "-2", first.source(), first.type(), first.key(), first.time())
                  .data(first.contentType(), first.data())
                  .build());
          return more;
        });
  }

  static Messaging mixesTopics() {
    return new ReferenceMessaging() {
      @Override
      synchronized void add(Topic topic, List<Message> messages) {
        super.add(topic, messages);
        List.copyOf(channels.keySet()).stream()
            .filter(other -> !other.equals(topic))
            .forEach(other -> super.add(other, messages));
      }
    };
  }

  static Messaging swallowsRefusals() {
    return new ReferenceMessaging() {
      @Override
      public void publish(Topic topic, List<Message> messages) {
        super.publish(topic, messages.stream().filter(each -> each.size() < 1_000_000).toList());
      }
    };
  }

  static Messaging swallowsExceptions() {
    return new ReferenceMessaging() {
      @Override
      boolean isOver(Topic topic, String group, Group own, Message message, Exception thrown) {
        return true;
      }
    };
  }

  /** Puts a message whose handler has thrown behind the others. */
  static Messaging retriesLater() {
    return new ReferenceMessaging() {
      @Override
      synchronized boolean isOver(
          Topic topic, String group, Group own, Message message, Exception thrown) {
        own.waiting.add(message);
        return true;
      }
    };
  }

  static Messaging neverGivesUp() {
    return new ReferenceMessaging() {
      @Override
      boolean isOver(Topic topic, String group, Group own, Message message, Exception thrown) {
        return false;
      }
    };
  }

  static Messaging givesNoReason() {
    return new ReferenceMessaging() {
      @Override
      void bury(Topic topic, DeadLetter letter) {
        add(topic, List.of(letter.message()));
      }
    };
  }

  static Messaging dropsUnreadDeadLetters() {
    return new ReferenceMessaging() {
      @Override
      synchronized void add(Topic topic, List<Message> messages) {
        super.add(topic, messages);
        channels.get(topic).unread.clear();
      }
    };
  }

  static Messaging dropsDeadLettersTwice() {
    return new ReferenceMessaging() {
      @Override
      boolean isOver(Topic topic, String group, Group own, Message message, Exception thrown) {
        return topic.isDeadLetters() || super.isOver(topic, group, own, message, thrown);
      }
    };
  }

  /** Loses what is published by two threads at once. */
  static Messaging isNotThreadSafe() {
    return new ReferenceMessaging() {
      private final Map<Topic, List<Message>> buffer = new HashMap<>();

      @Override
      public void publish(Topic topic, List<Message> messages) {
        List<Message> seen = buffer.getOrDefault(topic, List.of());
        List<Message> more = new ArrayList<>(seen);
        more.addAll(messages);
        Tasks.sleep(1);
        if (buffer.getOrDefault(topic, List.of()) == seen) {
          buffer.put(topic, more);
          super.publish(topic, messages);
        }
      }
    };
  }

  /** Hands every message to every member. */
  static Messaging knowsNoGroups() {
    AtomicInteger members = new AtomicInteger();
    return new ReferenceMessaging() {
      @Override
      public synchronized Subscription subscribe(
          Topic topic, String group, MessageHandler handler) {
        return super.subscribe(topic, group + members.incrementAndGet(), handler);
      }
    };
  }

  /** Hands a message to one of the groups only. */
  static Messaging confusesGroups() {
    return new ReferenceMessaging() {
      @Override
      public synchronized Subscription subscribe(
          Topic topic, String group, MessageHandler handler) {
        return super.subscribe(topic, "all", handler);
      }
    };
  }

  static Messaging forgetsWhatWasHandled() {
    return new ReferenceMessaging() {
      @Override
      synchronized void leave(Group group, List<Message> handled) {
        group.waiting.addAll(0, handled);
      }
    };
  }

  static Messaging forgetsAbsentGroups() {
    return new ReferenceMessaging() {
      @Override
      synchronized void leave(Group group, List<Message> handled) {
        channels.values().forEach(channel -> channel.groups.values().remove(group));
      }
    };
  }

  static Messaging doesNotWait() {
    return new ReferenceMessaging() {
      @Override
      boolean waits() {
        return false;
      }
    };
  }

  static Messaging forgetsToClose() {
    return new ReferenceMessaging() {
      @Override
      public void close() {}
    };
  }
}

package io.foodsafety.runtime.internal.inprocess;

import io.foodsafety.spi.messaging.DeadLetter;
import io.foodsafety.spi.messaging.Message;
import io.foodsafety.spi.messaging.MessageHandler;
import io.foodsafety.spi.messaging.MessagesRefusedException;
import io.foodsafety.spi.messaging.Messaging;
import io.foodsafety.spi.messaging.MessagingException;
import io.foodsafety.spi.messaging.Subscription;
import io.foodsafety.spi.messaging.Topic;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Messaging in the heap. */
final class InProcessMessaging implements Messaging {

  private static final long LONGEST_WAIT = TimeUnit.HOURS.toNanos(1);

  private final Limits limits;
  private final long start = System.nanoTime();
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private final Map<Topic, Channel> channels = new HashMap<>();
  private final List<Member> members = new ArrayList<>();
  private boolean closed;

  InProcessMessaging(Limits limits) {
    this.limits = limits;
  }

  @Override
  public void publish(Topic topic, List<Message> messages) {
    Map<Message, String> refused = new LinkedHashMap<>();
    List<Message> accepted = new ArrayList<>(messages.size());
    for (Message each : messages) {
      if (each.size() > limits.maxBytes()) {
        refused.put(
            each,
            "Its %d bytes of data are more than the %d allowed (maxBytes)."
                .formatted(each.size(), limits.maxBytes()));
      } else {
        accepted.add(each);
      }
    }
    locked(
        () -> {
          checkOpen();
          add(topic, accepted);
          return true;
        });
    if (!refused.isEmpty()) {
      throw new MessagesRefusedException(refused);
    }
  }

  private void add(Topic topic, List<Message> messages) {
    channel(topic).add(messages);
    changed.signalAll();
  }

  private Channel channel(Topic topic) {
    return channels.computeIfAbsent(topic, any -> new Channel(topic, limits.capacity()));
  }

  @Override
  public Subscription subscribe(Topic topic, String group, MessageHandler handler) {
    Topic.checkGroup(group);
    return locked(
        () -> {
          checkOpen();
          Member member = new Member(this, channel(topic).group(group), handler);
          members.add(member);
          member.begin();
          return member;
        });
  }

  /** Waits for a message of a member's group; nothing if the member is to leave. */
  Optional<Lane> take(Member member) {
    return locked(
        () -> {
          while (!member.isLeaving()) {
            Optional<Lane> lane = member.group().take(now());
            if (lane.isPresent()) {
              return lane;
            }
            long wait = member.group().nextDue().map(due -> due - now()).orElse(LONGEST_WAIT);
            try {
              long unused = changed.awaitNanos(wait);
            } catch (InterruptedException e) {
              // Only a handler can have interrupted this thread, which goes on until it is closed.
            }
          }
          members.remove(member);
          return Optional.empty();
        });
  }

  private long now() {
    return System.nanoTime() - start;
  }

  /** Takes a lane back whose first message was tried; what the handler threw, or nothing. */
  void tried(Member member, Lane lane, @Nullable Throwable thrown) {
    locked(
        () -> {
          if (thrown == null) {
            member.group().handled(lane);
          } else {
            failed(member, lane, thrown);
          }
          changed.signalAll();
          return true;
        });
  }

  private void failed(Member member, Lane lane, Throwable thrown) {
    Group group = member.group();
    lane.attempts++;
    if (lane.attempts >= limits.attempts() && !group.topic().isDeadLetters()) {
      DeadLetter letter = DeadLetter.of(lane.messages.element(), thrown, lane.attempts);
      try {
        add(group.topic().deadLetters(group.name()), List.of(letter.toMessage()));
        member.report(null);
        group.handled(lane);
        return;
      } catch (MessagingException e) { // no room: it waits until there is
        member.report(e);
      }
    }
    group.retry(lane, now() + limits.retryDelay().toNanos());
  }

  /** Tells a member to leave after the message in hand. */
  void leave(Member member) {
    locked(
        () -> {
          member.setLeaving();
          changed.signalAll();
          return true;
        });
  }

  private void checkOpen() {
    if (closed) {
      throw new IllegalStateException("The messaging is closed.");
    }
  }

  @Override
  public void close() {
    List<Member> open =
        locked(
            () -> {
              closed = true;
              return List.copyOf(members);
            });
    open.forEach(this::leave);
    open.forEach(Member::close);
  }

  private <T> T locked(Supplier<T> work) {
    lock.lock();
    try {
      return work.get();
    } finally {
      lock.unlock();
    }
  }
}

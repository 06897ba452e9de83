package io.foodsafety.testkit.messaging;

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

/**
 * A plain messaging: each group handles one message at a time, in the order of publishing. Made to
 * be wrong in one thing each: what others override.
 */
class ReferenceMessaging implements Messaging {

  private static final int ATTEMPTS = 3;
  private static final int LONGEST = 1 << 20;

  /** What a group has still to handle. */
  static final class Group {
    final List<Message> waiting = new ArrayList<>();
    int attempts;
    boolean busy;
  }

  /** A topic; what is published before there is any group is kept for dead letters only. */
  static final class Channel {
    final List<Message> unread = new ArrayList<>();
    final Map<String, Group> groups = new LinkedHashMap<>();
  }

  final Map<Topic, Channel> channels = new HashMap<>();
  private final List<Member> members = new ArrayList<>();
  private boolean closed;

  @Override
  public void publish(Topic topic, List<Message> messages) {
    Map<Message, String> refused = new LinkedHashMap<>();
    List<Message> accepted = new ArrayList<>();
    for (Message each : messages) {
      if (each.size() > LONGEST) {
        refused.put(each, "longer than %d bytes".formatted(LONGEST));
      } else {
        accepted.add(each);
      }
    }
    add(topic, accepted);
    if (!refused.isEmpty()) {
      throw new MessagesRefusedException(refused);
    }
  }

  synchronized void add(Topic topic, List<Message> messages) {
    checkOpen();
    Channel channel = channels.computeIfAbsent(topic, any -> new Channel());
    channel.groups.values().forEach(group -> group.waiting.addAll(messages));
    if (channel.groups.isEmpty() && topic.isDeadLetters()) {
      channel.unread.addAll(messages);
    }
    notifyAll();
  }

  @Override
  public synchronized Subscription subscribe(Topic topic, String group, MessageHandler handler) {
    Topic.checkGroup(group);
    checkOpen();
    Channel channel = channels.computeIfAbsent(topic, any -> new Channel());
    Group own = channel.groups.computeIfAbsent(group, any -> new Group());
    own.waiting.addAll(channel.unread);
    channel.unread.clear();
    Member member = new Member(topic, group, own, handler);
    members.add(member);
    member.thread.start();
    return member;
  }

  private void checkOpen() {
    if (closed) {
      throw new IllegalStateException("The messaging is closed.");
    }
  }

  @Override
  public void close() {
    List<Member> all;
    synchronized (this) {
      closed = true;
      all = List.copyOf(members);
    }
    all.forEach(Member::close);
  }

  /** Whether a message is handled now that its handler has thrown. */
  boolean isOver(Topic topic, String group, Group own, Message message, Exception thrown) {
    own.attempts++;
    if (own.attempts < ATTEMPTS || topic.isDeadLetters()) {
      return false;
    }
    bury(topic.deadLetters(group), DeadLetter.of(message, thrown, own.attempts));
    return true;
  }

  void bury(Topic topic, DeadLetter letter) {
    add(topic, List.of(letter.toMessage()));
  }

  /** What is left behind when a member goes. */
  synchronized void leave(Group group, List<Message> handled) {}

  /** Whether a member that is closed waits for its handler. */
  boolean waits() {
    return true;
  }

  private final class Member implements Subscription {
    private final Topic topic;
    private final String name;
    private final Group group;
    private final MessageHandler handler;
    private final List<Message> handled = new ArrayList<>();
    private final Thread thread = new Thread(this::run, "reference-messaging");
    private boolean left;

    Member(Topic topic, String name, Group group, MessageHandler handler) {
      this.topic = topic;
      this.name = name;
      this.group = group;
      this.handler = handler;
      thread.setDaemon(true);
    }

    private void run() {
      for (Optional<Message> next = take(); next.isPresent(); next = take()) {
        boolean over = handle(next.get());
        synchronized (ReferenceMessaging.this) {
          group.busy = false;
          if (over) {
            group.attempts = 0;
            handled.add(group.waiting.remove(0));
          }
          ReferenceMessaging.this.notifyAll();
        }
      }
      leave(group, handled);
    }

    private Optional<Message> take() {
      synchronized (ReferenceMessaging.this) {
        while (!left && (group.busy || group.waiting.isEmpty())) {
          try {
            ReferenceMessaging.this.wait();
          } catch (InterruptedException e) {
            throw new MessagingException("interrupted", e);
          }
        }
        if (left) {
          return Optional.empty();
        }
        group.busy = true;
        return Optional.of(group.waiting.get(0));
      }
    }

    private boolean handle(Message message) {
      try {
        handler.handle(message);
        return true;
      } catch (Exception e) {
        return isOver(topic, name, group, message, e);
      }
    }

    @Override
    public Optional<MessagingException> problem() {
      return Optional.empty();
    }

    @Override
    public void close() {
      synchronized (ReferenceMessaging.this) {
        left = true;
        ReferenceMessaging.this.notifyAll();
      }
      if (Thread.currentThread() != thread && waits()) {
        try {
          thread.join();
        } catch (InterruptedException e) {
          Thread.currentThread().interrupt();
        }
      }
    }
  }
}

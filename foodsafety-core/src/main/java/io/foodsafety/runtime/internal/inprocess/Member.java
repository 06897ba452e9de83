package io.foodsafety.runtime.internal.inprocess;

import io.foodsafety.spi.messaging.MessageHandler;
import io.foodsafety.spi.messaging.MessagingException;
import io.foodsafety.spi.messaging.Subscription;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A subscription: one thread that takes messages of its group and calls the handler. */
final class Member implements Subscription {

  private final InProcessMessaging messaging;
  private final Group group;
  private final MessageHandler handler;
  private final Thread thread;
  private volatile boolean leaving;
  private volatile @Nullable MessagingException problem;

  Member(InProcessMessaging messaging, Group group, MessageHandler handler) {
    this.messaging = messaging;
    this.group = group;
    this.handler = handler;
    this.thread = new Thread(this::run, "foodsafety-messages-" + group.name());
    thread.setDaemon(true);
  }

  void begin() {
    thread.start();
  }

  Group group() {
    return group;
  }

  boolean isLeaving() {
    return leaving;
  }

  void setLeaving() {
    leaving = true;
  }

  /** Says what keeps it from going on, or that nothing does. */
  void report(@Nullable MessagingException newProblem) {
    problem = newProblem;
  }

  private void run() {
    Optional<Lane> next = messaging.take(this);
    while (next.isPresent()) {
      Lane lane = next.get();
      messaging.tried(this, lane, call(lane));
      next = messaging.take(this);
    }
  }

  /** What the handler has thrown; whatever it is, the message was not handled. */
  @SuppressWarnings("CatchingUnchecked")
  private @Nullable Throwable call(Lane lane) {
    try {
      handler.handle(lane.messages.element());
      return null;
    } catch (Throwable e) {
      return e;
    }
  }

  @Override
  public Optional<MessagingException> problem() {
    return Optional.ofNullable(problem);
  }

  @Override
  public void close() {
    messaging.leave(this);
    if (Thread.currentThread() == thread) {
      return;
    }
    boolean interrupted = false;
    while (thread.isAlive()) {
      try {
        thread.join();
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}

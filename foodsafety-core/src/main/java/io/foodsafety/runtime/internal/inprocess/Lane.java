package io.foodsafety.runtime.internal.inprocess;

import io.foodsafety.spi.messaging.Message;
import java.util.ArrayDeque;
import java.util.Deque;

/** The waiting messages of one key in one group. Guarded by the lock of the messaging. */
final class Lane {

  final String key;
  final Deque<Message> messages = new ArrayDeque<>();

  /** How often the first message was tried. */
  int attempts;

  /** When the first message may be handled, in nanoseconds of the messaging's clock. */
  long due;

  /** Whose turn it is among those that are due. */
  long turn;

  Lane(String key) {
    this.key = key;
  }
}

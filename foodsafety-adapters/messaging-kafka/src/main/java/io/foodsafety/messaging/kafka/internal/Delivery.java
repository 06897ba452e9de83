package io.foodsafety.messaging.kafka.internal;

import io.foodsafety.spi.messaging.DeadLetter;
import io.foodsafety.spi.messaging.Message;
import io.foodsafety.spi.messaging.MessageHandler;
import io.foodsafety.spi.messaging.MessagesRefusedException;
import io.foodsafety.spi.messaging.MessagingException;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/** Hands one record to the handler, or to the dead letters. */
final class Delivery {

  private final MessageHandler handler;
  private final Burial burial;
  private volatile @Nullable MessagingException problem;

  Delivery(MessageHandler handler, Burial burial) {
    this.handler = handler;
    this.burial = burial;
  }

  /** Why the last dead letter could not be put away. */
  Optional<MessagingException> problem() {
    return Optional.ofNullable(problem);
  }

  /**
   * Tries a record.
   *
   * @param record the record
   * @param failures how often it has failed before
   * @return whether it is done with: handled, or a dead letter
   */
  boolean isDone(ConsumerRecord<byte[], byte[]> record, int failures) {
    Message message;
    try {
      message = Events.read(record);
    } catch (IllegalArgumentException e) {
      String reason = String.valueOf(e.getMessage());
      return burial.isOver(Integer.MAX_VALUE)
          && isBuried(DeadLetter.of(Events.unreadable(record), reason, 1));
    }
    Throwable thrown = call(message);
    return thrown == null
        || (burial.isOver(failures + 1) && isBuried(DeadLetter.of(message, thrown, failures + 1)));
  }

  /** What the handler has thrown; whatever it is, the message was not handled. */
  @SuppressWarnings("CatchingUnchecked")
  private @Nullable Throwable call(Message message) {
    try {
      handler.handle(message);
      return null;
    } catch (Throwable e) {
      return e;
    }
  }

  private boolean isBuried(DeadLetter letter) {
    try {
      burial.bury(letter);
      problem = null;
      return true;
    } catch (MessagingException e) {
      problem = e;
    } catch (MessagesRefusedException e) {
      problem = new MessagingException("A dead letter was refused: " + e.getMessage(), e);
    }
    return false;
  }
}

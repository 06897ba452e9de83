package io.foodsafety.spi.messaging;

/**
 * Handles the messages of a subscription, one at a time. It is handed a message again, with the
 * same source and id, if its end was not known; handling one twice must do no harm.
 */
@FunctionalInterface
public interface MessageHandler {

  /**
   * Handles a message. When it returns, the message is handled and is not delivered to the group
   * again, unless the process ends before that is known.
   *
   * @param message the message
   * @throws Exception if it cannot be handled now: it is then delivered again, and goes to the dead
   *     letters of the group after the attempts that the provider is set to
   */
  void handle(Message message) throws Exception;
}

package io.foodsafety.spi.messaging;

import java.util.List;

/**
 * An open messaging. Safe for use by many threads.
 *
 * <ul>
 *   <li>When {@link #publish} has returned, every group that had a subscription before gets every
 *       message at least once, whether a member of it is there now or later.
 *   <li>Within a group, the first deliveries of the messages of one key come in the order of their
 *       publishing, and a message is not delivered before the one of its key ahead of it is handled
 *       or a dead letter. Messages of different keys have no order.
 *   <li>A message is delivered again with all of its parts unchanged.
 *   <li>A message that a group cannot handle goes to {@link Topic#deadLetters} and holds up nothing
 *       any more. Dead letters wait for their first subscriber.
 * </ul>
 */
public interface Messaging extends AutoCloseable {

  /**
   * Publishes messages. If it fails, publishing all of them again loses nothing and keeps the order
   * of each key: of each key, no message was accepted without those ahead of it.
   *
   * @param topic where
   * @param messages the messages in order; may be empty
   * @throws MessagesRefusedException if some can never be accepted as they are, such as those that
   *     are too long; all others are accepted
   * @throws MessagingException if it is not known whether all were accepted; trying again may help
   */
  void publish(Topic topic, List<Message> messages);

  /**
   * Adds a member to a group. The members of a group share the messages of a topic; a group that
   * had none before begins with the messages published from now on, or earlier ({@link
   * MessagingCapability#REPLAYING}).
   *
   * @param topic of which topic
   * @param group the name of the group, {@code [a-z][a-z0-9-]{0,62}}
   * @param handler is handed the messages, one at a time, in a thread of this messaging; it may
   *     publish
   * @return the subscription, to be closed by the caller or with this messaging
   * @throws IllegalArgumentException if the group is not well-formed
   * @throws MessagingException if the messaging cannot be reached
   */
  Subscription subscribe(Topic topic, String group, MessageHandler handler);

  /**
   * Closes all subscriptions, waiting for running handlers, and frees what is held; later calls
   * throw IllegalStateException. Closing twice is harmless.
   */
  @Override
  void close();
}

package io.foodsafety.message;

import io.foodsafety.spi.messaging.MessageHandler;
import io.foodsafety.spi.messaging.MessagingException;
import io.foodsafety.spi.messaging.Subscription;
import io.foodsafety.spi.messaging.Topic;
import io.foodsafety.spi.storage.StorageException;
import java.util.List;

/** Messages between systems. Safe for use by many threads. */
public interface MessageService {

  /**
   * Adds a member to a group of subscribers; see {@link
   * io.foodsafety.spi.messaging.Messaging#subscribe}. It is closed with the city, or before.
   *
   * @param topic of which topic
   * @param group the name of the group, {@code [a-z][a-z0-9-]{0,62}}
   * @param handler is handed the messages, one at a time; a message may come twice, with the same
   *     source and id
   * @return the subscription
   * @throws IllegalArgumentException if the group is not well-formed
   * @throws MessagingException if the messaging cannot be reached
   */
  Subscription subscribe(Topic topic, String group, MessageHandler handler);

  /**
   * Sends the messages that wait. {@link io.foodsafety.runtime.FoodSafety#advance} does the same;
   * this is for a host that wants them to leave sooner. One process at a time does it.
   *
   * @return what was done
   * @throws StorageException if the storage fails; nothing is lost, and calling again goes on
   */
  RelayReport relay();

  /**
   * What the messaging has refused for good, in the order of publishing.
   *
   * @param limit most messages, at least 1
   * @return the messages and the reasons
   */
  List<UnsentMessage> listUnsent(int limit);

  /**
   * Puts a message that was refused behind those that wait, with the id it had: after the messaging
   * was set to take it.
   *
   * @param id the id of the {@link UnsentMessage}
   * @return whether there was one
   */
  boolean resend(String id);
}

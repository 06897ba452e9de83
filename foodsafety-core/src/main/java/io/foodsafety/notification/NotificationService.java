package io.foodsafety.notification;

import io.foodsafety.fact.RecordingResult;
import io.foodsafety.spi.storage.StorageException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Telling people, and hearing that they have taken note. Nothing leaves before {@link
 * io.foodsafety.runtime.FoodSafety#advance}. Not for implementation by a host. Safe for use by many
 * threads.
 */
public interface NotificationService {

  /**
   * Stores a notification that is owed from now on.
   *
   * @param notification the notification
   * @return recorded; already known if the same notification was sent before; refused if another
   *     one has its id, or if it takes a channel that the city does not have
   * @throws StorageException if the storage fails; sending again does no harm
   */
  RecordingResult send(Notification notification);

  /**
   * Takes note on behalf of the session's actor. Reminders and escalation end; who it was and when
   * is in the ledger. The first acknowledgement counts.
   *
   * @param id the id of the notification
   * @param note what there is to say to it, at most 500 characters; may be empty
   * @return the acknowledgement that counts; nothing if there is no such notification
   * @throws IllegalArgumentException if the note is too long
   */
  Optional<Acknowledgement> acknowledge(String id, String note);

  /**
   * A notification.
   *
   * @param id its id
   * @return how far it has come; nothing if there is no such notification
   */
  Optional<NotificationStatus> find(String id);

  /**
   * The notifications that nobody has acknowledged, by id.
   *
   * @return a stream that reads page by page, to be used by one thread
   */
  Stream<NotificationStatus> listOpen();

  /**
   * What has become of the notices of a notification.
   *
   * @param id the id of the notification
   * @return by stage, occasion, recipient and channel; empty if there is no such notification
   */
  List<Dispatch> dispatches(String id);
}

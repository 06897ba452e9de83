package io.foodsafety.testkit.notification;

import io.foodsafety.spi.notification.Notice;

/**
 * A notice as it has arrived on the other side of a channel. Immutable.
 *
 * @param id the id of the notice
 * @param notification the id of the notification
 * @param recipient the recipient's id
 * @param title the title
 * @param text the text
 */
public record Arrival(String id, String notification, String recipient, String title, String text) {

  /** What must arrive of a notice. */
  static Arrival of(Notice notice) {
    return new Arrival(
        notice.id(), notice.notification(), notice.recipient(), notice.title(), notice.text());
  }
}

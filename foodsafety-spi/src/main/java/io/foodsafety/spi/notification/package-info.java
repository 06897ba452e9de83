/**
 * How a city reaches people: start with {@link
 * io.foodsafety.spi.notification.NotificationChannelProvider} to write a channel, with {@link
 * io.foodsafety.spi.notification.RecipientDirectory} to say who is who.
 *
 * <p>A notification is for an {@link io.foodsafety.spi.notification.Audience}: a role, in a
 * division or at a business. The directory says who that is; a channel carries a {@link
 * io.foodsafety.spi.notification.Notice} to each. The library keeps what is owed, tries again,
 * reminds and escalates, so that a channel only hands over. The whole contract is {@link
 * io.foodsafety.spi.notification.NotificationChannel}; the rules that a channel is tested against
 * are numbered in {@code docs/spi-rules.md}. Values are immutable; the interfaces are safe for use
 * by many threads.
 *
 * <pre>{@code
 * public void deliver(Notice notice) {
 *   String number = notice.address()
 *       .orElseThrow(() -> new NoticeRefusedException("The recipient has no telephone number."));
 *   gateway.send(notice.id(), number, notice.title() + "\n" + notice.text());
 * }
 * }</pre>
 */
@NullMarked
package io.foodsafety.spi.notification;

import org.jspecify.annotations.NullMarked;

/**
 * Telling people, with receipt, reminder and escalation: start with {@link
 * io.foodsafety.notification.NotificationService}.
 *
 * <p>A {@link io.foodsafety.notification.Notification} is owed from the transaction that stores it.
 * {@link io.foodsafety.runtime.FoodSafety#advance} asks the city's directory who holds the role,
 * hands a notice to each channel for each person, tries again what failed, reminds, and goes on to
 * the next stage, until somebody acknowledges. A notice that comes twice has the same id. Services
 * are safe for use by many threads; all values are immutable.
 *
 * <pre>{@code
 * FoodSafety city = FoodSafety.builder()
 *     .channel("webhook", Map.of("url", "https://gateway.example/notices", "secret", secret))
 *     .recipients(RecipientList.read(Path.of("people.json")))
 *     .build();
 * city.as(duty).notifications().send(
 *     Notification.of("alert-17",
 *         new LocalText("抽检不合格", "A sample failed"),
 *         new LocalText("请于两日内核查。", "Please look into it within two days."),
 *         List.of(
 *             ContactStage.of(Audience.of("inspector", division))
 *                 .remindAfter(Duration.ofHours(4))
 *                 .escalateAfter(Duration.ofHours(24)),
 *             ContactStage.of(Audience.of("head-of-office", division)))));
 * }</pre>
 */
@NullMarked
package io.foodsafety.notification;

import org.jspecify.annotations.NullMarked;

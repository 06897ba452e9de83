/**
 * How a city tells other systems what happened, and hears from them: start with {@link
 * io.foodsafety.spi.messaging.MessagingProvider}.
 *
 * <p>A {@link io.foodsafety.spi.messaging.Message} is published to a {@link
 * io.foodsafety.spi.messaging.Topic} and handled by each group of subscribers at least once.
 * Messages of one key keep their order. A message that a group cannot handle goes to the dead
 * letters of that group, with the reason. The whole contract is {@link
 * io.foodsafety.spi.messaging.Messaging}; the rules that an adapter is tested against are numbered
 * in {@code docs/spi-rules.md}.
 *
 * <p>The parts of a message are those of CloudEvents 1.0, so that an adapter can write it as one;
 * nothing here depends on that format.
 *
 * <pre>{@code
 * Topic topic = Topic.of("city-events");
 * messaging.subscribe(topic, "canteen-app", message -> show(message.type(), message.data()));
 * messaging.publish(topic, List.of(
 *     Message.builder("facts/F1@1", "/cities/example", "fact-recorded", "business:S1", now)
 *         .data("application/json", json)
 *         .build()));
 * }</pre>
 */
@NullMarked
package io.foodsafety.spi.messaging;

import org.jspecify.annotations.NullMarked;

/**
 * What a city tells other systems, and how the host hears messages: start with {@link
 * io.foodsafety.message.MessageService}.
 *
 * <p>A city publishes nothing until it is told to. What it then publishes is written in the
 * transaction of its cause and sent later, at least once and in order per key, by {@link
 * io.foodsafety.runtime.FoodSafety#advance} or {@link io.foodsafety.message.MessageService#relay}.
 * Services are safe for use by many threads; all values are immutable.
 *
 * <pre>{@code
 * FoodSafety city = FoodSafety.builder()
 *     .messaging("kafka", Map.of("servers", "broker.example:9092"))
 *     .publishing(Topic.of("city-events"), EventType.FACT_RECORDED, EventType.FACT_WITHDRAWN)
 *     .build();
 * city.messages().subscribe(Topic.of("city-events"), "canteen-app", message -> show(message));
 * }</pre>
 */
@NullMarked
package io.foodsafety.message;

import org.jspecify.annotations.NullMarked;

/**
 * Messages between systems on Kafka. Chosen by the name {@code kafka}.
 *
 * <pre>{@code
 * FoodSafety.builder().messaging("kafka", Map.of("servers", "broker.example:9092"));
 * }</pre>
 *
 * <p>A message is a CloudEvent 1.0 in the binary mode of its Kafka binding: the parts are headers,
 * the data are the value. The key of the message is the {@code subject}, the {@code partitionkey}
 * and the key of the record, so that Kafka keeps the order of its messages. The consumer group of a
 * group is named {@code <topic>.<group>}. Dead letters are in the topic {@code
 * <topic>.<group>.dead}, with the headers {@code ce_deadletterreason} and {@code
 * ce_deadletterattempts}.
 *
 * <p>The one exported type, {@link io.foodsafety.messaging.kafka.KafkaMessagingPlugin}, is
 * stateless and safe for use by many threads; so is an open messaging.
 */
@NullMarked
package io.foodsafety.messaging.kafka;

import org.jspecify.annotations.NullMarked;

/**
 * The messaging on Kafka: start with {@link io.foodsafety.messaging.kafka.internal.KafkaMessaging}.
 */
@NullMarked
package io.foodsafety.messaging.kafka.internal;

import org.jspecify.annotations.NullMarked;

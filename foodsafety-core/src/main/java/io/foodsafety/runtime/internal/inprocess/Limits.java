package io.foodsafety.runtime.internal.inprocess;

import java.time.Duration;

/**
 * What a user sets.
 *
 * @param attempts how often a handler is handed a message
 * @param retryDelay how long a message waits for its next attempt
 * @param capacity how many messages may wait in a group
 * @param maxBytes the most bytes of data of a message
 */
record Limits(int attempts, Duration retryDelay, int capacity, int maxBytes) {}

package io.foodsafety.runtime.internal;

import io.foodsafety.spi.notification.Notice.Occasion;

/**
 * Something that a notification has to do next.
 *
 * @param stage the number of the stage whose audience is told, from 1
 * @param occasion why
 */
record NotificationStep(int stage, Occasion occasion) {}

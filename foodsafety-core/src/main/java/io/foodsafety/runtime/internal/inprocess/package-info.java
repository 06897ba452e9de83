/**
 * Messaging within this process: start with {@link
 * io.foodsafety.runtime.internal.inprocess.InProcessProvider}.
 *
 * <p>Each group has a lane for each key with waiting messages; its members take the lane that is
 * due next, handle one message of it, and put it back. So messages of one key wait for each other,
 * and a message that is tried again holds up its own key only. All state is under one lock;
 * handlers run outside of it, in a thread for each subscription.
 */
@NullMarked
package io.foodsafety.runtime.internal.inprocess;

import org.jspecify.annotations.NullMarked;

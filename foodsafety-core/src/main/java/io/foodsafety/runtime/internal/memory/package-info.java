/**
 * Storage in the heap: start with {@link
 * io.foodsafety.runtime.internal.memory.MemoryStorageProvider}.
 *
 * <p>Many readers or one writer at a time, under one fair lock. A transaction changes the
 * collections in place and keeps what it replaced, so that it can be undone; nothing is copied.
 */
@NullMarked
package io.foodsafety.runtime.internal.memory;

import org.jspecify.annotations.NullMarked;

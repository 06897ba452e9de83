package io.foodsafety.access.internal;

import io.foodsafety.spi.crypto.KeyRing.State;
import java.util.Optional;

/**
 * A key of a file.
 *
 * @param id its id
 * @param state what it can do
 * @param key its bytes, unless it is destroyed
 */
record KeyEntry(String id, State state, Optional<byte[]> key) {

  KeyEntry {
    if (key.isPresent() == (state == State.DESTROYED)) {
      throw new IllegalArgumentException("A key has bytes exactly if it is not destroyed.");
    }
  }

  KeyEntry retired() {
    return state == State.CURRENT ? new KeyEntry(id, State.RETIRED, key) : this;
  }

  KeyEntry destroyed() {
    return new KeyEntry(id, State.DESTROYED, Optional.empty());
  }

  /** {@return id and state; never the key} */
  @Override
  public String toString() {
    return id + " " + state;
  }
}

package io.foodsafety.access;

import io.foodsafety.model.fact.AttributeValue;
import java.util.Objects;
import java.util.Optional;

/**
 * What a look at a sealed attribute shows. Immutable.
 *
 * @param state whether there is a value, and why not
 * @param value the value, if it is shown
 */
public record SealedValue(State state, Optional<AttributeValue> value) {

  /** Whether there is a value to see. */
  public enum State {
    /** The value is shown. */
    SHOWN,
    /** The actor may not see it. */
    REFUSED,
    /** The key is destroyed: nobody will ever see it. */
    KEY_DESTROYED
  }

  /** Checks that there is a value exactly if it is shown. */
  public SealedValue {
    Objects.requireNonNull(state, "state");
    if (value.isPresent() != (state == State.SHOWN)) {
      throw new IllegalArgumentException("There is a value exactly if it is shown.");
    }
  }

  /**
   * A value that is shown.
   *
   * @param value the value
   * @return what the look shows
   */
  public static SealedValue shown(AttributeValue value) {
    return new SealedValue(State.SHOWN, Optional.of(value));
  }

  /** {@return what a look shows that is not allowed} */
  public static SealedValue refused() {
    return new SealedValue(State.REFUSED, Optional.empty());
  }

  /** {@return what a look shows after the key was destroyed} */
  public static SealedValue keyDestroyed() {
    return new SealedValue(State.KEY_DESTROYED, Optional.empty());
  }

  /** {@return the state; never the value} */
  @Override
  public String toString() {
    return state.toString();
  }
}

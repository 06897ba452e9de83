package io.foodsafety.testkit.notification;

import java.util.List;

/**
 * The other side of a channel, such as a gateway that a test runs on loopback: what arrives there,
 * and how it behaves. Safe for use by many threads.
 */
public interface Outside {

  /** How the other side behaves. */
  enum Behaviour {
    /** It accepts every notice. */
    ACCEPTING,
    /** It says that this notice can never be accepted. */
    REFUSING,
    /** It is out of order. */
    FAILING,
    /** It takes a notice and never answers. */
    HANGING
  }

  /** {@return every notice that it has accepted, in order, repetitions included} */
  List<Arrival> arrivals();

  /**
   * Whether it can be made to behave otherwise than accepting. Without this it can. A channel that
   * ends in this process, such as a log, has no other side that could fail.
   *
   * @return whether {@link #behave} has an effect
   */
  default boolean canFail() {
    return true;
  }

  /**
   * Behaves like this from now on.
   *
   * @param behaviour how
   */
  void behave(Behaviour behaviour);
}

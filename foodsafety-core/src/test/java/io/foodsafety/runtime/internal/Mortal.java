package io.foodsafety.runtime.internal;

/** A process that dies at one of its steps, and does nothing afterwards. */
final class Mortal {

  /** A process died. */
  static final class Killed extends Error {
    private static final long serialVersionUID = 1L;
  }

  private int stepsLeft;

  Mortal(int stepsLeft) {
    this.stepsLeft = stepsLeft;
  }

  void step() {
    if (stepsLeft-- <= 0) {
      throw new Killed();
    }
  }

  boolean isDead() {
    return stepsLeft < 0;
  }
}

package io.foodsafety.examples.cli;

/** How a run ended. */
final class ExitCode {

  /** Done, also with findings. */
  static final int DONE = 0;

  /** Some records were rejected, or a check found a fault. */
  static final int REJECTED = 1;

  /** Wrong usage, or a policy or file that cannot be read. */
  static final int USAGE = 2;

  /** A fault of the program or of what it depends on. */
  static final int INTERNAL = 3;

  private ExitCode() {}
}

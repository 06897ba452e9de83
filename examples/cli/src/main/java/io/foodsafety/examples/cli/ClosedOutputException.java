package io.foodsafety.examples.cli;

/** Nobody reads the result any more, as after {@code | head}: the run ends quietly. */
final class ClosedOutputException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  ClosedOutputException(Throwable cause) {
    super(cause);
  }
}

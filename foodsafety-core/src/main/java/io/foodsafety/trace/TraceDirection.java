package io.foodsafety.trace;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Which way a trace goes. */
public enum TraceDirection {
  /** 溯源: to where it came from. */
  BACKWARD,
  /** 追踪: to where it went. */
  FORWARD,
  /** Both ways from the start; not back again from what was reached. */
  BOTH;

  private final String code = name().toLowerCase(Locale.ROOT);

  /** {@return the code on the command line and in JSON} */
  public String code() {
    return code;
  }

  /**
   * The direction with a code.
   *
   * @param code the code
   * @return the direction, or nothing
   */
  public static Optional<TraceDirection> find(String code) {
    return Arrays.stream(values()).filter(each -> each.code.equals(code)).findFirst();
  }

  /**
   * Whether a trace in this direction goes that way.
   *
   * @param way backward or forward
   * @return true if it does
   */
  public boolean includes(TraceDirection way) {
    return this == BOTH || this == way;
  }
}

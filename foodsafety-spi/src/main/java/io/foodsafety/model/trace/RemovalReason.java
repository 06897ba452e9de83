package io.foodsafety.model.trace;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Why goods left the chain. */
public enum RemovalReason {
  /** 售出: to a consumer. */
  SOLD,
  /** 销毁. */
  DESTROYED,
  /** 抽样: taken as a sample, which consumes it. */
  SAMPLED,
  /** 丢失: stolen, spilt, gone. */
  LOST;

  private final String code = name().toLowerCase(Locale.ROOT);

  /** {@return the code in files, such as {@code sold}} */
  public String code() {
    return code;
  }

  /**
   * The reason with a code.
   *
   * @param code the code in files
   * @return the reason, or nothing
   */
  public static Optional<RemovalReason> find(String code) {
    return Arrays.stream(values()).filter(each -> each.code.equals(code)).findFirst();
  }
}

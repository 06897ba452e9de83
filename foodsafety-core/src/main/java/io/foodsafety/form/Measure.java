package io.foodsafety.form;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What an inspection may order, from the lightest to the heaviest (order 49 arts. 31 to 33). */
public enum Measure {
  /** 当场改正: corrected before the inspectors leave. */
  ON_SPOT,
  /** 限期改正: to be corrected by a day, in writing, and followed up. */
  DEADLINE,
  /** 调查处理: a case is opened. */
  INVESTIGATE,
  /** 责令停止生产经营: the business stops at once. */
  STOP;

  private final String code = name().toLowerCase(Locale.ROOT).replace('_', '-');

  /** {@return the name in files, such as {@code on-spot}} */
  public String code() {
    return code;
  }

  /**
   * The measure of a name in files.
   *
   * @param code such as {@code on-spot}
   * @return the measure, or nothing
   */
  public static Optional<Measure> find(String code) {
    return Arrays.stream(values()).filter(each -> each.code.equals(code)).findFirst();
  }

  /** {@return all names in files} */
  public static List<String> codes() {
    return Arrays.stream(values()).map(Measure::code).toList();
  }
}

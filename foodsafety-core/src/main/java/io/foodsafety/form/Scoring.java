package io.foodsafety.form;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * How the answers become a score. Items that do not apply count neither way (合理缺项).
 *
 * @param method how points become one number
 * @param of the score of a form without a fault, of {@link Method#SHARE}
 * @param scale digits after the point, rounded half up
 */
public record Scoring(Method method, Optional<BigDecimal> of, int scale) {

  /** How points become one number. */
  public enum Method {
    /** The points earned. */
    SUM,
    /** The points earned, as a share of what could be earned. */
    SHARE,
    /** The points earned, divided by the number of items. */
    AVERAGE;

    private final String code = name().toLowerCase(Locale.ROOT);

    /** {@return the name in files, such as {@code share}} */
    public String code() {
      return code;
    }

    /**
     * The method of a name in files.
     *
     * @param code such as {@code share}
     * @return the method, or nothing
     */
    public static Optional<Method> find(String code) {
      return Arrays.stream(values()).filter(method -> method.code.equals(code)).findFirst();
    }

    /** {@return all names in files} */
    public static List<String> codes() {
      return Arrays.stream(values()).map(Method::code).toList();
    }
  }
}

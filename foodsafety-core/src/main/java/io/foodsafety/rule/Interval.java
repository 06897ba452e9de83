package io.foodsafety.rule;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A range of numbers, each bound of which says whether it belongs to it.
 *
 * @param lower the lower bound; nothing if there is none
 * @param lowerIncluded whether the lower bound belongs to the range
 * @param upper the upper bound; nothing if there is none
 * @param upperIncluded whether the upper bound belongs to the range
 */
public record Interval(
    Optional<BigDecimal> lower,
    boolean lowerIncluded,
    Optional<BigDecimal> upper,
    boolean upperIncluded) {

  /** Checks that the range holds at least one number. */
  public Interval {
    if (lower.isPresent() && upper.isPresent()) {
      int order = lower.get().compareTo(upper.get());
      if (order > 0 || (order == 0 && !(lowerIncluded && upperIncluded))) {
        throw new IllegalArgumentException(
            "The range from %s to %s holds no number."
                .formatted(lower.get().toPlainString(), upper.get().toPlainString()));
      }
    }
  }

  /**
   * Whether a number lies in the range.
   *
   * @param value the number
   * @return true if it does
   */
  public boolean contains(BigDecimal value) {
    return lower.map(bound -> above(value, bound, lowerIncluded)).orElse(true)
        && upper.map(bound -> above(bound, value, upperIncluded)).orElse(true);
  }

  private static boolean above(BigDecimal value, BigDecimal bound, boolean included) {
    int order = value.compareTo(bound);
    return order > 0 || (order == 0 && included);
  }

  /**
   * The range in words.
   *
   * @param locale Chinese for any {@code zh}, else English
   * @return such as {@code above 30 to 45}
   */
  public String text(Locale locale) {
    boolean isChinese = locale.getLanguage().equals("zh");
    List<String> ends = new ArrayList<>();
    lower
        .map(BigDecimal::toPlainString)
        .map(
            bound ->
                isChinese
                    ? (lowerIncluded ? "≥" : ">") + bound
                    : (lowerIncluded ? "from " : "above ") + bound)
        .ifPresent(ends::add);
    upper
        .map(BigDecimal::toPlainString)
        .map(
            bound ->
                isChinese
                    ? (upperIncluded ? "≤" : "<") + bound
                    : (lower.isPresent() ? "to " : upperIncluded ? "up to " : "")
                        + (upperIncluded ? "" : "below ")
                        + bound)
        .ifPresent(ends::add);
    return ends.isEmpty() ? isChinese ? "任意" : "any" : String.join(isChinese ? " 且 " : " ", ends);
  }

  /** {@return such as {@code (30, 45]}} */
  @Override
  public String toString() {
    return (lowerIncluded && lower.isPresent() ? "[" : "(")
        + lower.map(BigDecimal::toPlainString).orElse("-∞")
        + ", "
        + upper.map(BigDecimal::toPlainString).orElse("∞")
        + (upperIncluded && upper.isPresent() ? "]" : ")");
  }
}

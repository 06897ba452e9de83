package io.foodsafety.model.measure;

import io.foodsafety.model.internal.Checks;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A unit of measure by its UN/CEFACT Recommendation 20 common code, such as {@code KGM}. Every
 * well-formed code is accepted; the ones in common use in food trade are known with their dimension
 * and can be converted. Immutable.
 */
public final class Unit {

  /** What a unit measures. */
  public enum Dimension {
    /** 质量; base unit kilogram. */
    MASS,
    /** 体积; base unit litre. */
    VOLUME,
    /** 面积; base unit square metre. */
    AREA,
    /** 长度; base unit metre. */
    LENGTH,
    /** 数量; base unit one. */
    COUNT,
    /** 时间; base unit second. */
    TIME,
    /** 温度; degree Celsius only, never converted. */
    TEMPERATURE,
    /** 比例; base unit one part of one. */
    RATIO
  }

  private static final Pattern CODE = Pattern.compile("[A-Z0-9]{1,3}");
  private static final Map<String, Unit> KNOWN = new LinkedHashMap<>();

  /** Kilogram, {@code KGM}. */
  public static final Unit KILOGRAM = known("KGM", Dimension.MASS, "1", "kilogram", "千克");

  /** Litre, {@code LTR}. */
  public static final Unit LITRE = known("LTR", Dimension.VOLUME, "1", "litre", "升");

  /** Square metre, {@code MTK}. */
  public static final Unit SQUARE_METRE = known("MTK", Dimension.AREA, "1", "square metre", "平方米");

  /** One, {@code C62}: a count without further unit. */
  public static final Unit ONE = known("C62", Dimension.COUNT, "1", "one", "个");

  static {
    known("TNE", Dimension.MASS, "1000", "tonne", "吨");
    known("GRM", Dimension.MASS, "0.001", "gram", "克");
    known("MGM", Dimension.MASS, "0.000001", "milligram", "毫克");
    known("MC", Dimension.MASS, "0.000000001", "microgram", "微克");
    known("MLT", Dimension.VOLUME, "0.001", "millilitre", "毫升");
    known("HLT", Dimension.VOLUME, "100", "hectolitre", "百升");
    known("MTQ", Dimension.VOLUME, "1000", "cubic metre", "立方米");
    known("CMQ", Dimension.VOLUME, "0.001", "cubic centimetre", "立方厘米");
    known("HAR", Dimension.AREA, "10000", "hectare", "公顷");
    known("MTR", Dimension.LENGTH, "1", "metre", "米");
    known("KMT", Dimension.LENGTH, "1000", "kilometre", "千米");
    known("CMT", Dimension.LENGTH, "0.01", "centimetre", "厘米");
    known("MMT", Dimension.LENGTH, "0.001", "millimetre", "毫米");
    known("H87", Dimension.COUNT, "1", "piece", "件");
    known("EA", Dimension.COUNT, "1", "each", "只");
    known("DZN", Dimension.COUNT, "12", "dozen", "打");
    known("SEC", Dimension.TIME, "1", "second", "秒");
    known("MIN", Dimension.TIME, "60", "minute", "分钟");
    known("HUR", Dimension.TIME, "3600", "hour", "小时");
    known("DAY", Dimension.TIME, "86400", "day", "日");
    known("CEL", Dimension.TEMPERATURE, "1", "degree Celsius", "摄氏度");
    known("P1", Dimension.RATIO, "0.01", "percent", "百分之一");
  }

  private final String code;
  private final @Nullable Dimension dimension;
  private final BigDecimal factor;
  private final String english;
  private final String chinese;

  private Unit(
      String code,
      @Nullable Dimension dimension,
      BigDecimal factor,
      String english,
      String chinese) {
    this.code = code;
    this.dimension = dimension;
    this.factor = factor;
    this.english = english;
    this.chinese = chinese;
  }

  private static Unit known(
      String code, Dimension dimension, String factor, String english, String chinese) {
    Unit unit = new Unit(code, dimension, new BigDecimal(factor), english, chinese);
    KNOWN.put(code, unit);
    return unit;
  }

  /**
   * The unit of a code.
   *
   * @param code one to three capital letters or digits
   * @return the unit; without a dimension if the code is not one of those known here
   * @throws IllegalArgumentException if the code is not well-formed
   */
  public static Unit of(String code) {
    Unit unit = KNOWN.get(code);
    if (unit != null) {
      return unit;
    }
    if (!CODE.matcher(code).matches()) {
      throw new IllegalArgumentException(
          "The unit (%s) must be a UN/CEFACT Recommendation 20 code such as KGM."
              .formatted(Checks.abbreviate(code)));
    }
    return new Unit(code, null, BigDecimal.ONE, code, code);
  }

  /** {@return the Recommendation 20 code} */
  public String code() {
    return code;
  }

  /** {@return what it measures, if the code is known here} */
  public Optional<Dimension> dimension() {
    return Optional.ofNullable(dimension);
  }

  /**
   * The unit's name.
   *
   * @param locale Chinese for any {@code zh}, English for every other language
   * @return the name, or the code if it is not known here
   */
  public String name(Locale locale) {
    return locale.getLanguage().equals("zh") ? chinese : english;
  }

  /** How many base units of the dimension make one of this unit. */
  BigDecimal factor() {
    return factor;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Unit that && code.equals(that.code);
  }

  @Override
  public int hashCode() {
    return code.hashCode();
  }

  /** {@return the code} */
  @Override
  public String toString() {
    return code;
  }
}

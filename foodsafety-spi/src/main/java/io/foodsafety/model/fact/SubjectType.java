package io.foodsafety.model.fact;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What a fact can be about. */
public enum SubjectType {
  /** A regulated business (食品生产经营者); the default. */
  BUSINESS,
  /** An administrative division (行政区划). */
  DIVISION,
  /** A person, such as an inspector or a food-safety officer. */
  PERSON,
  /** A laboratory (检验机构). */
  LABORATORY,
  /** A device, such as a camera or a temperature sensor. */
  DEVICE,
  /** A lot (追溯单元). */
  LOT,
  /** A product. */
  PRODUCT;

  private final String code = name().toLowerCase(Locale.ROOT);

  /** {@return the name in files, such as {@code business}} */
  public String code() {
    return code;
  }

  /**
   * The type of a name in files.
   *
   * @param code such as {@code business}
   * @return the type, or nothing
   */
  public static Optional<SubjectType> find(String code) {
    return Arrays.stream(values()).filter(type -> type.code.equals(code)).findFirst();
  }

  /** {@return all names in files} */
  public static List<String> codes() {
    return Arrays.stream(values()).map(SubjectType::code).toList();
  }
}

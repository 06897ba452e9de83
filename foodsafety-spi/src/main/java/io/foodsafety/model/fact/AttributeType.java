package io.foodsafety.model.fact;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The type of an attribute of a fact or a subject. */
public enum AttributeType {
  /** Free text. */
  STRING,
  /** An exact decimal number. */
  DECIMAL,
  /** True or false. */
  BOOLEAN,
  /** A calendar date. */
  DATE,
  /** A word of a vocabulary, compared character by character. */
  CODE,
  /** A list of words of a vocabulary. */
  CODES;

  private final String code = name().toLowerCase(Locale.ROOT);

  /** {@return the name in files, such as {@code decimal}} */
  public String code() {
    return code;
  }

  /**
   * The type of a name in files.
   *
   * @param code such as {@code decimal}
   * @return the type, or nothing
   */
  public static Optional<AttributeType> find(String code) {
    return Arrays.stream(values()).filter(type -> type.code.equals(code)).findFirst();
  }

  /** {@return all names in files} */
  public static List<String> codes() {
    return Arrays.stream(values()).map(AttributeType::code).toList();
  }
}

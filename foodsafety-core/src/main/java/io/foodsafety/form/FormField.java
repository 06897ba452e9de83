package io.foodsafety.form;

import io.foodsafety.model.fact.AttributeType;
import io.foodsafety.rule.Expr;
import io.foodsafety.text.LocalText;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A value to be filled in, such as the date of a banquet.
 *
 * @param name its name, unique in the form
 * @param text what people see
 * @param type what may be filled in
 * @param choices the words to choose from, of a choice
 * @param required whether it must be filled in
 * @param appliesWhen the condition under which it applies; always if there is none
 */
public record FormField(
    String name,
    LocalText text,
    Type type,
    Map<String, LocalText> choices,
    boolean required,
    Optional<Expr> appliesWhen) {

  /** What may be filled in. */
  public enum Type {
    /** Free text. */
    TEXT(AttributeType.STRING),
    /** An exact number. */
    NUMBER(AttributeType.DECIMAL),
    /** A date. */
    DATE(AttributeType.DATE),
    /** Yes or no. */
    BOOLEAN(AttributeType.BOOLEAN),
    /** One word of several. */
    CHOICE(AttributeType.CODE),
    /** Any number of words of several. */
    CHOICES(AttributeType.CODES);

    private final String code = name().toLowerCase(Locale.ROOT);
    private final AttributeType attributeType;

    Type(AttributeType attributeType) {
      this.attributeType = attributeType;
    }

    /** {@return the name in files, such as {@code choice}} */
    public String code() {
      return code;
    }

    /** {@return the type of its values} */
    public AttributeType attributeType() {
      return attributeType;
    }

    /** {@return whether its values are words to choose from} */
    public boolean isChosen() {
      return this == CHOICE || this == CHOICES;
    }

    /**
     * The type of a name in files.
     *
     * @param code such as {@code choice}
     * @return the type, or nothing
     */
    public static Optional<Type> find(String code) {
      return Arrays.stream(values()).filter(type -> type.code.equals(code)).findFirst();
    }

    /** {@return all names in files} */
    public static List<String> codes() {
      return Arrays.stream(values()).map(Type::code).toList();
    }
  }

  /** Copies the choices, in their order. */
  public FormField {
    choices = Collections.unmodifiableMap(new LinkedHashMap<>(choices));
  }
}

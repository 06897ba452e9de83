package io.foodsafety.model.fact;

import io.foodsafety.model.internal.Checks;
import io.foodsafety.model.measure.Unit;
import java.util.Objects;
import java.util.Optional;

/**
 * An attribute that facts of a kind, or subjects, may have.
 *
 * @param name its name
 * @param type its type
 * @param unit the unit of a decimal, if it has one
 * @param required whether every fact of the kind must have it
 * @param sealed whether its values are stored encrypted: nothing searches for them or decides by
 *     them
 */
public record AttributeDeclaration(
    String name, AttributeType type, Optional<Unit> unit, boolean required, boolean sealed) {

  /**
   * An attribute that is not sealed.
   *
   * @param name its name
   * @param type its type
   * @param unit the unit of a decimal, if it has one
   * @param required whether every fact of the kind must have it
   */
  public AttributeDeclaration(
      String name, AttributeType type, Optional<Unit> unit, boolean required) {
    this(name, type, unit, required, false);
  }

  /** Checks the name, and that only decimals have a unit. */
  public AttributeDeclaration {
    Checks.name("attribute", name);
    Objects.requireNonNull(type, "type");
    if (unit.isPresent() && type != AttributeType.DECIMAL) {
      throw new IllegalArgumentException(
          "The attribute (%s) is a %s and cannot have a unit.".formatted(name, type.code()));
    }
  }

  /**
   * An attribute that may be absent.
   *
   * @param name its name
   * @param type its type
   * @return the declaration
   * @throws IllegalArgumentException if the name is not well-formed
   */
  public static AttributeDeclaration optional(String name, AttributeType type) {
    return new AttributeDeclaration(name, type, Optional.empty(), false);
  }

  /**
   * An attribute that must be present.
   *
   * @param name its name
   * @param type its type
   * @return the declaration
   * @throws IllegalArgumentException if the name is not well-formed
   */
  public static AttributeDeclaration required(String name, AttributeType type) {
    return new AttributeDeclaration(name, type, Optional.empty(), true);
  }

  /**
   * The same attribute with a unit.
   *
   * @param newUnit the unit of its values
   * @return the declaration
   * @throws IllegalArgumentException if the attribute is not a decimal
   */
  public AttributeDeclaration withUnit(Unit newUnit) {
    return new AttributeDeclaration(name, type, Optional.of(newUnit), required, sealed);
  }

  /** {@return the same attribute, stored encrypted} */
  public AttributeDeclaration asSealed() {
    return new AttributeDeclaration(name, type, unit, required, true);
  }
}

package io.foodsafety.model.fact;

import io.foodsafety.model.internal.Checks;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A declared kind of fact with its attributes. Immutable. */
public final class FactKind {

  private final String name;
  private final Map<String, AttributeDeclaration> attributes;

  private FactKind(String name, Collection<AttributeDeclaration> attributes) {
    this.name = Checks.name("fact kind", name);
    Map<String, AttributeDeclaration> byName = new LinkedHashMap<>();
    for (AttributeDeclaration attribute : attributes) {
      if (byName.put(attribute.name(), attribute) != null) {
        throw new IllegalArgumentException(
            "The fact kind (%s) declares the attribute (%s) twice."
                .formatted(name, attribute.name()));
      }
    }
    this.attributes = byName;
  }

  /**
   * A kind.
   *
   * @param name its name, such as {@code inspection}
   * @param attributes its attributes, names distinct
   * @return the kind
   * @throws IllegalArgumentException if a name is not well-formed or not distinct
   */
  public static FactKind of(String name, Collection<AttributeDeclaration> attributes) {
    return new FactKind(name, attributes);
  }

  /** {@return the name} */
  public String name() {
    return name;
  }

  /** {@return the attributes in the order of declaration} */
  public List<AttributeDeclaration> attributes() {
    return List.copyOf(attributes.values());
  }

  /**
   * The declaration of an attribute.
   *
   * @param attribute its name
   * @return the declaration, or nothing
   */
  public Optional<AttributeDeclaration> findAttribute(String attribute) {
    return Optional.ofNullable(attributes.get(attribute));
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof FactKind that
        && name.equals(that.name)
        && attributes.equals(that.attributes);
  }

  @Override
  public int hashCode() {
    return name.hashCode();
  }

  /** {@return the name} */
  @Override
  public String toString() {
    return name;
  }
}

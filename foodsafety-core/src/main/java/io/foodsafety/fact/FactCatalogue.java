package io.foodsafety.fact;

import io.foodsafety.fact.internal.StandardCatalogue;
import io.foodsafety.model.fact.AttributeDeclaration;
import io.foodsafety.model.fact.FactKind;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The declared kinds of fact and attributes of subjects. What is not declared is refused.
 * Immutable.
 */
public final class FactCatalogue {

  private final Map<String, FactKind> kinds;
  private final Map<String, AttributeDeclaration> subjectAttributes;

  private FactCatalogue(
      Map<String, FactKind> kinds, Map<String, AttributeDeclaration> subjectAttributes) {
    this.kinds = kinds;
    this.subjectAttributes = subjectAttributes;
  }

  /** {@return a catalogue that declares nothing} */
  public static FactCatalogue empty() {
    return new FactCatalogue(Map.of(), Map.of());
  }

  /** {@return the kinds that every region has: inspection, sample, penalty and so on} */
  public static FactCatalogue standard() {
    return StandardCatalogue.get();
  }

  /**
   * This catalogue with further declarations. A kind that is declared already gains the attributes
   * it lacks.
   *
   * @param newKinds kinds of fact
   * @param newSubjectAttributes attributes of subjects
   * @return the larger catalogue
   * @throws IllegalArgumentException if an attribute is declared already with another type or unit,
   *     newly required in a kind that exists, or newly sealed
   */
  public FactCatalogue plus(
      Collection<FactKind> newKinds, Collection<AttributeDeclaration> newSubjectAttributes) {
    Map<String, FactKind> allKinds = new TreeMap<>(kinds);
    for (FactKind kind : newKinds) {
      FactKind known = allKinds.get(kind.name());
      allKinds.put(kind.name(), known == null ? kind : merge(known, kind));
    }
    Map<String, AttributeDeclaration> allAttributes = new TreeMap<>(subjectAttributes);
    for (AttributeDeclaration attribute : newSubjectAttributes) {
      AttributeDeclaration known = allAttributes.putIfAbsent(attribute.name(), attribute);
      if (known != null) {
        checkSame("subject", known, attribute);
      }
    }
    return new FactCatalogue(allKinds, allAttributes);
  }

  private static FactKind merge(FactKind known, FactKind added) {
    List<AttributeDeclaration> attributes = new ArrayList<>(known.attributes());
    for (AttributeDeclaration attribute : added.attributes()) {
      Optional<AttributeDeclaration> existing = known.findAttribute(attribute.name());
      if (existing.isPresent()) {
        checkSame(known.name(), existing.get(), attribute);
        checkSealed(known.name(), existing.get(), attribute.sealed());
      } else if (attribute.required()) {
        throw new IllegalArgumentException(
            "The attribute (%s) of the existing kind (%s) must not be required, because facts without it exist."
                .formatted(attribute.name(), known.name()));
      } else {
        attributes.add(attribute);
      }
    }
    return FactKind.of(known.name(), attributes);
  }

  private static void checkSame(
      String owner, AttributeDeclaration known, AttributeDeclaration added) {
    if (known.type() != added.type() || !known.unit().equals(added.unit())) {
      throw new IllegalArgumentException(
          "The attribute (%s) of (%s) is declared as %s and cannot be declared as %s."
              .formatted(known.name(), owner, describe(known), describe(added)));
    }
  }

  private static void checkSealed(String owner, AttributeDeclaration known, boolean sealed) {
    if (sealed && !known.sealed()) {
      throw new IllegalArgumentException(
          "The attribute (%s) of (%s) is not sealed and cannot be declared as sealed."
              .formatted(known.name(), owner));
    }
  }

  private static String describe(AttributeDeclaration attribute) {
    return attribute.type().code() + attribute.unit().map(unit -> " in " + unit).orElse("");
  }

  /**
   * A kind by name.
   *
   * @param name its name
   * @return the kind, or nothing
   */
  public Optional<FactKind> findKind(String name) {
    return Optional.ofNullable(kinds.get(name));
  }

  /** {@return all kinds by name} */
  public Collection<FactKind> kinds() {
    return List.copyOf(kinds.values());
  }

  /**
   * An attribute of subjects by name.
   *
   * @param name its name
   * @return the declaration, or nothing
   */
  public Optional<AttributeDeclaration> findSubjectAttribute(String name) {
    return Optional.ofNullable(subjectAttributes.get(name));
  }

  /** {@return all attributes of subjects by name} */
  public Collection<AttributeDeclaration> subjectAttributes() {
    return List.copyOf(subjectAttributes.values());
  }
}

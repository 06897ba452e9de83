package io.foodsafety.risk.internal;

import io.foodsafety.fact.FactCatalogue;
import io.foodsafety.model.fact.AttributeDeclaration;
import io.foodsafety.model.fact.AttributeType;
import io.foodsafety.model.fact.FactKind;
import io.foodsafety.model.issue.Location;
import io.foodsafety.model.measure.Unit;
import io.foodsafety.risk.PolicyIssues;
import io.foodsafety.source.internal.IssueCollector;
import io.foodsafety.source.internal.ObjectReader;
import io.foodsafety.source.internal.SourceNode;
import io.foodsafety.source.internal.WordReader;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Reads the kinds of fact and the attributes that a policy declares. */
public final class DeclarationReader {

  private final IssueCollector issues;
  private final WordReader words;

  /** A reader that collects what is wrong. */
  public DeclarationReader(IssueCollector issues) {
    this.issues = issues;
    this.words = new WordReader(PolicyIssues.UNKNOWN_NAME, issues);
  }

  /** The catalogue with what the policy declares. */
  FactCatalogue read(Optional<SourceNode> node, FactCatalogue base) {
    if (node.isEmpty()) {
      return base;
    }
    ObjectReader reader = ObjectReader.of(node.get(), issues);
    FactCatalogue catalogue = read(reader, base);
    reader.end();
    return catalogue;
  }

  /** The catalogue with what an object declares in its members facts and subject. */
  public FactCatalogue read(ObjectReader reader, FactCatalogue base) {
    FactCatalogue catalogue = base;
    for (SourceNode kind : reader.list("facts")) {
      FactCatalogue known = catalogue;
      catalogue =
          issues
              .attempt(() -> add(kind, () -> known.plus(List.of(kind(kind)), List.of())))
              .orElse(catalogue);
    }
    for (SourceNode attribute : reader.list("subject")) {
      FactCatalogue known = catalogue;
      catalogue =
          issues
              .attempt(() -> add(attribute, () -> known.plus(List.of(), List.of(open(attribute)))))
              .orElse(catalogue);
    }
    return catalogue;
  }

  private <T> T add(SourceNode node, Supplier<T> declared) {
    try {
      return declared.get();
    } catch (IllegalArgumentException e) {
      throw badDeclaration(node.location(), e);
    }
  }

  private IssueCollector.Abandoned badDeclaration(
      Location location, IllegalArgumentException fault) {
    return issues.abandon(
        PolicyIssues.BAD_DECLARATION
            .at(location)
            .with("fault", String.valueOf(fault.getMessage()))
            .build());
  }

  private FactKind kind(SourceNode node) {
    ObjectReader reader = ObjectReader.of(node, issues);
    String name = reader.text("kind");
    List<AttributeDeclaration> attributes =
        reader.list("attributes").stream()
            .flatMap(each -> issues.attempt(() -> attribute(each)).stream())
            .toList();
    reader.end();
    return FactKind.of(name, attributes);
  }

  private AttributeDeclaration attribute(SourceNode node) {
    ObjectReader reader = ObjectReader.of(node, issues);
    String name = reader.text("name");
    AttributeType type = type(reader);
    boolean required = reader.findBoolean("required").orElse(false);
    Optional<Unit> unit =
        reader
            .find("unit")
            .map(
                each ->
                    ObjectReader.parse(
                        each, "a UN/CEFACT Recommendation 20 code", Unit::of, issues));
    boolean sealed = reader.findBoolean("sealed").orElse(false);
    reader.end();
    return add(node, () -> new AttributeDeclaration(name, type, unit, required, sealed));
  }

  /** An attribute of businesses: their histories are read by too much to be sealed. */
  private AttributeDeclaration open(SourceNode node) {
    AttributeDeclaration declared = attribute(node);
    if (declared.sealed()) {
      throw new IllegalArgumentException(
          "The attribute (%s) is one of businesses and cannot be sealed."
              .formatted(declared.name()));
    }
    return declared;
  }

  private AttributeType type(ObjectReader reader) {
    String code = reader.text("type");
    return AttributeType.find(code)
        .orElseThrow(
            () ->
                words.unknown(
                    "attribute type", code, reader.location("type"), AttributeType.codes()));
  }
}

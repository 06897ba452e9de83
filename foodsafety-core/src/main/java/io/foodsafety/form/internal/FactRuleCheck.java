package io.foodsafety.form.internal;

import io.foodsafety.fact.FactCatalogue;
import io.foodsafety.form.FactRule;
import io.foodsafety.form.FormIssues;
import io.foodsafety.form.FormTemplate;
import io.foodsafety.model.fact.AttributeDeclaration;
import io.foodsafety.model.fact.AttributeType;
import io.foodsafety.model.fact.FactKind;
import io.foodsafety.model.issue.Issue;
import io.foodsafety.model.issue.Location;
import io.foodsafety.record.internal.NearestNames;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Whether the facts of a form are declared, with their attributes and types. */
public final class FactRuleCheck {

  private FactRuleCheck() {}

  /**
   * Compares a form, which was read against another catalogue perhaps, with that of a city.
   *
   * @param form the form
   * @param catalogue what the city declares, with what the form declares
   * @return what is wrong
   */
  public static List<Issue> check(FormTemplate form, FactCatalogue catalogue) {
    Location location = new Location(form.id(), 0, "");
    List<Issue> issues = new ArrayList<>();
    for (FactRule rule : form.facts()) {
      Optional<FactKind> kind = catalogue.findKind(rule.kind());
      if (kind.isEmpty()) {
        issues.add(
            unknown("kind", rule.kind(), catalogue.kinds().stream().map(FactKind::name).toList())
                .withLocation(location));
        continue;
      }
      rule.attributes()
          .forEach((name, source) -> attribute(kind.get(), name, source, location, issues));
      issues.addAll(missing(rule, kind.get(), rule.attributes().keySet(), location));
    }
    return issues;
  }

  private static void attribute(
      FactKind kind, String name, FactRule.Source source, Location location, List<Issue> issues) {
    Optional<AttributeDeclaration> declared = kind.findAttribute(name);
    if (declared.isEmpty()) {
      List<String> known = kind.attributes().stream().map(AttributeDeclaration::name).toList();
      issues.add(unknown("attribute of kind " + kind.name(), name, known).withLocation(location));
    } else {
      type(kind.name(), declared.get(), source, location).ifPresent(issues::add);
    }
  }

  private static Issue unknown(String what, String name, Collection<String> known) {
    return FormIssues.UNKNOWN_NAME
        .at(Location.unknown())
        .with("what", what)
        .with("name", name)
        .with("nearest", NearestNames.of(name, known))
        .build();
  }

  /** The issue of a source whose values do not fit the attribute. */
  static Optional<Issue> type(
      String kind, AttributeDeclaration attribute, FactRule.Source source, Location location) {
    if (attribute.sealed()) {
      return Optional.of(
          FormIssues.SEALED
              .at(location)
              .with("kind", kind)
              .with("attribute", attribute.name())
              .build());
    }
    AttributeType actual = source.type();
    boolean fits =
        actual == attribute.type()
            || (actual == AttributeType.CODE && attribute.type() == AttributeType.STRING);
    return fits
        ? Optional.empty()
        : Optional.of(
            FormIssues.FACT_TYPE
                .at(location)
                .with("kind", kind)
                .with("attribute", attribute.name())
                .with("expected", attribute.type().code())
                .with("actual", actual.code())
                .build());
  }

  /** An issue for each attribute that the kind needs and the rule does not name. */
  static List<Issue> missing(
      FactRule rule, FactKind kind, Collection<String> named, Location location) {
    return kind.attributes().stream()
        .filter(attribute -> attribute.required() && !named.contains(attribute.name()))
        .map(
            attribute ->
                FormIssues.FACT_LACKS
                    .at(location)
                    .with("kind", rule.kind())
                    .with("attribute", attribute.name())
                    .build())
        .toList();
  }
}

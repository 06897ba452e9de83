package io.foodsafety.record.internal;

import io.foodsafety.model.fact.AttributeDeclaration;
import io.foodsafety.model.issue.IssueType;
import io.foodsafety.record.RecordIssues;
import java.util.Collection;

/** The issue for an attribute that nobody declared. */
final class UndeclaredAttribute {

  private UndeclaredAttribute() {}

  static IssueType.Builder of(
      String name,
      String owner,
      Collection<AttributeDeclaration> declared,
      String path,
      Faults faults) {
    return faults
        .at(path, RecordIssues.UNKNOWN_ATTRIBUTE)
        .with("value", name)
        .with("owner", owner)
        .with(
            "nearest",
            NearestNames.of(name, declared.stream().map(AttributeDeclaration::name).toList()));
  }
}

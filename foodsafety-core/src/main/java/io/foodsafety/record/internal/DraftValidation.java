package io.foodsafety.record.internal;

import io.foodsafety.model.fact.SubjectType;
import io.foodsafety.model.issue.IssueType;
import io.foodsafety.record.RecordIssues;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ElementKind;
import jakarta.validation.Path;
import jakarta.validation.Validation;
import jakarta.validation.Validator;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import java.lang.annotation.Annotation;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.hibernate.validator.HibernateValidator;
import org.hibernate.validator.constraints.CodePointLength;
import org.hibernate.validator.messageinterpolation.ParameterMessageInterpolator;

/** Validates drafts whole and turns every violation of a constraint into an issue. */
final class DraftValidation {

  // Never closed: it lives as long as the class.
  private static final Validator VALIDATOR =
      Validation.byProvider(HibernateValidator.class)
          .configure()
          .messageInterpolator(new ParameterMessageInterpolator())
          .buildValidatorFactory()
          .getValidator();

  private DraftValidation() {}

  /** Adds an issue for each violated constraint, unless its place is known to be faulty. */
  static void validate(Object draft, Faults faults) {
    Set<ConstraintViolation<Object>> violations = VALIDATOR.validate(draft);
    if (violations.isEmpty()) {
      return;
    }
    // In order, so that the same ones are dropped whenever there are too many.
    Map<String, List<ConstraintViolation<Object>>> byPath =
        violations.stream()
            .collect(
                Collectors.groupingBy(DraftValidation::pointer, TreeMap::new, Collectors.toList()));
    byPath.forEach(
        (path, found) -> {
          if (!faults.cover(path)) {
            found.forEach(violation -> faults.add(issue(violation, path, faults)));
          }
        });
  }

  private static IssueType.Builder issue(
      ConstraintViolation<Object> violation, String path, Faults faults) {
    Annotation constraint = violation.getConstraintDescriptor().getAnnotation();
    String value = String.valueOf(violation.getInvalidValue());
    if (constraint instanceof WellFormed wellFormed) {
      Form form = wellFormed.value();
      return malformed(form, value, form.findFault(value).orElse(""), path, faults);
    }
    if (constraint instanceof CodePointLength length) {
      return faults
          .at(path, RecordIssues.TEXT_TOO_LONG)
          .with("field", path)
          .with("limit", length.max());
    }
    if (constraint instanceof DecimalMin least) {
      return outOfRange(path, value, least.value(), faults);
    }
    if (constraint instanceof DecimalMax most) {
      return outOfRange(path, value, most.value(), faults);
    }
    return faults.at(path, RecordIssues.MISSING_FIELD).with("field", path);
  }

  /** The issue for a text, which it shows unless it may be personal. */
  static IssueType.Builder malformed(
      Form form, String text, String fault, String path, Faults faults) {
    IssueType.Builder issue =
        faults.at(path, form.issue()).with("field", path).with("fault", fault);
    if (form == Form.SUBJECT_TYPE) {
      issue.with("nearest", NearestNames.of(text, SubjectType.codes()));
    }
    return form.isPersonal() ? issue : issue.with("value", text);
  }

  private static IssueType.Builder outOfRange(
      String path, String value, String bound, Faults faults) {
    String digits = bound.startsWith("-") ? bound.substring(1) : bound;
    return faults
        .at(path, RecordIssues.OUT_OF_RANGE)
        .with("field", path)
        .with("value", value)
        .with("least", "-" + digits)
        .with("most", digits);
  }

  private static String pointer(ConstraintViolation<?> violation) {
    String path = "";
    for (Path.Node node : violation.getPropertyPath()) {
      if (node.getIndex() != null) {
        path = JsonPointer.child(path, node.getIndex());
      } else if (node.getKey() != null) {
        path = JsonPointer.child(path, node.getKey().toString());
      }
      boolean isField = node.getKind() == ElementKind.PROPERTY;
      if (isField && !isBareId(violation, node)) {
        path = JsonPointer.child(path, node.getName());
      }
    }
    return path;
  }

  /** A reference written as an id alone has no field {@code id}. */
  private static boolean isBareId(ConstraintViolation<?> violation, Path.Node node) {
    return violation.getLeafBean() instanceof RefDraft ref
        && ref.bare()
        && "id".equals(node.getName());
  }
}

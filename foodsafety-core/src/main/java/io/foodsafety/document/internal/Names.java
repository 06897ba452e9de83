package io.foodsafety.document.internal;

import io.foodsafety.document.DocumentTemplate.Source;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The names of values, tables and columns that a template may use. */
final class Names {

  private static final String SIGNATURE = "signature.";
  private static final Pattern SLOT = Pattern.compile("\\{([A-Za-z][A-Za-z0-9._-]{0,126})}");
  private static final Pattern OPEN =
      Pattern.compile("(given|attribute|field|signature)\\.[A-Za-z][A-Za-z0-9._-]{0,62}");

  private static final List<String> COMMON =
      List.of(
          "document.number",
          "document.date",
          "document.year",
          "document.issuer",
          "subject.id",
          "subject.name",
          "subject.creditCode",
          "subject.segment",
          "subject.format",
          "subject.licences",
          "subject.address",
          "subject.telephones",
          "given.…",
          "attribute.…");

  private static final List<String> ASSESSMENT =
      List.of(
          "assessment.date",
          "assessment.policy",
          "assessment.staticPoints",
          "assessment.dynamicPoints",
          "assessment.score",
          "assessment.grade",
          "assessment.nextGrade",
          "assessment.advice",
          "assessment.raisedBy",
          "assessment.loweredBy",
          "assessment.reason");

  private static final List<String> SUBMISSION =
      List.of(
          "submission.id",
          "submission.date",
          "submission.submitters",
          "form.title",
          "form.basis",
          "result.checked",
          "result.failed",
          "result.notApplicable",
          "result.unanswered",
          "result.score",
          "result.outcome",
          "result.handling",
          "result.deadline",
          "result.keyChecked",
          "result.keyItems",
          "result.keyFailed",
          "result.keyFailedItems",
          "result.generalChecked",
          "result.generalItems",
          "result.generalFailed",
          "result.generalFailedItems",
          "comparison.previous",
          "comparison.repeated",
          "comparison.corrected",
          "field.…",
          "signature.…");

  /** The columns of the tables of items. */
  static final Set<String> ITEM_COLUMNS =
      Set.of(
          "number",
          "text",
          "key",
          "answer",
          "points",
          "note",
          "handling",
          "deadline",
          "last",
          "evidence",
          "basis");

  private Names() {}

  /** The names of values; those that end in a sign of omission stand for many. */
  static List<String> values(Source source) {
    List<String> names = new ArrayList<>(COMMON);
    names.addAll(source == Source.ASSESSMENT ? ASSESSMENT : SUBMISSION);
    return names;
  }

  static boolean isValue(String name, Source source) {
    if (values(source).contains(name)) {
      return true;
    }
    return OPEN.matcher(name).matches()
        && values(source).contains(name.substring(0, name.indexOf('.') + 1) + "…");
  }

  /** The role of those whose names a value is, if it is such a value. */
  static Optional<String> role(String name) {
    return name.startsWith(SIGNATURE)
        ? Optional.of(name.substring(SIGNATURE.length()))
        : Optional.empty();
  }

  /** The tables of a source. */
  static Set<String> tables(Source source) {
    return source == Source.SUBMISSION ? Set.of("items", "failedItems") : Set.of();
  }

  /** The names in the braces of a text. */
  static List<String> slots(String text) {
    return SLOT.matcher(text).results().map(match -> match.group(1)).toList();
  }

  /** Fills in the braces of a text. */
  static String fill(String text, java.util.function.UnaryOperator<String> value) {
    return SLOT.matcher(text)
        .replaceAll(match -> Matcher.quoteReplacement(value.apply(match.group(1))));
  }
}

package io.foodsafety.form.internal;

import io.foodsafety.form.Answer;
import io.foodsafety.form.FormField;
import io.foodsafety.form.FormIssues;
import io.foodsafety.form.FormItem;
import io.foodsafety.form.FormTemplate;
import io.foodsafety.form.Handling;
import io.foodsafety.form.Measure;
import io.foodsafety.form.Submission;
import io.foodsafety.form.internal.Applicability.Applies;
import io.foodsafety.model.fact.AttributeValue;
import io.foodsafety.model.issue.Issue;
import io.foodsafety.model.issue.IssueType;
import io.foodsafety.model.issue.Location;
import io.foodsafety.record.internal.NearestNames;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Compares a submission with its form, collecting everything that is wrong or worth a look. */
public final class SubmissionCheck {

  private final FormTemplate form;
  private final Submission submission;
  private final Applicability applicability;
  private final LocalDate date;
  private final List<Issue> issues = new ArrayList<>();
  private final List<String> unknown = new ArrayList<>();

  private SubmissionCheck(
      FormTemplate form, Submission submission, Applicability applicability, ZoneId zone) {
    this.form = form;
    this.submission = submission;
    this.applicability = applicability;
    this.date = submission.at().dateIn(zone);
  }

  /** All issues, those of the whole first, then by item and field in the order of the form. */
  public static List<Issue> check(
      FormTemplate form, Submission submission, Applicability applicability, ZoneId zone) {
    SubmissionCheck check = new SubmissionCheck(form, submission, applicability, zone);
    check.whole();
    check.items();
    check.fields();
    return check.issues;
  }

  private static IssueType.Builder at(String path, IssueType type) {
    return type.at(Location.unknown().withPath(path));
  }

  private static String path(String member, String name) {
    return "/" + member + "/" + name.replace("~", "~0").replace("/", "~1");
  }

  private void add(IssueType.Builder issue) {
    issues.add(issue.build());
  }

  private void whole() {
    if (!form.isInForceOn(date)) {
      add(
          at("/form", FormIssues.NOT_IN_FORCE)
              .with("form", form.id())
              .with("version", form.version())
              .with("date", date));
    }
    int people = new HashSet<>(submission.submitters()).size();
    if (people < form.minSubmitters()) {
      add(
          at("/submitters", FormIssues.TOO_FEW_SUBMITTERS)
              .with("least", form.minSubmitters())
              .with("actual", people));
    }
    submission.handling().ifPresent(handling -> deadline("/handling", handling));
  }

  private void deadline(String path, Handling handling) {
    if (handling.deadline().filter(day -> day.isBefore(date)).isPresent()) {
      add(
          at(path, FormIssues.DEADLINE_BEFORE)
              .with("deadline", handling.deadline().get())
              .with("date", date));
    }
  }

  private void items() {
    Map<String, FormItem> known =
        form.items().stream().collect(Collectors.toMap(FormItem::number, Function.identity()));
    for (String item : submission.answers().keySet()) {
      if (!known.containsKey(item)) {
        add(
            at(path("answers", item), FormIssues.UNKNOWN_ITEM)
                .with("item", item)
                .with("nearest", NearestNames.of(item, known.keySet())));
      }
    }
    boolean complete = mustBeComplete();
    for (FormItem item : form.items()) {
      Optional<Answer> answer = Optional.ofNullable(submission.answers().get(item.number()));
      if (applicability.of(item) == Applies.UNKNOWN) {
        unknown.add(item.number());
      }
      if (answer.isPresent()) {
        answer(item, answer.get());
      } else if (complete && applicability.of(item) != Applies.NO) {
        add(at("/answers", FormIssues.MISSING_ANSWER).with("item", item.number()));
      }
    }
    if (!unknown.isEmpty()) {
      add(at("/answers", FormIssues.APPLIES_UNKNOWN).with("items", String.join(", ", unknown)));
    }
  }

  private boolean mustBeComplete() {
    FormTemplate.Completeness rule = form.completeness();
    Optional<AttributeValue> lifting = rule.field().map(name -> submission.values().get(name));
    String word =
        lifting
            .map(
                value ->
                    value instanceof AttributeValue.Code code
                        ? code.value()
                        : value instanceof AttributeValue.Text text ? text.value() : "")
            .orElse("");
    return rule.required() && !rule.except().contains(word);
  }

  private void answer(FormItem item, Answer answer) {
    String path = path("answers", item.number());
    boolean isChecked = answer.state() != Answer.State.NOT_APPLICABLE;
    if (isChecked && applicability.of(item) == Applies.NO) {
      add(at(path, FormIssues.DOES_NOT_APPLY).with("item", item.number()));
    }
    points(item, answer, path);
    item.evidence()
        .filter(rule -> rule.always() ? isChecked : answer.isFailed())
        .filter(
            rule -> answer.evidence().stream().noneMatch(each -> each.kind().equals(rule.kind())))
        .ifPresent(
            rule ->
                add(
                    at(path, FormIssues.MISSING_EVIDENCE)
                        .with("item", item.number())
                        .with("kind", rule.kind())));
    if (answer.handling().isPresent() && !answer.isFailed()) {
      add(at(path, FormIssues.NOT_FAILED).with("item", item.number()));
    }
    answer.handling().ifPresent(handling -> deadline(path, handling));
    if (answer.isFailed() && form.purpose().equals(FormTemplate.INSPECTION)) {
      handled(item, path);
    }
  }

  private void handled(FormItem item, String path) {
    Optional<Handling> handling = submission.handlingOf(item.number());
    if (handling.isEmpty()) {
      add(at(path, FormIssues.NOT_HANDLED).with("item", item.number()));
    } else if (item.key() && handling.get().measure().compareTo(Measure.INVESTIGATE) < 0) {
      add(
          at(path, FormIssues.KEY_ITEM_NOT_INVESTIGATED)
              .with("item", item.number())
              .with("handling", handling.get().measure().code()));
    }
  }

  private void points(FormItem item, Answer answer, String path) {
    boolean isChecked = answer.state() != Answer.State.NOT_APPLICABLE;
    boolean mayHave = item.points().isPresent() && isChecked;
    Optional<String> fault = Optional.empty();
    if (answer.points().isPresent() != mayHave) {
      fault = Optional.of(mayHave ? "They are missing." : "It has none to give.");
    } else if (mayHave && isOutside(answer.points().get(), item.points().get())) {
      fault = Optional.of("The most is %s.".formatted(item.points().get().toPlainString()));
    }
    fault.ifPresent(
        text ->
            add(
                at(path, FormIssues.BAD_POINTS)
                    .with("item", item.number())
                    .with("points", answer.points().map(BigDecimal::toPlainString).orElse("-"))
                    .with("fault", text)));
  }

  private static boolean isOutside(BigDecimal points, BigDecimal most) {
    return points.signum() < 0 || points.compareTo(most) > 0;
  }

  private void fields() {
    List<String> names = form.fields().stream().map(FormField::name).toList();
    for (String field : submission.values().keySet()) {
      if (!names.contains(field)) {
        add(
            at(path("values", field), FormIssues.UNKNOWN_FIELD)
                .with("field", field)
                .with("nearest", NearestNames.of(field, names)));
      }
    }
    for (FormField field : form.fields()) {
      AttributeValue value = submission.values().get(field.name());
      Applies applies = applicability.of(field);
      if (value == null || (field.required() && isNoWord(value))) {
        if (field.required() && applies != Applies.NO) {
          add(at("/values", FormIssues.MISSING_VALUE).with("field", field.name()));
        }
      } else if (applies == Applies.NO) {
        add(at(path("values", field.name()), FormIssues.DOES_NOT_APPLY).with("item", field.name()));
      } else if (FieldValues.typed(field, value).isEmpty()) {
        add(
            at(path("values", field.name()), FormIssues.BAD_FIELD_VALUE)
                .with("field", field.name())
                .with("fault", "It is not of its type, or none of its words.")
                .with("allowed", FieldValues.allowed(field)));
      }
    }
  }

  private static boolean isNoWord(AttributeValue value) {
    return value instanceof AttributeValue.Codes codes && codes.values().isEmpty();
  }
}

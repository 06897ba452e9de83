package io.foodsafety.document.internal;

import io.foodsafety.form.Answer;
import io.foodsafety.form.FormComparison;
import io.foodsafety.form.FormField;
import io.foodsafety.form.FormItem;
import io.foodsafety.form.FormResult;
import io.foodsafety.form.FormTemplate;
import io.foodsafety.form.Measure;
import io.foodsafety.form.Signature;
import io.foodsafety.form.Submission;
import io.foodsafety.form.internal.FieldValues;
import io.foodsafety.model.fact.AttributeValue;
import io.foodsafety.text.LocalText;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** What a form says that was filled in. */
final class SubmissionValues implements ValueSource {

  private static final String FIELD = "field.";

  private final FormTemplate form;
  private final Submission submission;
  private final FormResult result;
  private final FormComparison comparison;
  private final SubjectValues subject;
  private final ZoneId zone;
  private final Phrases phrases;

  SubmissionValues(
      FormTemplate form,
      Submission submission,
      FormResult result,
      FormComparison comparison,
      SubjectValues subject,
      ZoneId zone,
      Phrases phrases) {
    this.form = form;
    this.submission = submission;
    this.result = result;
    this.comparison = comparison;
    this.subject = subject;
    this.zone = zone;
    this.phrases = phrases;
  }

  @Override
  public Optional<DocumentValue> find(String name) {
    if (name.startsWith(FIELD)) {
      return field(name.substring(FIELD.length()));
    } else if (name.startsWith("result.")) {
      return result(name);
    }
    return switch (name) {
      case "submission.id" -> text(submission.id());
      case "submission.date" -> text(phrases.date(submission.at().dateIn(zone)));
      case "submission.submitters" -> list(submission.submitters());
      case "form.title" -> text(form.title().in(phrases.locale()));
      case "form.basis" -> text(form.basis());
      case "comparison.previous" -> comparison.previous().map(DocumentValue::of);
      case "comparison.repeated" -> list(comparison.repeated());
      case "comparison.corrected" -> list(comparison.corrected());
      default -> subject.find(name);
    };
  }

  private Optional<DocumentValue> result(String name) {
    return switch (name) {
      case "result.checked" -> count(result.checked());
      case "result.failed" -> count(result.failed());
      case "result.notApplicable" -> count(result.notApplicable());
      case "result.unanswered" -> count(result.unanswered());
      case "result.score" -> result.score().map(each -> DocumentValue.of(phrases.number(each)));
      case "result.outcome" ->
          Optional.of(DocumentValue.of(result.outcome(), phrases.outcome(result.outcome())));
      case "result.handling" -> each(result.measures(), Measure::code, phrases::measure);
      case "result.deadline" -> result.deadline().map(day -> DocumentValue.of(phrases.date(day)));
      case "result.keyChecked" -> count(checked(true).size());
      case "result.keyItems" -> list(checked(true));
      case "result.keyFailed" -> count(failed(true).size());
      case "result.keyFailedItems" -> list(failed(true));
      case "result.generalChecked" -> count(checked(false).size());
      case "result.generalItems" -> list(checked(false));
      case "result.generalFailed" -> count(failed(false).size());
      case "result.generalFailedItems" -> list(failed(false));
      default -> Optional.empty();
    };
  }

  private List<String> checked(boolean key) {
    return form.items().stream()
        .filter(item -> item.key() == key)
        .map(FormItem::number)
        .filter(
            number ->
                Optional.ofNullable(submission.answers().get(number))
                    .filter(answer -> answer.state() != Answer.State.NOT_APPLICABLE)
                    .isPresent())
        .toList();
  }

  private List<String> failed(boolean key) {
    return checked(key).stream().filter(result.failedItems()::contains).toList();
  }

  private static Optional<DocumentValue> text(String text) {
    return Optional.of(DocumentValue.of(text));
  }

  private static Optional<DocumentValue> count(int count) {
    return text(Integer.toString(count));
  }

  private Optional<DocumentValue> list(List<String> texts) {
    return texts.isEmpty() ? Optional.empty() : text(phrases.list(texts));
  }

  /** Values that each have a code and words of their own. */
  private <T> Optional<DocumentValue> each(
      List<T> values, Function<T, String> code, Function<T, String> words) {
    return values.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new DocumentValue(
                values.stream().map(code).toList(),
                phrases.list(values.stream().map(words).toList())));
  }

  /** A field that was filled in; of a choice, its words. */
  private Optional<DocumentValue> field(String name) {
    AttributeValue given = submission.values().get(name);
    if (given == null) {
      return Optional.empty();
    }
    Optional<FormField> field =
        form.fields().stream().filter(each -> each.name().equals(name)).findFirst();
    Map<String, LocalText> choices = field.map(FormField::choices).orElse(Map.of());
    AttributeValue value = field.flatMap(each -> FieldValues.typed(each, given)).orElse(given);
    if (value instanceof AttributeValue.Code code) {
      return Optional.of(DocumentValue.of(code.value(), word(choices, code.value())));
    } else if (value instanceof AttributeValue.Codes codes) {
      return each(codes.values(), code -> code, code -> word(choices, code));
    }
    return text(phrases.value(value));
  }

  private String word(Map<String, LocalText> choices, String code) {
    LocalText text = choices.get(code);
    return text == null ? code : text.in(phrases.locale());
  }

  @Override
  public boolean holds(String line) {
    return false;
  }

  @Override
  public List<String> signed(String role) {
    return submission.signatures().stream()
        .filter(signature -> signature.role().equals(role))
        .map(Signature::name)
        .toList();
  }

  @Override
  public List<Row> rows(String table, List<String> columns) {
    ItemRows rows = new ItemRows(form, submission, comparison, phrases);
    return table.equals("items") ? rows.all(columns) : rows.failed(columns);
  }
}

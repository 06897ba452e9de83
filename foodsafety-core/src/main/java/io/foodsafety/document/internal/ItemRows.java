package io.foodsafety.document.internal;

import io.foodsafety.document.internal.ValueSource.Row;
import io.foodsafety.form.Answer;
import io.foodsafety.form.Evidence;
import io.foodsafety.form.FormComparison;
import io.foodsafety.form.FormItem;
import io.foodsafety.form.FormSection;
import io.foodsafety.form.FormTemplate;
import io.foodsafety.form.Submission;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** The items of a form with their answers as rows, under the headings of the sections. */
final class ItemRows {

  private final FormTemplate form;
  private final Submission submission;
  private final Map<String, FormComparison.Row> comparison;
  private final Phrases phrases;

  ItemRows(FormTemplate form, Submission submission, FormComparison comparison, Phrases phrases) {
    this.form = form;
    this.submission = submission;
    this.comparison =
        comparison.rows().stream()
            .collect(Collectors.toMap(FormComparison.Row::item, Function.identity()));
    this.phrases = phrases;
  }

  List<Row> all(List<String> columns) {
    return rows(columns, any -> true);
  }

  List<Row> failed(List<String> columns) {
    return rows(columns, item -> answer(item).filter(Answer::isFailed).isPresent());
  }

  private List<Row> rows(List<String> columns, Predicate<FormItem> wanted) {
    List<Row> rows = new ArrayList<>();
    for (FormSection section : form.sections()) {
      List<FormItem> items = section.items().stream().filter(wanted).toList();
      if (!items.isEmpty()) {
        String title = section.title().in(phrases.locale());
        rows.add(new Row(true, List.of(section.number() + "　" + title)));
      }
      for (FormItem item : items) {
        rows.add(new Row(false, columns.stream().map(column -> cell(item, column)).toList()));
      }
    }
    return rows;
  }

  private Optional<Answer> answer(FormItem item) {
    return Optional.ofNullable(submission.answers().get(item.number()));
  }

  private String cell(FormItem item, String column) {
    Optional<Answer> answer = answer(item);
    Optional<String> text =
        switch (column) {
          case "number" -> Optional.of((item.key() ? Phrases.KEY : "") + item.number());
          case "text" -> Optional.of(item.text().in(phrases.locale()));
          case "key" -> Optional.of(item.key() ? Phrases.KEY : "");
          case "answer" -> answer.map(each -> phrases.state(each.state()));
          case "points" -> answer.flatMap(Answer::points).map(phrases::number);
          case "note" -> answer.flatMap(Answer::note);
          case "handling" -> submission.handlingOf(item.number()).map(phrases::handling);
          case "deadline" ->
              submission
                  .handlingOf(item.number())
                  .flatMap(handling -> handling.deadline())
                  .map(phrases::date);
          case "last" -> last(item);
          case "evidence" ->
              answer.map(
                  each -> phrases.list(each.evidence().stream().map(Evidence::ref).toList()));
          case "basis" -> item.basis();
          default -> throw new IllegalArgumentException("There is no column (" + column + ").");
        };
    return text.orElse("");
  }

  /** The answer of the last visit, and whether the fault is still there. */
  private Optional<String> last(FormItem item) {
    return Optional.ofNullable(comparison.get(item.number()))
        .flatMap(
            row ->
                row.last()
                    .map(
                        last ->
                            phrases.state(last.state())
                                + (row.isRepeated() ? phrases.of("（重复）", " (again)") : "")
                                + (row.isCorrected() ? phrases.of("（已改正）", " (corrected)") : "")));
  }
}

package io.foodsafety.form;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The answers of a submission beside those of the last visit.
 *
 * @param submission the id of the submission
 * @param previous the id of the submission before it, if there is one
 * @param rows the items of the form, in order
 */
public record FormComparison(String submission, Optional<String> previous, List<Row> rows) {

  /** Copies the list. */
  public FormComparison {
    rows = List.copyOf(rows);
  }

  /**
   * An item now and then. A visit at which the item did not apply, or was left out, is passed over.
   *
   * @param item its number
   * @param now its answer now, if it was answered
   * @param last its answer when it was last checked, if it ever was
   * @param lastIn the id of the submission with that answer
   */
  public record Row(
      String item, Optional<Answer> now, Optional<Answer> last, Optional<String> lastIn) {

    /** {@return whether it failed now and the last time} */
    public boolean isRepeated() {
      return fails(now) && fails(last);
    }

    /** {@return whether it failed the last time and is satisfied now} */
    public boolean isCorrected() {
      return fails(last) && now.filter(each -> each.state() == Answer.State.SATISFIED).isPresent();
    }

    private static boolean fails(Optional<Answer> answer) {
      return answer.filter(Answer::isFailed).isPresent();
    }
  }

  /**
   * Compares a submission with those before it.
   *
   * @param form the form
   * @param now the submission
   * @param earlier earlier ones of the same form about the same subject, of any version, the latest
   *     first; items are the same if their numbers are
   * @return the comparison
   */
  public static FormComparison of(FormTemplate form, Submission now, List<Submission> earlier) {
    List<Row> rows = new ArrayList<>();
    for (FormItem item : form.items()) {
      String number = item.number();
      Optional<Submission> last =
          earlier.stream()
              .filter(
                  each ->
                      Optional.ofNullable(each.answers().get(number))
                          .filter(answer -> answer.state() != Answer.State.NOT_APPLICABLE)
                          .isPresent())
              .findFirst();
      rows.add(
          new Row(
              number,
              Optional.ofNullable(now.answers().get(number)),
              last.map(each -> each.answers().get(number)),
              last.map(Submission::id)));
    }
    return new FormComparison(now.id(), earlier.stream().findFirst().map(Submission::id), rows);
  }

  /** {@return the numbers of the items that failed now and the last time} */
  public List<String> repeated() {
    return rows.stream().filter(Row::isRepeated).map(Row::item).toList();
  }

  /** {@return the numbers of the items that failed the last time and are satisfied now} */
  public List<String> corrected() {
    return rows.stream().filter(Row::isCorrected).map(Row::item).toList();
  }
}

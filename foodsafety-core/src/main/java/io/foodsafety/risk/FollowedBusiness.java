package io.foodsafety.risk;

import io.foodsafety.fact.AsOf;
import io.foodsafety.fact.FactHistory;
import io.foodsafety.model.fact.Fact;
import io.foodsafety.model.subject.Subject;
import io.foodsafety.rule.internal.PackedRows;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * A business that is graded again with every fact it gets ({@link PlanGrader#follow}). What the
 * policy reads of it is kept in bytes, some 7 for a fact of four attributes, so that a new fact
 * costs some microseconds however far away its records are. They are read again where that is not
 * certain to do: after {@link #changed}, if a new fact is not the last one of its kind, if time
 * alone changes what counts, or if a value needs another form than all before it. Followed by a
 * policy that reads texts of which nearly each is another one, such as ids, businesses are read
 * again now and then, when 100,000 texts have been seen.
 *
 * <p>For the thread of its {@link PlanGrader}.
 */
public final class FollowedBusiness {

  private final PlanGrader grader;
  private final String id;
  private final Supplier<Optional<Subject>> subject;
  private final Supplier<FactHistory> history;
  private final List<Fact> added = new ArrayList<>(0);
  private Optional<PackedRows> rows = Optional.empty();

  FollowedBusiness(
      PlanGrader grader,
      String id,
      Supplier<Optional<Subject>> subject,
      Supplier<FactHistory> history) {
    this.grader = grader;
    this.id = Objects.requireNonNull(id, "id");
    this.subject = Objects.requireNonNull(subject, "subject");
    this.history = Objects.requireNonNull(history, "history");
  }

  /** {@return the id of the business} */
  public String id() {
    return id;
  }

  /**
   * Takes note of a fact that concerns the business, which its records contain already. A fact that
   * was known before changes nothing.
   *
   * @param fact the fact
   */
  public void add(Fact fact) {
    Objects.requireNonNull(fact, "fact");
    if (rows.isPresent()) {
      added.add(fact);
    }
  }

  /**
   * Takes note of any other change of its records, such as a withdrawal or another registration:
   * they are read again for the next grade.
   */
  public void changed() {
    rows = Optional.empty();
    added.clear();
  }

  /**
   * Grades the business.
   *
   * @param asOf the point of assessment; one fact after another in the order of days is quickest
   * @return the grade that its records give
   */
  public RiskGrade grade(AsOf asOf) {
    rows = grader.take(rows, id, subject, history, added, asOf);
    added.clear();
    return grader.grade();
  }
}

package io.foodsafety.match;

import io.foodsafety.match.internal.Comparison;
import io.foodsafety.match.internal.MatchRecord;
import io.foodsafety.model.subject.Subject;
import java.util.List;
import java.util.stream.Stream;

/** Finds out whether records are of one business, and says why. Immutable. */
public final class EntityMatcher {

  private final Normaliser normaliser;
  private final MatchPolicy policy;

  private EntityMatcher(Normaliser normaliser, MatchPolicy policy) {
    this.normaliser = normaliser;
    this.policy = policy;
  }

  /** {@return a matcher with the tables and the policy in the box} */
  public static EntityMatcher standard() {
    return of(MatchTables.standard(), MatchPolicy.standard());
  }

  /**
   * A matcher.
   *
   * @param tables the words of names and addresses, best with the names of the city's divisions
   * @param policy how much each reason weighs
   * @return the matcher
   */
  public static EntityMatcher of(MatchTables tables, MatchPolicy policy) {
    return new EntityMatcher(Normaliser.of(tables), policy);
  }

  /** {@return how names and addresses are brought into a normal form} */
  public Normaliser normaliser() {
    return normaliser;
  }

  /**
   * Compares two businesses.
   *
   * @param one the one
   * @param other the other
   * @return the verdict, with everything that speaks for and against
   */
  public Match compare(Subject one, Subject other) {
    return Comparison.compare(
        MatchRecord.of(one, normaliser), MatchRecord.of(other, normaliser), policy);
  }

  /**
   * Prepares the search of a population. Businesses that share a code, a telephone number, nearly
   * the name, or the address are compared; all others are taken for different.
   *
   * @param population the businesses, at most 16,777,216; read to its end at once
   * @return the run
   */
  public MatchRun run(Stream<Subject> population) {
    List<MatchRecord> records =
        population.map(subject -> MatchRecord.of(subject, normaliser)).toList();
    return new MatchRun(records, policy);
  }
}

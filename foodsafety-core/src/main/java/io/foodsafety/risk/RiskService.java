package io.foodsafety.risk;

import io.foodsafety.fact.AsOf;
import io.foodsafety.fact.FactQuery;
import java.time.Instant;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.stream.Stream;

/**
 * Grades businesses by the policies of a city, from what is stored. Handed out by a session. Safe
 * for use by many threads; not for implementation by a host.
 */
public interface RiskService {

  /** {@return the policies of the city, by id, then by first day} */
  List<RiskPolicy> policies();

  /**
   * Grades a business today, by the only policy of the city. Today is the day of the city's clock
   * in the policy's zone.
   *
   * @param subject the id of the business
   * @return the grade with every line that led to it
   * @throws NoSuchElementException if neither the business nor a fact about it is known
   * @throws IllegalStateException if the city has no policy, or policies of several ids
   */
  RiskAssessment assess(String subject);

  /**
   * Grades a business at a point in time. Of several versions of a policy the one in force counts.
   *
   * @param policy the id of a policy of the city
   * @param subject the id of the business
   * @param asOf the point of assessment; later facts are not seen
   * @return the grade with every line that led to it
   * @throws NoSuchElementException if there is no such policy, or if neither the business nor a
   *     fact about it is known
   */
  RiskAssessment assess(String policy, String subject, AsOf asOf);

  /**
   * Grades a business at a point in time, as it was known at another. Facts and withdrawals carry
   * the time at which they were recorded; what is registered of the business does not, and is taken
   * as it is now.
   *
   * @param policy the id of a policy of the city
   * @param subject the id of the business
   * @param asOf the point of assessment; later facts are not seen
   * @param knownBefore only what was recorded before this instant
   * @return the grade with every line that led to it
   * @throws NoSuchElementException if there is no such policy, or if neither the business nor a
   *     fact about it is known
   */
  RiskAssessment assess(String policy, String subject, AsOf asOf, Instant knownBefore);

  /**
   * The changes of the grade of a business that were recorded, as {@link
   * io.foodsafety.runtime.FoodSafetyBuilder#recordGradesOf} says. A fact that somebody has
   * withdrawn is among them. Those of an id before it was merged into another one are not: they are
   * facts of the business as others are.
   *
   * @param policy the id of a policy of the city
   * @param subject the id of the business
   * @return the changes in the order of recording, which is that of their days; none if the grades
   *     of the policy are not recorded
   * @throws NoSuchElementException if there is no such policy
   */
  List<GradeChange> changes(String policy, String subject);

  /**
   * The changes of grades that were recorded, of all businesses or some, on all days or some, such
   * as {@code FactQuery.all().between(monday, sunday, zone)}. Those of an id before it was merged
   * into another one are among them, under that id.
   *
   * @param policy the id of the policy; it need not be one of the city any more
   * @param query which facts; of which kind is said here
   * @return the changes by day, those of one day by id and not in the order of recording; read as
   *     the stream is consumed, and to be closed
   */
  Stream<GradeChange> listChanges(String policy, FactQuery query);
}

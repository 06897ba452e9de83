package io.foodsafety.risk;

import io.foodsafety.fact.AsOf;
import io.foodsafety.fact.FactHistory;
import io.foodsafety.model.subject.Subject;
import io.foodsafety.risk.internal.GradeProgram;
import io.foodsafety.rule.internal.Columns;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/**
 * What one or more policies read of many businesses and their facts, as of one point in time, in
 * columns: a fact of four attributes takes some 20 bytes. Filled by one thread; once filled, read
 * by many.
 */
public final class RiskColumns {

  private final List<RiskPolicy> policies;
  private final Columns columns;

  private RiskColumns(List<RiskPolicy> policies, Columns columns) {
    this.policies = policies;
    this.columns = columns;
  }

  /**
   * Columns of no business.
   *
   * @param asOf the point of assessment; later facts are not kept
   * @param policies the policies that will read them, all of one zone
   * @return the columns
   * @throws IllegalArgumentException if there is no policy, or if they have several zones
   */
  public static RiskColumns of(AsOf asOf, List<RiskPolicy> policies) {
    List<ZoneId> zones = policies.stream().map(RiskPolicy::zone).distinct().toList();
    if (zones.size() != 1) {
      throw new IllegalArgumentException(
          "The policies must be of one zone, and they are of %s.".formatted(zones));
    }
    Columns columns = new Columns(asOf, zones.get(0));
    policies.forEach(policy -> new GradeProgram(policy, columns));
    return new RiskColumns(List.copyOf(policies), columns);
  }

  /**
   * Adds a business.
   *
   * @param id its id
   * @param subject what is registered of it, if anything
   * @param history all facts that concern it
   */
  public void add(String id, Optional<Subject> subject, FactHistory history) {
    columns.add(id, subject, history);
  }

  /** {@return how many businesses there are} */
  public int size() {
    return columns.size();
  }

  /**
   * The id of a business.
   *
   * @param index its number, from 0, in the order in which they were added
   * @return the id
   */
  public String id(int index) {
    return columns.id(index);
  }

  /** {@return the point of assessment} */
  public AsOf asOf() {
    return columns.asOf();
  }

  Columns columns(RiskPolicy policy) {
    if (!policies.contains(policy)) {
      throw new IllegalArgumentException(
          "The columns were not made for the policy (%s).".formatted(policy.id()));
    }
    return columns;
  }
}

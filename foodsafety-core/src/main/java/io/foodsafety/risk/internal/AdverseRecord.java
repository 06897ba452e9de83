package io.foodsafety.risk.internal;

import io.foodsafety.fact.AsOf;
import io.foodsafety.fact.FactHistory;
import io.foodsafety.model.fact.AttributeValue;
import io.foodsafety.model.fact.Fact;
import java.time.LocalDate;
import java.time.ZoneId;

/**
 * Whether something speaks against a business: a penalty, an accident, a sample that does not
 * conform (unless the re-test overturned it), or a complaint that was upheld, within a year.
 */
public final class AdverseRecord {

  private AdverseRecord() {}

  /** Whether such a fact counts as of a point and is at most a year old. */
  public static boolean has(FactHistory history, AsOf asOf, ZoneId zone) {
    LocalDate before = asOf.dateIn(zone).minusYears(1);
    return history.counting(asOf, zone).stream()
        .anyMatch(fact -> isAdverse(fact) && fact.at().dateIn(zone).isAfter(before));
  }

  private static boolean isAdverse(Fact fact) {
    return switch (fact.kind()) {
      case "penalty", "accident" -> true;
      case "sample" ->
          has(fact, "verdict", AttributeValue.code("non-compliant"))
              && !has(fact, "retest", AttributeValue.code("overturned"));
      case "complaint" -> has(fact, "upheld", AttributeValue.bool(true));
      default -> false;
    };
  }

  private static boolean has(Fact fact, String attribute, AttributeValue value) {
    return value.equals(fact.attributes().get(attribute));
  }
}

package io.foodsafety.trace.internal;

import io.foodsafety.model.measure.Quantity;
import io.foodsafety.trace.TraceFinding;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * What answers say of a holding whatever the question. Immutable.
 *
 * @param total all that came in, if it can be said in one unit
 * @param isGone whether something was removed and nothing is known to be left
 * @param findings what is wrong with its records
 */
record HoldingDigest(Optional<Quantity> total, boolean isGone, List<TraceFinding> findings) {

  static HoldingDigest of(HoldingRecord record) {
    return new HoldingDigest(Amounts.total(record), isGone(record), Findings.of(record));
  }

  private static boolean isGone(HoldingRecord record) {
    return record.hasRemoval()
        && Amounts.of(record).stream()
            .map(Amounts::onHand)
            .flatMap(Optional::stream)
            .noneMatch(left -> left.compareTo(BigDecimal.ZERO) > 0);
  }
}

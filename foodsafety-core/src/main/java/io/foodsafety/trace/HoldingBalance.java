package io.foodsafety.trace;

import io.foodsafety.model.measure.Unit;
import io.foodsafety.model.trace.Holding;
import io.foodsafety.model.trace.RemovalReason;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;

/**
 * What became of a holding, in one dimension of units: {@code in = out + used + removed + onHand}.
 * An amount is absent if it is not known. Immutable.
 *
 * @param holding the holding
 * @param unit the unit of all amounts; nothing if no quantity is known
 * @param in what was created, made or received there
 * @param out what was dispatched
 * @param used what went into transformations
 * @param removed what left the chain, by reason; an absent reason is an amount that is not known
 * @param onHand what is left; negative if more left than came in
 * @param affected what must be recalled: all that came in
 * @param attributable how much of that can come from the start
 */
public record HoldingBalance(
    Holding holding,
    Optional<Unit> unit,
    Optional<BigDecimal> in,
    Optional<BigDecimal> out,
    Optional<BigDecimal> used,
    Map<RemovalReason, BigDecimal> removed,
    Optional<BigDecimal> onHand,
    Optional<BigDecimal> affected,
    Optional<BigDecimal> attributable) {

  /** Copies the map. */
  public HoldingBalance {
    removed = Map.copyOf(removed);
  }
}

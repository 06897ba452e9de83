package io.foodsafety.trace;

import io.foodsafety.model.measure.Unit;
import io.foodsafety.model.trace.RemovalReason;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;

/**
 * What became of a lot within a recall, in one dimension of units. An amount is absent if it is not
 * known. Immutable.
 *
 * @param lot the lot
 * @param unit the unit of all amounts; nothing if no quantity is known
 * @param released what came into the holdings of the recall from elsewhere
 * @param onHand what is left at all of them
 * @param used what went into transformations
 * @param removed what left the chain, by reason; an absent reason is an amount that is not known
 * @param unaccounted what was released and is none of the rest
 */
public record LotTotal(
    String lot,
    Optional<Unit> unit,
    Optional<BigDecimal> released,
    Optional<BigDecimal> onHand,
    Optional<BigDecimal> used,
    Map<RemovalReason, BigDecimal> removed,
    Optional<BigDecimal> unaccounted) {

  /** Copies the map. */
  public LotTotal {
    removed = Map.copyOf(removed);
  }
}

package io.foodsafety.trace.internal;

import io.foodsafety.model.measure.Unit;
import io.foodsafety.model.trace.Holding;
import io.foodsafety.model.trace.RemovalReason;
import io.foodsafety.trace.LotTotal;
import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * What became of a lot at all holdings that a recall reached.
 *
 * @param lot the lot
 * @param records its holdings that were reached
 * @param reached all holdings that were reached
 */
record LotSum(String lot, List<HoldingRecord> records, Set<Holding> reached) {

  /** A total for each dimension, by the code of its unit. */
  List<LotTotal> totals() {
    List<Unit> units =
        Amounts.units(
            records.stream()
                .flatMap(record -> record.entries().stream())
                .sorted(Entry.ORDER)
                .toList());
    return units.isEmpty()
        ? List.of(new Sum(Optional.empty()).total())
        : units.stream().map(unit -> new Sum(Optional.of(unit)).total()).toList();
  }

  /** The sum of the amounts of one dimension. */
  private final class Sum {
    private final Optional<Unit> unit;
    private final List<Amounts> amounts;

    Sum(Optional<Unit> unit) {
      this.unit = unit;
      this.amounts = records.stream().map(record -> new Amounts(record, unit)).toList();
    }

    LotTotal total() {
      Optional<BigDecimal> released = sum(this::released);
      Optional<BigDecimal> onHand = sum(this::onHand);
      Optional<BigDecimal> used = sum(each -> each.sum(EntryType.USED));
      Map<RemovalReason, BigDecimal> removed = new EnumMap<>(RemovalReason.class);
      for (RemovalReason reason : RemovalReason.values()) {
        sum(each -> each.sum(EntryType.of(reason)))
            .ifPresent(amount -> removed.put(reason, amount));
      }
      return new LotTotal(
          lot, unit, released, onHand, used, removed, unaccounted(released, onHand, used, removed));
    }

    private Optional<BigDecimal> unaccounted(
        Optional<BigDecimal> released,
        Optional<BigDecimal> onHand,
        Optional<BigDecimal> used,
        Map<RemovalReason, BigDecimal> removed) {
      if (released.isEmpty()
          || onHand.isEmpty()
          || used.isEmpty()
          || removed.size() < RemovalReason.values().length) {
        return Optional.empty();
      }
      BigDecimal rest = released.get().subtract(onHand.get()).subtract(used.get());
      for (BigDecimal amount : removed.values()) {
        rest = rest.subtract(amount);
      }
      return Optional.of(rest);
    }

    private Optional<BigDecimal> sum(Function<Amounts, Optional<BigDecimal>> which) {
      BigDecimal sum = BigDecimal.ZERO;
      for (Amounts each : amounts) {
        Optional<BigDecimal> amount = which.apply(each);
        if (amount.isEmpty()) {
          return Optional.empty();
        }
        sum = sum.add(amount.get());
      }
      return Optional.of(sum);
    }

    /** What came from elsewhere; or, if nothing came in at all, what left. */
    private Optional<BigDecimal> released(Amounts each) {
      return each.hasIn() ? each.sum(this::isFromElsewhere) : each.sum(EntryType.OUT);
    }

    private Optional<BigDecimal> onHand(Amounts each) {
      return each.hasIn() ? each.onHand() : Optional.of(BigDecimal.ZERO);
    }

    private boolean isFromElsewhere(Entry entry) {
      return entry.type().isIn()
          && entry.partners().stream()
              .noneMatch(partner -> reached.contains(new Holding(lot, partner.party())));
    }
  }
}

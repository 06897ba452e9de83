package io.foodsafety.trace.internal;

import io.foodsafety.model.fact.AttributeValue;
import io.foodsafety.model.measure.Quantity;
import io.foodsafety.model.measure.Unit;
import io.foodsafety.model.trace.RemovalReason;
import io.foodsafety.trace.HoldingBalance;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * The quantities of one holding in one dimension of units, which are never converted into others.
 *
 * @param record the holding
 * @param unit the unit in which all is summed; nothing if no quantity of the holding is known
 */
record Amounts(HoldingRecord record, Optional<Unit> unit) {

  private static final Optional<BigDecimal> NOTHING = Optional.of(BigDecimal.ZERO);

  /** The amounts of a holding: one for each dimension, by the code of its unit; at least one. */
  static List<Amounts> of(HoldingRecord record) {
    List<Unit> units = units(record.entries());
    if (units.size() <= 1) {
      return List.of(
          new Amounts(record, units.isEmpty() ? Optional.empty() : Optional.of(units.get(0))));
    }
    return units.stream().map(unit -> new Amounts(record, Optional.of(unit))).toList();
  }

  /** For each dimension the unit that entries in order of time use first, by its code. */
  static List<Unit> units(List<Entry> entries) {
    List<Unit> units = new ArrayList<>(1);
    for (Entry entry : entries) {
      Optional<Quantity> quantity = entry.quantity();
      if (quantity.isPresent() && entry.type() != EntryType.OBSERVED) {
        addDimension(units, quantity.get().unit());
      }
    }
    units.sort(Comparator.comparing(Unit::code));
    return units;
  }

  private static void addDimension(List<Unit> units, Unit unit) {
    for (Unit each : units) {
      if (isSameDimension(each, unit)) {
        return;
      }
    }
    units.add(unit);
  }

  /** Whether two units measure the same. */
  static boolean isSameDimension(Unit one, Unit other) {
    return one.equals(other) || dimension(one).equals(dimension(other));
  }

  /** What a unit measures; a unit that is not known measures something of its own. */
  static String dimension(Unit unit) {
    return unit.dimension().map(Enum::name).orElse(unit.code());
  }

  /** Whether a quantity is counted here. */
  boolean counts(Quantity quantity) {
    return unit.isPresent() && isSameDimension(quantity.unit(), unit.get());
  }

  /** The sum of entries of a type; nothing if one of their quantities is not known. */
  Optional<BigDecimal> sum(EntryType type) {
    return record.has(type) ? sum(type.bit()) : NOTHING;
  }

  /** The sum of entries of some types. */
  Optional<BigDecimal> sum(int types) {
    return sum(entry -> (entry.type().bit() & types) != 0);
  }

  /** The sum of entries of some kind; nothing if one of their quantities is not known. */
  Optional<BigDecimal> sum(Predicate<Entry> which) {
    BigDecimal sum = BigDecimal.ZERO;
    for (Entry entry : record.entries()) {
      if (which.test(entry)) {
        Optional<Quantity> quantity = entry.quantity();
        if (quantity.isEmpty()) {
          return Optional.empty();
        }
        if (counts(quantity.get())) {
          sum = sum.add(quantity.get().to(unit.orElseThrow()).amount());
        }
      }
    }
    return Optional.of(rounded(sum));
  }

  /**
   * An amount without what the conversion of units left behind: a twelfth of a dozen has no end as
   * a decimal. No recorded amount has more digits.
   */
  static BigDecimal rounded(BigDecimal amount) {
    return amount.scale() > AttributeValue.MAX_DIGITS
        ? amount.setScale(AttributeValue.MAX_DIGITS, RoundingMode.HALF_UP)
        : amount;
  }

  /** Whether anything came in that is counted here, or of which it is not known. */
  boolean hasIn() {
    if (!record.hasIn()) {
      return false;
    }
    for (Entry entry : record.entries()) {
      if (entry.type().isIn()) {
        Optional<Quantity> quantity = entry.quantity();
        if (quantity.isEmpty() || counts(quantity.get())) {
          return true;
        }
      }
    }
    return false;
  }

  /** What came in; nothing if that is not known, or nothing came in that is counted here. */
  Optional<BigDecimal> in() {
    return hasIn() ? sum(EntryType.IN) : Optional.empty();
  }

  /** What was removed, by reason; a reason is absent if one of its quantities is not known. */
  Map<RemovalReason, BigDecimal> removed() {
    Map<RemovalReason, BigDecimal> removed = new EnumMap<>(RemovalReason.class);
    for (RemovalReason reason : RemovalReason.values()) {
      sum(EntryType.of(reason)).ifPresent(amount -> removed.put(reason, amount));
    }
    return removed;
  }

  /** What came in and did not go out in any way; nothing if that is not known. */
  Optional<BigDecimal> onHand() {
    Optional<BigDecimal> out = sum(EntryType.OUT);
    return in().flatMap(in -> out.map(in::subtract));
  }

  /** What became of the holding, with the share of it that can come from the start of a recall. */
  HoldingBalance balance(Share share) {
    Optional<BigDecimal> in = in();
    return new HoldingBalance(
        record.holding(),
        unit,
        in,
        sum(EntryType.DISPATCHED),
        sum(EntryType.USED),
        removed(),
        onHand(),
        in,
        in.flatMap(share::of));
  }

  /** All that came in, if it can be said in one unit. */
  static Optional<Quantity> total(HoldingRecord record) {
    List<Quantity> known = new ArrayList<>();
    for (Amounts amounts : of(record)) {
      amounts
          .unit()
          .flatMap(unit -> amounts.in().map(in -> new Quantity(in, unit)))
          .ifPresent(known::add);
    }
    return known.size() == 1 ? Optional.of(known.get(0)) : Optional.empty();
  }
}

package io.foodsafety.trace;

import io.foodsafety.model.measure.Quantity;
import io.foodsafety.model.measure.Unit;
import io.foodsafety.model.trace.Holding;
import io.foodsafety.trace.ReferenceNetwork.Posting;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;

/** What came in and what became of it: docs/trace.md § 5, without shares. */
final class ReferenceBalance {

  private static final List<String> TAKEN =
      List.of("out", "used", "sold", "destroyed", "sampled", "lost");

  private ReferenceBalance() {}

  static String dimension(Map<String, Object> row) {
    return row.get("unit") == null
        ? ""
        : ReferenceAmount.dimension(Unit.of((String) row.get("unit")));
  }

  /** The rows of a holding, in order of unit. */
  static List<Map<String, Object>> rows(ReferenceNetwork network, Holding holding) {
    List<Posting> postings = network.postings(holding);
    List<Map<String, Object>> rows = new ArrayList<>();
    for (Unit unit : units(postings)) {
      Map<String, Object> row = new LinkedHashMap<>();
      row.put("lot", holding.lot());
      row.put("party", holding.party());
      row.put("unit", unit == null ? null : unit.code());
      row.put("in", hasIn(postings, unit) ? column(postings, "in", unit) : null);
      TAKEN.forEach(column -> row.put(column, column(postings, column, unit)));
      row.put("onHand", minus((BigDecimal) row.get("in"), row, TAKEN));
      row.put("affected", row.get("in"));
      rows.add(row);
    }
    return rows;
  }

  /** Whether anything came in in the unit's dimension, or in one that is not known. */
  private static boolean hasIn(List<Posting> postings, Unit unit) {
    return postings.stream()
        .filter(p -> p.column().equals("in"))
        .map(Posting::amount)
        .anyMatch(
            amount ->
                amount.unknown()
                    || (unit != null && amount.in(ReferenceAmount.dimension(unit)).isPresent()));
  }

  /** The units of the earliest events of each dimension, by code; null alone if none is known. */
  private static Collection<Unit> units(List<Posting> postings) {
    Map<String, Unit> units = new LinkedHashMap<>();
    for (Posting posting : postings) {
      posting
          .amount()
          .parts()
          .forEach(p -> units.putIfAbsent(ReferenceAmount.dimension(p.unit()), p.unit()));
    }
    List<Unit> sorted = new ArrayList<>(units.values());
    sorted.sort(Comparator.comparing(Unit::code));
    if (sorted.isEmpty()) {
      sorted.add(null);
    }
    return sorted;
  }

  private static BigDecimal column(List<Posting> postings, String column, Unit unit) {
    BigDecimal sum = BigDecimal.ZERO;
    for (Posting posting : postings) {
      if (posting.column().equals(column)) {
        if (posting.amount().unknown()) {
          return null;
        }
        sum = sum.add(in(posting.amount(), unit));
      }
    }
    return sum;
  }

  static BigDecimal in(ReferenceAmount amount, Unit unit) {
    return unit == null
        ? BigDecimal.ZERO
        : amount
            .in(ReferenceAmount.dimension(unit))
            .map(q -> q.to(unit))
            .map(Quantity::amount)
            .orElse(BigDecimal.ZERO);
  }

  private static BigDecimal minus(BigDecimal from, Map<String, Object> row, List<String> columns) {
    BigDecimal left = from;
    for (String column : columns) {
      if (left == null || row.get(column) == null) {
        return null;
      }
      left = left.subtract((BigDecimal) row.get(column));
    }
    return left;
  }

  /** Totals of each lot. */
  static List<Map<String, Object>> totals(ReferenceNetwork network, Set<Holding> reached) {
    Map<String, List<Posting>> lots = new TreeMap<>();
    for (Holding holding : reached) {
      lots.computeIfAbsent(holding.lot(), lot -> new ArrayList<>())
          .addAll(network.postings(holding));
    }
    List<Map<String, Object>> totals = new ArrayList<>();
    lots.forEach(
        (lot, postings) -> {
          postings.sort(
              Comparator.comparing((Posting posting) -> posting.time().first())
                  .thenComparing(Posting::event)
                  .thenComparing(Posting::order));
          for (Unit unit : units(postings)) {
            totals.add(total(network, reached, lot, postings, unit));
          }
        });
    return totals;
  }

  private static Map<String, Object> total(
      ReferenceNetwork network,
      Set<Holding> reached,
      String lot,
      List<Posting> postings,
      Unit unit) {
    List<Posting> released = new ArrayList<>();
    for (Posting posting : postings) {
      if (posting.column().equals("in")) {
        if (posting.senders().stream().noneMatch(reached::contains)) {
          released.add(posting);
        }
      } else if (!hasIn(network.postings(posting.holding()), unit)) {
        released.add(posting);
      }
    }
    Map<String, Object> total = new LinkedHashMap<>();
    total.put("lot", lot);
    total.put("unit", unit == null ? null : unit.code());
    BigDecimal sum = BigDecimal.ZERO;
    for (Posting posting : released) {
      sum = sum == null || posting.amount().unknown() ? null : sum.add(in(posting.amount(), unit));
    }
    total.put("released", sum);
    BigDecimal onHand = BigDecimal.ZERO;
    for (Holding holding : reached) {
      List<Posting> own = network.postings(holding);
      if (holding.lot().equals(lot) && hasIn(own, unit)) {
        BigDecimal left = column(own, "in", unit);
        for (String taken : TAKEN) {
          BigDecimal amount = column(own, taken, unit);
          left = left == null || amount == null ? null : left.subtract(amount);
        }
        onHand = onHand == null || left == null ? null : onHand.add(left);
      }
    }
    total.put("onHand", onHand);
    List<String> rest = TAKEN.subList(1, TAKEN.size());
    rest.forEach(column -> total.put(column, column(postings, column, unit)));
    BigDecimal unaccounted = minus((BigDecimal) total.get("released"), total, rest);
    total.put(
        "unaccounted", unaccounted == null || onHand == null ? null : unaccounted.subtract(onHand));
    return total;
  }

  /** What came in, as the quantity of a trace: known only in one unit. */
  static Map<String, Object> quantity(ReferenceNetwork network, Holding holding) {
    List<Map<String, Object>> known =
        rows(network, holding).stream()
            .filter(row -> network.in(holding).stream().anyMatch(p -> inDimension(p, row)))
            .filter(row -> Objects.nonNull(row.get("in")))
            .toList();
    Map<String, Object> quantity = new LinkedHashMap<>();
    quantity.put("quantity", known.size() == 1 ? known.get(0).get("in") : null);
    quantity.put("unit", known.size() == 1 ? known.get(0).get("unit") : null);
    return quantity;
  }

  private static boolean inDimension(Posting posting, Map<String, Object> row) {
    return posting.amount().in(dimension(row)).isPresent();
  }
}

package io.foodsafety.trace;

import io.foodsafety.model.measure.Quantity;
import io.foodsafety.model.measure.Unit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** How much of something: at most one quantity of each dimension, and whether more is unknown. */
record ReferenceAmount(List<Quantity> parts, boolean unknown) {

  static final ReferenceAmount NONE = new ReferenceAmount(List.of(), false);
  static final ReferenceAmount UNKNOWN = new ReferenceAmount(List.of(), true);

  static ReferenceAmount of(Optional<Quantity> quantity) {
    return quantity.map(q -> new ReferenceAmount(List.of(q), false)).orElse(UNKNOWN);
  }

  static String dimension(Unit unit) {
    return unit.dimension().map(Enum::name).orElse(unit.code());
  }

  ReferenceAmount plus(ReferenceAmount other) {
    List<Quantity> sum = new ArrayList<>(parts);
    for (Quantity part : other.parts) {
      int at = index(sum, dimension(part.unit()));
      if (at < 0) {
        sum.add(part);
      } else {
        sum.set(at, sum.get(at).plus(part));
      }
    }
    return new ReferenceAmount(List.copyOf(sum), unknown || other.unknown);
  }

  Optional<Quantity> in(String dimension) {
    int at = index(parts, dimension);
    return at < 0 ? Optional.empty() : Optional.of(parts.get(at));
  }

  boolean nothingRecorded() {
    return unknown && parts.isEmpty();
  }

  private static int index(List<Quantity> parts, String dimension) {
    for (int i = 0; i < parts.size(); i++) {
      if (dimension(parts.get(i).unit()).equals(dimension)) {
        return i;
      }
    }
    return -1;
  }
}

package io.foodsafety.record.internal;

import io.foodsafety.model.measure.Quantity;
import io.foodsafety.model.measure.Unit;
import io.foodsafety.model.trace.TraceItem;
import io.foodsafety.record.RecordIssues;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads the lots and containers that an event is about. */
final class TraceItemReader {

  /** Stands for something that is no item, so that a list of such is not taken for empty. */
  private static final TraceItem NONE = TraceItem.lot("?");

  private final TraceFields event;
  private final Faults faults;

  TraceItemReader(TraceFields event) {
    this.event = event;
    this.faults = event.faults();
  }

  /** A list that must name something. */
  List<TraceItem> items(String name) {
    List<TraceItem> items = optionalItems(name);
    if (items.isEmpty() && !faults.cover(event.path(name))) {
      event.missing(name);
    }
    return items;
  }

  /** A list that may be missing or empty. */
  List<TraceItem> optionalItems(String name) {
    List<?> given = event.list(name).orElse(List.of());
    String path = event.path(name);
    if (!faults.admits(given.size(), Limits.MAX_ITEMS, path)) {
      return List.of();
    }
    List<TraceItem> items = new ArrayList<>(given.size());
    for (int i = 0; i < given.size() && !faults.isFull(); i++) {
      items.add(
          event.element(given.get(i), JsonPointer.child(path, i)).map(this::item).orElse(NONE));
    }
    return items;
  }

  private TraceItem item(TraceFields fields) {
    TraceItem item =
        fields.has("container")
            ? TraceItem.container(fields.id("container"))
            : new TraceItem.OfLot(fields.id("lot"), quantity(fields));
    fields.refuseOthers();
    return item;
  }

  private Optional<Quantity> quantity(TraceFields fields) {
    Optional<BigDecimal> amount = fields.number("quantity");
    Optional<Unit> unit = fields.formed("unit", Form.UNIT).map(Unit::of);
    if (!fields.has("quantity") && fields.has("unit")) {
      fields.missing("quantity");
    }
    return amount
        .filter(number -> isAmount(number, fields.path("quantity")))
        .map(number -> new Quantity(number, unit.orElse(Unit.ONE)));
  }

  private boolean isAmount(BigDecimal number, String path) {
    if (number.signum() < 0) {
      String value = Limits.admits(number) ? number.toPlainString() : number.toString();
      faults.add(faults.at(path, RecordIssues.NEGATIVE).with("field", path).with("value", value));
      return false;
    }
    if (!Limits.admits(number)) {
      faults.add(faults.at(path, RecordIssues.NUMBER_TOO_LONG).with("place", path));
      return false;
    }
    return true;
  }
}

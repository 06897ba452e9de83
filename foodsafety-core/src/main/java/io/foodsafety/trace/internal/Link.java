package io.foodsafety.trace.internal;

import io.foodsafety.model.trace.Holding;
import java.util.List;

/**
 * One step of a search from a holding to the next one, by a movement.
 *
 * @param other the holding at the other end
 * @param entry the entry of this end
 * @param partner the other end in that entry
 */
record Link(Holding other, Entry entry, Partner partner) {

  /** The events of both ends. */
  List<String> events() {
    return entry.eventsWith(partner);
  }

  /** When this end left or arrived. */
  Span here() {
    return entry.at().or(partner.at());
  }

  /** When the other end did. */
  Span there() {
    return partner.at();
  }
}

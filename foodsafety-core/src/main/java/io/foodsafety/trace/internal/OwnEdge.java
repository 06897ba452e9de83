package io.foodsafety.trace.internal;

import io.foodsafety.trace.internal.graph.EdgeTime;
import java.util.Optional;

/**
 * An edge of the graph that an entry of a holding makes: a dispatch to one partner, or a use or
 * making in a process.
 *
 * @param entry the entry
 * @param partner the partner of a dispatch
 */
record OwnEdge(Entry entry, Optional<Partner> partner) {

  /** Whether it leads away from the holding of its entry. */
  boolean leadsOn() {
    return entry.type() != EntryType.MADE;
  }

  /** When it leaves. */
  private Span leaves() {
    return partner.map(other -> entry.at().or(other.at())).orElse(entry.at());
  }

  private Span arrives() {
    return partner.map(Partner::at).orElse(entry.at());
  }

  /** The earliest arrival. */
  int lo() {
    return Math.max(leaves().first(), arrives().first());
  }

  /** The latest departure; never, if it certainly arrived before it left. */
  int hi() {
    return arrives().certainlyBefore(leaves())
        ? EdgeTime.NEVER
        : Math.min(leaves().last(), arrives().last());
  }
}

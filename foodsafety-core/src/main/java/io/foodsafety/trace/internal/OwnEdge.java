package io.foodsafety.trace.internal;

import io.foodsafety.trace.internal.graph.EdgeTime;
import java.util.List;
import java.util.Optional;

/**
 * An edge of the graph that an entry of a holding makes: a dispatch to one partner, or a use or
 * making in a process. Two are equal if entry and partner are.
 */
final class OwnEdge {

  private final Entry entry;
  private final Optional<Partner> partner;
  private final List<String> events;
  private int link = -1;

  /**
   * An edge that is not in the graph yet.
   *
   * @param entry the entry
   * @param partner the partner of a dispatch
   */
  OwnEdge(Entry entry, Optional<Partner> partner) {
    this.entry = entry;
    this.partner = partner;
    this.events = partner.isPresent() ? entry.eventsWith(partner.get()) : List.of(entry.event());
  }

  Entry entry() {
    return entry;
  }

  Optional<Partner> partner() {
    return partner;
  }

  /** The events that say so, one or two. */
  List<String> events() {
    return events;
  }

  /** The link of the edge in the graph; -1 if it is not there. For the writer only. */
  int link() {
    return link;
  }

  void link(int given) {
    link = given;
  }

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

  @Override
  public boolean equals(Object other) {
    return other instanceof OwnEdge that
        && entry.equals(that.entry)
        && partner.equals(that.partner);
  }

  @Override
  public int hashCode() {
    return 31 * entry.hashCode() + partner.hashCode();
  }
}

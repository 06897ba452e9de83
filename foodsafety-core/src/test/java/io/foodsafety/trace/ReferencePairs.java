package io.foodsafety.trace;

import io.foodsafety.trace.ReferenceEntry.Role;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiPredicate;

/** Which halves of movements belong together: docs/trace.md § 2.4. */
final class ReferencePairs {

  /** Two halves that were linked. */
  record Two(ReferenceEntry sent, ReferenceEntry received, boolean ambiguous) {}

  private final List<ReferenceEntry> dispatches;
  private final List<ReferenceEntry> receipts;
  private final List<Two> found = new ArrayList<>();
  private final Set<ReferenceEntry> taken = new HashSet<>();

  private ReferencePairs(List<ReferenceEntry> entries) {
    dispatches = entries.stream().filter(e -> e.role() == Role.SHIPPED).toList();
    receipts = entries.stream().filter(e -> e.role() == Role.RECEIVED).toList();
  }

  static List<Two> of(List<ReferenceEntry> entries) {
    ReferencePairs pairs = new ReferencePairs(entries);
    pairs.byGroups(
        (s, r) -> fit(s, r) && !s.document().isEmpty() && s.document().equals(r.document()));
    pairs.byParties();
    pairs.byGroups(ReferencePairs::fit);
    return pairs.found;
  }

  static boolean fit(ReferenceEntry sent, ReferenceEntry received) {
    return sent.lot().equals(received.lot())
        && (sent.counterpart().isEmpty() || sent.counterpart().equals(received.party()))
        && (received.counterpart().isEmpty() || received.counterpart().equals(sent.party()));
  }

  private void byGroups(BiPredicate<ReferenceEntry, ReferenceEntry> linked) {
    List<Two> edges = new ArrayList<>();
    for (ReferenceEntry sent : open(dispatches)) {
      for (ReferenceEntry received : open(receipts)) {
        if (linked.test(sent, received)) {
          edges.add(new Two(sent, received, false));
        }
      }
    }
    for (Two edge : edges) {
      boolean alone =
          edges.stream()
              .noneMatch(
                  other ->
                      !other.equals(edge)
                          && (other.sent().equals(edge.sent())
                              || other.received().equals(edge.received())));
      take(new Two(edge.sent(), edge.received(), !alone));
    }
  }

  private void byParties() {
    List<Two> possible = new ArrayList<>();
    for (ReferenceEntry sent : open(dispatches)) {
      for (ReferenceEntry received : open(receipts)) {
        if (fit(sent, received)
            && !sent.counterpart().isEmpty()
            && !received.counterpart().isEmpty()) {
          possible.add(new Two(sent, received, false));
        }
      }
    }
    possible.sort(
        Comparator.comparing(ReferencePairs::group)
            .thenComparing(ReferencePairs::gap)
            .thenComparing(two -> two.sent().event())
            .thenComparing(two -> two.received().event()));
    for (Two two : possible) {
      if (!taken.contains(two.sent()) && !taken.contains(two.received())) {
        take(two);
      }
    }
  }

  private static int group(Two two) {
    if (!two.sent().time().known() || !two.received().time().known()) {
      return 3;
    }
    return two.received().time().before(two.sent().time()) ? 2 : 1;
  }

  private static long gap(Two two) {
    ReferenceSpan sent = two.sent().time();
    ReferenceSpan received = two.received().time();
    if (group(two) == 3) {
      return 0;
    }
    return Math.max(0, Math.max(received.first() - sent.last(), sent.first() - received.last()));
  }

  private List<ReferenceEntry> open(List<ReferenceEntry> halves) {
    return halves.stream().filter(half -> !taken.contains(half)).toList();
  }

  private void take(Two two) {
    found.add(two);
    taken.add(two.sent());
    taken.add(two.received());
  }

  /** Those a half was linked to. */
  static Set<ReferenceEntry> partners(List<Two> pairs, ReferenceEntry half) {
    Set<ReferenceEntry> partners = new LinkedHashSet<>();
    for (Two two : pairs) {
      if (two.sent().equals(half)) {
        partners.add(two.received());
      } else if (two.received().equals(half)) {
        partners.add(two.sent());
      }
    }
    return partners;
  }
}

package io.foodsafety.trace.internal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.function.BiConsumer;

/**
 * Pairs dispatches and receipts of one lot between two parties: of all pairs that are possible the
 * first, then the first of those that are left, and so on. A receipt that is certainly earlier than
 * the dispatch comes after all others, an unknown time last of all; else the nearest in time comes
 * first, then the smallest id of the dispatch, then that of the receipt. Used once, by one thread.
 *
 * <p>It never looks at all pairs: each step below knows which of those that are left comes first.
 */
final class NearestPairs {

  private static final Comparator<Half> BY_EVENT = Comparator.comparing(Half::event);
  private static final Comparator<Half> EARLIEST =
      Comparator.comparingInt((Half half) -> half.at().first()).thenComparing(BY_EVENT);
  private static final Comparator<Half> LATEST =
      Comparator.comparingInt((Half half) -> half.at().last()).reversed().thenComparing(BY_EVENT);

  private final List<Half> sent = new ArrayList<>();
  private final List<Half> received = new ArrayList<>();
  private final BiConsumer<Half, Half> found;

  private NearestPairs(BiConsumer<Half, Half> found) {
    this.found = found;
  }

  /**
   * Pairs halves that are open.
   *
   * @param dispatches what was sent
   * @param receipts what was received
   * @param found takes each dispatch with its receipt
   */
  static void pair(List<Half> dispatches, List<Half> receipts, BiConsumer<Half, Half> found) {
    if (!dispatches.isEmpty() && !receipts.isEmpty()) {
      new NearestPairs(found).pair(dispatches, receipts);
    }
  }

  private void pair(List<Half> dispatches, List<Half> receipts) {
    List<Half> sentAtNoTime = divide(dispatches, sent);
    List<Half> receivedAtNoTime = divide(receipts, received);
    pairThoseThatMeet();
    new NearestGaps(sent, received).pair(found);
    // What is left was received, for certain, before anything that is left was sent.
    sent.sort(EARLIEST);
    received.sort(LATEST);
    pairInOrder();
    // What is left was sent, all of it, or received, all of it.
    sent.addAll(sentAtNoTime);
    received.addAll(receivedAtNoTime);
    sent.sort(BY_EVENT);
    received.sort(BY_EVENT);
    pairInOrder();
  }

  /** Adds the halves with a time to a list; the others. */
  private static List<Half> divide(List<Half> halves, List<Half> withTime) {
    List<Half> others = new ArrayList<>();
    halves.forEach(half -> (half.at().isKnown() ? withTime : others).add(half));
    return others;
  }

  /** No time lies for certain between the two: by the ids. */
  private void pairThoseThatMeet() {
    sent.sort(BY_EVENT);
    received.sort(BY_EVENT);
    sent.removeIf(this::isMet);
  }

  private boolean isMet(Half dispatch) {
    for (Iterator<Half> each = received.iterator(); each.hasNext(); ) {
      Half receipt = each.next();
      if (dispatch.at().gapTo(receipt.at()) == 0) {
        each.remove();
        found.accept(dispatch, receipt);
        return true;
      }
    }
    return false;
  }

  private void pairInOrder() {
    int size = Math.min(sent.size(), received.size());
    for (int i = 0; i < size; i++) {
      found.accept(sent.get(i), received.get(i));
    }
    sent.subList(0, size).clear();
    received.subList(0, size).clear();
  }
}

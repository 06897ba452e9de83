package io.foodsafety.trace.internal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Finds which dispatch and which receipt of one lot are the two halves of one movement: by
 * document, then by both parties, then by the lot alone. The result does not depend on the order of
 * the halves given. Used once, by one thread.
 */
final class Pairing {

  /** No party has an empty id. */
  private static final String NOBODY = "";

  private static final Comparator<Half> ORDER = Comparator.comparing(Half::event);

  private final List<Half> dispatches;
  private final List<Half> receipts;
  private final IdentityHashMap<Half, List<Half>> partners = new IdentityHashMap<>();

  /**
   * Pairs the halves of one lot.
   *
   * @param dispatches what was sent
   * @param receipts what was received
   */
  Pairing(List<Half> dispatches, List<Half> receipts) {
    this.dispatches = dispatches.stream().sorted(ORDER).toList();
    this.receipts = receipts.stream().sorted(ORDER).toList();
    if (!dispatches.isEmpty() && !receipts.isEmpty()) {
      linkGroups(Half::document);
      pairByParties();
      linkGroups(half -> Optional.of(half.lot()));
    }
  }

  /** The partners of a half: none, one, or several if it cannot be told which. */
  List<Half> partners(Half half) {
    return partners.getOrDefault(half, List.of());
  }

  /** Whether a half cannot be told from others: it, or its partner, has several partners. */
  boolean isAmbiguous(Half half) {
    List<Half> own = partners(half);
    return own.size() > 1 || (own.size() == 1 && partners(own.get(0)).size() > 1);
  }

  /** Links, in each group of open halves, every two that fit. */
  private void linkGroups(Function<Half, Optional<String>> group) {
    Map<List<String>, List<Half>> byReceiver = new HashMap<>();
    Map<List<String>, List<Half>> bySender = new HashMap<>();
    for (Half receipt : receipts) {
      Optional<String> key = isOpen(receipt) ? group.apply(receipt) : Optional.empty();
      if (key.isPresent()) {
        String receiver = receipt.to().orElseThrow();
        add(byReceiver, List.of(key.get(), receiver), receipt);
        add(bySender, List.of(key.get(), receipt.from().orElse(NOBODY)), receipt);
      }
    }
    for (Half dispatch : dispatches) {
      Optional<String> key = isOpen(dispatch) ? group.apply(dispatch) : Optional.empty();
      if (key.isPresent()) {
        List<String> senders = List.of(dispatch.from().orElseThrow(), NOBODY);
        Stream<Half> possible =
            dispatch.to().isPresent()
                ? of(byReceiver, key.get(), dispatch.to().get())
                : senders.stream().flatMap(sender -> of(bySender, key.get(), sender)).sorted(ORDER);
        possible.filter(dispatch::fits).forEach(receipt -> link(dispatch, receipt));
      }
    }
  }

  private static void add(Map<List<String>, List<Half>> index, List<String> key, Half half) {
    index.computeIfAbsent(key, unused -> new ArrayList<>(1)).add(half);
  }

  private static Stream<Half> of(Map<List<String>, List<Half>> index, String group, String party) {
    return index.getOrDefault(List.of(group, party), List.of()).stream();
  }

  private boolean isOpen(Half half) {
    return !partners.containsKey(half);
  }

  private void link(Half dispatch, Half receipt) {
    partners.computeIfAbsent(dispatch, unused -> new ArrayList<>(1)).add(receipt);
    partners.computeIfAbsent(receipt, unused -> new ArrayList<>(1)).add(dispatch);
  }

  private record Candidate(Half dispatch, Half receipt) {

    /** 0 if it can be, 1 if the receipt is certainly too early, 2 if a time is not known. */
    int doubt() {
      if (!dispatch.at().isKnown() || !receipt.at().isKnown()) {
        return 2;
      }
      return receipt.at().certainlyBefore(dispatch.at()) ? 1 : 0;
    }

    long gap() {
      return dispatch.at().gapTo(receipt.at());
    }
  }

  private static final Comparator<Candidate> NEAREST =
      Comparator.comparingInt(Candidate::doubt)
          .thenComparingLong(Candidate::gap)
          .thenComparing(candidate -> candidate.dispatch().event())
          .thenComparing(candidate -> candidate.receipt().event());

  private void pairByParties() {
    Map<List<Optional<String>>, List<Half>> open = new LinkedHashMap<>();
    for (Half receipt : receipts) {
      if (isOpen(receipt) && receipt.namesBoth()) {
        open.computeIfAbsent(parties(receipt), unused -> new ArrayList<>()).add(receipt);
      }
    }
    PriorityQueue<Candidate> nearest = new PriorityQueue<>(NEAREST);
    for (Half dispatch : dispatches) {
      if (isOpen(dispatch) && dispatch.namesBoth()) {
        nearest(dispatch, open).ifPresent(nearest::add);
      }
    }
    while (!nearest.isEmpty()) {
      Candidate candidate = nearest.remove();
      if (isOpen(candidate.receipt())) {
        link(candidate.dispatch(), candidate.receipt());
        open.getOrDefault(parties(candidate.receipt()), new ArrayList<>())
            .remove(candidate.receipt());
      } else {
        nearest(candidate.dispatch(), open).ifPresent(nearest::add);
      }
    }
  }

  /** The nearest receipt that is still open between the same parties. */
  private static Optional<Candidate> nearest(
      Half dispatch, Map<List<Optional<String>>, List<Half>> open) {
    return open.getOrDefault(parties(dispatch), List.of()).stream()
        .map(receipt -> new Candidate(dispatch, receipt))
        .min(NEAREST);
  }

  private static List<Optional<String>> parties(Half half) {
    return List.of(half.from(), half.to());
  }
}

package io.foodsafety.trace.internal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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

  private void pairByParties() {
    Map<List<Optional<String>>, List<Half>> sent = openByParties(dispatches);
    Map<List<Optional<String>>, List<Half>> received = openByParties(receipts);
    sent.forEach(
        (parties, halves) ->
            NearestPairs.pair(halves, received.getOrDefault(parties, List.of()), this::link));
  }

  private Map<List<Optional<String>>, List<Half>> openByParties(List<Half> halves) {
    Map<List<Optional<String>>, List<Half>> open = new HashMap<>();
    for (Half half : halves) {
      if (isOpen(half) && half.namesBoth()) {
        open.computeIfAbsent(parties(half), unused -> new ArrayList<>(1)).add(half);
      }
    }
    return open;
  }

  private static List<Optional<String>> parties(Half half) {
    return List.of(half.from(), half.to());
  }
}

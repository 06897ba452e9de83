package io.foodsafety.trace.internal;

import io.foodsafety.trace.internal.Entry.Match;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The halves of one lot as groups of entries, by node. For the writer, used once. */
final class HalfPairs {

  private final Network network;
  private final int lot;
  private final Map<Integer, List<Group>> groups = new HashMap<>();

  private HalfPairs(Network network, int lot) {
    this.network = network;
    this.lot = lot;
  }

  /** The groups that halves make. */
  static Map<Integer, List<Group>> of(
      Network network, Names names, int lot, List<Half> dispatches, List<Half> receipts) {
    Pairing pairing = new Pairing(dispatches, receipts);
    HalfPairs pairs = new HalfPairs(network, lot);
    for (Half half : dispatches) {
      pairs.add(half, pairing, EntryType.DISPATCHED, half.from().map(names.parties()::find));
      pairs.imply(half, pairing, EntryType.RECEIVED, half.to().map(names.parties()::find));
    }
    for (Half half : receipts) {
      pairs.add(half, pairing, EntryType.RECEIVED, half.to().map(names.parties()::find));
      pairs.imply(half, pairing, EntryType.DISPATCHED, half.from().map(names.parties()::find));
    }
    return pairs.groups;
  }

  private void add(Half half, Pairing pairing, EntryType type, Optional<Integer> party) {
    List<Half> partners = pairing.partners(half);
    Match match = Match.OPEN;
    if (!partners.isEmpty()) {
      match = pairing.isAmbiguous(half) ? Match.AMBIGUOUS : Match.PAIRED;
    }
    int[] refs = partners.stream().mapToInt(Half::ref).toArray();
    put(party.orElseThrow(), new Group(half.ref(), type, match, refs));
  }

  /** What an open half says of the party that it names. */
  private void imply(Half half, Pairing pairing, EntryType type, Optional<Integer> party) {
    if (pairing.partners(half).isEmpty() && party.isPresent()) {
      put(party.get(), Group.direct(half.ref(), type, Match.IMPLIED));
    }
  }

  private void put(int party, Group group) {
    groups.computeIfAbsent(network.node(lot, party), unused -> new ArrayList<>(1)).add(group);
  }
}

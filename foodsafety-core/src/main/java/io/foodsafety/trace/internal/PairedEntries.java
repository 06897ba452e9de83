package io.foodsafety.trace.internal;

import io.foodsafety.model.measure.Quantity;
import io.foodsafety.model.trace.Holding;
import io.foodsafety.trace.internal.Entry.Match;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The halves of one lot as entries of holdings. */
final class PairedEntries {

  private final Map<Holding, List<Entry>> entries = new HashMap<>();

  private PairedEntries() {}

  static Map<Holding, List<Entry>> of(List<Half> dispatches, List<Half> receipts) {
    Pairing pairing = new Pairing(dispatches, receipts);
    PairedEntries paired = new PairedEntries();
    dispatches.forEach(half -> paired.add(half, pairing, true));
    receipts.forEach(half -> paired.add(half, pairing, false));
    return paired.entries;
  }

  private void add(Half half, Pairing pairing, boolean sent) {
    List<Half> partners = pairing.partners(half);
    if (partners.isEmpty()) {
      addOpen(half, sent);
      return;
    }
    Match match = pairing.isAmbiguous(half) ? Match.AMBIGUOUS : Match.PAIRED;
    Span first = match == Match.PAIRED ? half.at().or(partners.get(0).at()) : half.at();
    List<Partner> others =
        partners.stream()
            .map(
                other ->
                    new Partner(
                        party(other, !sent).orElseThrow(),
                        other.at().or(half.at()),
                        Optional.of(other.event()),
                        other.quantities()))
            .toList();
    put(
        half,
        match == Match.PAIRED ? half.quantitiesOr(partners.get(0)) : half.quantities(),
        sent,
        first,
        match,
        others);
  }

  private void addOpen(Half half, boolean sent) {
    Optional<String> named = party(half, !sent);
    List<Partner> others =
        named.stream()
            .map(other -> new Partner(other, half.at(), Optional.empty(), List.of()))
            .toList();
    put(half, half.quantities(), sent, half.at(), Match.OPEN, others);
    named.ifPresent(
        other -> {
          Partner recorder =
              new Partner(
                  party(half, sent).orElseThrow(),
                  half.at(),
                  Optional.of(half.event()),
                  half.quantities());
          Holding holding = new Holding(half.lot(), other);
          for (Optional<Quantity> each : half.quantities()) {
            add(holding, entry(half, each, !sent, half.at(), Match.IMPLIED, List.of(recorder)));
          }
        });
  }

  private void put(
      Half half,
      List<Optional<Quantity>> quantities,
      boolean sent,
      Span at,
      Match match,
      List<Partner> partners) {
    Holding holding = new Holding(half.lot(), party(half, sent).orElseThrow());
    for (Optional<Quantity> each : quantities) {
      add(holding, entry(half, each, sent, at, match, partners));
    }
  }

  private static Entry entry(
      Half half,
      Optional<Quantity> quantity,
      boolean sent,
      Span at,
      Match match,
      List<Partner> partners) {
    EntryType type = sent ? EntryType.DISPATCHED : EntryType.RECEIVED;
    return new Entry(type, at, quantity, half.event(), match, partners, Optional.empty());
  }

  private void add(Holding holding, Entry entry) {
    entries.computeIfAbsent(holding, unused -> new ArrayList<>()).add(entry);
  }

  private static Optional<String> party(Half half, boolean sender) {
    return sender ? half.from() : half.to();
  }
}

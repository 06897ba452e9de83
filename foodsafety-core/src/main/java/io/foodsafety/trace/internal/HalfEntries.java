package io.foodsafety.trace.internal;

import io.foodsafety.model.measure.Quantity;
import io.foodsafety.trace.internal.Entry.Match;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The entries that a half of a movement makes, once its partners are known. */
final class HalfEntries {

  private HalfEntries() {}

  /**
   * The entries of the holding that recorded a half, one for each quantity.
   *
   * @param half the half
   * @param sent whether it is a dispatch
   * @param match how its other end is known
   * @param partners the other halves; none for an open half
   */
  static List<Entry> own(Half half, boolean sent, Match match, List<Half> partners) {
    if (partners.isEmpty()) {
      List<Partner> named =
          party(half, !sent).stream()
              .map(other -> new Partner(other, half.at(), Optional.empty(), List.of()))
              .toList();
      return entries(half, half.quantities(), sent, half.at(), Match.OPEN, named);
    }
    boolean isPair = match == Match.PAIRED;
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
    return entries(
        half,
        isPair ? half.quantitiesOr(partners.get(0)) : half.quantities(),
        sent,
        isPair ? half.at().or(partners.get(0).at()) : half.at(),
        match,
        others);
  }

  /** The entries of the holding that an open half names. */
  static List<Entry> implied(Half half, boolean sent) {
    Partner recorder =
        new Partner(
            party(half, sent).orElseThrow(),
            half.at(),
            Optional.of(half.event()),
            half.quantities());
    return entries(half, half.quantities(), !sent, half.at(), Match.IMPLIED, List.of(recorder));
  }

  private static List<Entry> entries(
      Half half,
      List<Optional<Quantity>> quantities,
      boolean sent,
      Span at,
      Match match,
      List<Partner> partners) {
    EntryType type = sent ? EntryType.DISPATCHED : EntryType.RECEIVED;
    List<Entry> entries = new ArrayList<>(quantities.size());
    for (Optional<Quantity> quantity : quantities) {
      entries.add(new Entry(type, at, quantity, half.event(), match, partners, Optional.empty()));
    }
    return entries;
  }

  private static Optional<String> party(Half half, boolean sender) {
    return sender ? half.from() : half.to();
  }
}

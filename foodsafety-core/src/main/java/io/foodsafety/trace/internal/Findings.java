package io.foodsafety.trace.internal;

import io.foodsafety.model.measure.Quantity;
import io.foodsafety.model.trace.Holding;
import io.foodsafety.trace.FindingKind;
import io.foodsafety.trace.TraceFinding;
import io.foodsafety.trace.internal.Entry.Match;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Looks for what is wrong with the records of holdings. Used by one thread. */
final class Findings {

  private final Network.Snapshot snapshot;
  private final Set<TraceFinding> found = new LinkedHashSet<>();

  Findings(Network.Snapshot snapshot) {
    this.snapshot = snapshot;
  }

  List<TraceFinding> all() {
    return List.copyOf(found);
  }

  /** Looks at a lot and all its holdings. */
  void addLot(String lot) {
    addLotItself(lot);
    snapshot.ofLot(lot).forEach(this::addHolding);
  }

  /** Looks for one code in two places. */
  void addLotItself(String lot) {
    List<Entry> origins = new ArrayList<>();
    int places = 0;
    for (Holding holding : snapshot.ofLot(lot)) {
      List<Entry> here =
          snapshot.holding(holding).entries().stream()
              .filter(entry -> entry.type() == EntryType.CREATED || entry.type() == EntryType.MADE)
              .toList();
      origins.addAll(here);
      places += here.isEmpty() ? 0 : 1;
    }
    if (places > 1) {
      add(FindingKind.CODE_IN_TWO_PLACES, lot, Optional.empty(), events(origins.stream()));
    }
  }

  /** Looks at one holding. */
  void addHolding(Holding holding) {
    HoldingRecord record = snapshot.holding(holding);
    for (Entry entry : record.entries()) {
      if (entry.partners().isEmpty() && entry.match() != Match.OPEN) {
        continue;
      }
      addMovement(record, entry);
    }
    addOrigin(record);
    addReversed(record);
    addOverSent(record);
    addOwnInput(record);
    addUnits(record);
  }

  private void addMovement(HoldingRecord record, Entry entry) {
    boolean sent = entry.type() == EntryType.DISPATCHED;
    if (entry.match() == Match.OPEN) {
      add(
          sent ? FindingKind.SENT_NOT_RECEIVED : FindingKind.RECEIVED_NOT_SENT,
          record,
          List.of(entry.event()));
    }
    if (entry.match() == Match.AMBIGUOUS && entry.partners().size() > 1) {
      add(FindingKind.AMBIGUOUS_COUNTERPART, record, entry.events().toList());
    }
    for (Partner partner : entry.partners()) {
      List<String> both =
          Stream.concat(Stream.of(entry.event()), partner.event().stream())
              .distinct()
              .sorted()
              .toList();
      if (sent && partner.party().equals(record.holding().party())) {
        add(FindingKind.SELF_TRANSFER, record, both);
      }
      boolean isCertain = entry.match() != Match.AMBIGUOUS;
      if (!sent && isCertain && entry.at().certainlyBefore(partner.at())) {
        add(FindingKind.TIME_REVERSED, record, both);
      }
    }
  }

  private void addOrigin(HoldingRecord record) {
    if (record.entries().stream().noneMatch(entry -> entry.type().isIn())
        && record.entries().stream().anyMatch(Entry::isOwn)) {
      add(FindingKind.NO_ORIGIN, record, events(record.entries().stream().filter(Entry::isOwn)));
    }
  }

  /** What certainly went before anything can have come in. */
  private void addReversed(HoldingRecord record) {
    Optional<Entry> first =
        record.entries().stream()
            .filter(entry -> entry.type().isIn())
            .min(
                Comparator.comparingInt((Entry entry) -> entry.at().first())
                    .thenComparing(Entry::event));
    if (first.isEmpty()) {
      return;
    }
    record.entries().stream()
        .filter(entry -> entry.type().isOut() && entry.at().certainlyBefore(first.get().at()))
        .forEach(
            entry ->
                add(
                    FindingKind.TIME_REVERSED,
                    record,
                    Stream.of(entry.event(), first.get().event()).distinct().toList()));
  }

  private void addOverSent(HoldingRecord record) {
    for (Amounts amounts : Amounts.of(record)) {
      Optional<BigDecimal> onHand = amounts.onHand().filter(amount -> amount.signum() < 0);
      if (onHand.isPresent()) {
        Quantity excess = new Quantity(onHand.get().negate(), amounts.unit().orElseThrow());
        found.add(
            new TraceFinding(
                FindingKind.OVER_SENT,
                record.holding().lot(),
                Optional.of(record.holding().party()),
                events(record.entries().stream().filter(entry -> entry.type().isOut())),
                Map.of("excess", excess.toString())));
      }
    }
  }

  private void addOwnInput(HoldingRecord record) {
    Map<String, List<Entry>> processes = new LinkedHashMap<>();
    for (Entry entry : record.entries()) {
      entry
          .process()
          .ifPresent(
              key -> processes.computeIfAbsent(key, unused -> new ArrayList<>(2)).add(entry));
    }
    for (List<Entry> entries : processes.values()) {
      if (has(entries, EntryType.USED) && has(entries, EntryType.MADE)) {
        add(FindingKind.OWN_INPUT, record, events(entries.stream()));
      }
    }
  }

  private static boolean has(List<Entry> entries, EntryType type) {
    Predicate<Entry> isOfType = entry -> entry.type() == type;
    return entries.stream().anyMatch(isOfType);
  }

  /** The first event of each dimension, if there are several. */
  private void addUnits(HoldingRecord record) {
    Map<String, String> first = new LinkedHashMap<>();
    for (Entry entry : record.entries()) {
      entry.quantity().ifPresent(each -> note(first, each, entry.event()));
    }
    for (Entry entry : record.entries()) {
      if (entry.type() == EntryType.RECEIVED && entry.match() == Match.PAIRED) {
        for (Partner partner : entry.partners()) {
          partner.quantities().stream()
              .flatMap(Optional::stream)
              .forEach(each -> note(first, each, partner.event().orElse(entry.event())));
        }
      }
    }
    if (first.size() > 1) {
      add(FindingKind.UNIT_MISMATCH, record, first.values().stream().distinct().sorted().toList());
    }
  }

  private static void note(Map<String, String> first, Quantity quantity, String event) {
    first.putIfAbsent(Amounts.dimension(quantity.unit()), event);
  }

  private static List<String> events(Stream<Entry> entries) {
    return List.copyOf(new TreeSet<>(entries.map(Entry::event).toList()));
  }

  private void add(FindingKind kind, HoldingRecord record, List<String> events) {
    add(kind, record.holding().lot(), Optional.of(record.holding().party()), events);
  }

  private void add(FindingKind kind, String lot, Optional<String> party, List<String> events) {
    found.add(new TraceFinding(kind, lot, party, events, Map.of()));
  }
}

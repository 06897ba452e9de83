package io.foodsafety.trace.internal;

import io.foodsafety.model.measure.Quantity;
import io.foodsafety.model.measure.Unit;
import io.foodsafety.trace.FindingKind;
import io.foodsafety.trace.TraceFinding;
import io.foodsafety.trace.internal.Entry.Match;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** What is wrong with the records of one holding, or of one lot. */
final class Findings {

  private final HoldingRecord record;
  private final Set<TraceFinding> found = new LinkedHashSet<>();

  private Findings(HoldingRecord record) {
    this.record = record;
  }

  /** What is wrong with a holding, each once. */
  static List<TraceFinding> of(HoldingRecord record) {
    Findings findings = new Findings(record);
    findings.look();
    return List.copyOf(findings.found);
  }

  /** What is wrong with a lot and all its holdings, each once. */
  static List<TraceFinding> of(Snapshot snapshot, String lot) {
    List<TraceFinding> findings = new ArrayList<>();
    ofLotItself(snapshot, lot).ifPresent(findings::add);
    snapshot.recordsOf(lot).forEach(record -> findings.addAll(record.digest().findings()));
    return findings;
  }

  /** One code in two places. */
  static Optional<TraceFinding> ofLotItself(Snapshot snapshot, String lot) {
    List<HoldingRecord> origins = snapshot.originsOf(lot);
    if (origins.size() <= 1) {
      return Optional.empty();
    }
    Stream<Entry> entries = origins.stream().flatMap(record -> record.entries().stream());
    return Optional.of(
        new TraceFinding(
            FindingKind.CODE_IN_TWO_PLACES,
            lot,
            Optional.empty(),
            events(entries.filter(entry -> (entry.type().bit() & EntryType.ORIGINS) != 0)),
            Map.of()));
  }

  private void look() {
    for (Entry entry : record.entries()) {
      if (entry.partners().isEmpty() && entry.match() != Match.OPEN) {
        continue;
      }
      addMovement(entry);
    }
    addOrigin();
    addReversed();
    addOverSent();
    addOwnInput();
    addUnits();
  }

  private void addMovement(Entry entry) {
    boolean sent = entry.type() == EntryType.DISPATCHED;
    if (entry.match() == Match.OPEN) {
      add(
          sent ? FindingKind.SENT_NOT_RECEIVED : FindingKind.RECEIVED_NOT_SENT,
          List.of(entry.event()));
    }
    if (entry.match() == Match.AMBIGUOUS && entry.partners().size() > 1) {
      add(FindingKind.AMBIGUOUS_COUNTERPART, entry.events().toList());
    }
    boolean isCertain = entry.match() != Match.AMBIGUOUS;
    for (Partner partner : entry.partners()) {
      if (sent && partner.party().equals(record.holding().party())) {
        add(FindingKind.SELF_TRANSFER, both(entry, partner));
      }
      if (!sent && isCertain && entry.at().certainlyBefore(partner.at())) {
        add(FindingKind.TIME_REVERSED, both(entry, partner));
      }
    }
  }

  private static List<String> both(Entry entry, Partner partner) {
    return Stream.concat(Stream.of(entry.event()), partner.event().stream())
        .distinct()
        .sorted()
        .toList();
  }

  private void addOrigin() {
    if (!record.hasIn() && record.entries().stream().anyMatch(Entry::isOwn)) {
      add(FindingKind.NO_ORIGIN, events(record.entries().stream().filter(Entry::isOwn)));
    }
  }

  /** What certainly went before anything can have come in. */
  private void addReversed() {
    if (!record.hasIn()) {
      return;
    }
    // entries are in order of their first second, then of their event
    Entry first = record.entries().get(0);
    for (int i = 1; !first.type().isIn(); i++) {
      first = record.entries().get(i);
    }
    for (Entry entry : record.entries()) {
      if (entry.type().isOut() && entry.at().certainlyBefore(first.at())) {
        List<String> events =
            entry.event().equals(first.event())
                ? List.of(entry.event())
                : List.of(entry.event(), first.event());
        add(FindingKind.TIME_REVERSED, events);
      }
    }
  }

  private void addOverSent() {
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

  private void addOwnInput() {
    if (!record.has(EntryType.USED) || !record.has(EntryType.MADE)) {
      return;
    }
    Map<String, List<Entry>> processes = new LinkedHashMap<>();
    for (Entry entry : record.entries()) {
      entry
          .process()
          .ifPresent(
              key -> processes.computeIfAbsent(key, unused -> new ArrayList<>(2)).add(entry));
    }
    for (List<Entry> entries : processes.values()) {
      if (has(entries, EntryType.USED) && has(entries, EntryType.MADE)) {
        add(FindingKind.OWN_INPUT, events(entries.stream()));
      }
    }
  }

  private static boolean has(List<Entry> entries, EntryType type) {
    Predicate<Entry> isOfType = entry -> entry.type() == type;
    return entries.stream().anyMatch(isOfType);
  }

  /** The first event of each dimension, if there are several. */
  private void addUnits() {
    Map<Unit, String> first = new LinkedHashMap<>(2);
    for (Entry entry : record.entries()) {
      note(first, entry.quantity(), entry.event());
    }
    for (Entry entry : record.entries()) {
      if (entry.type() == EntryType.RECEIVED && entry.match() == Match.PAIRED) {
        for (Partner partner : entry.partners()) {
          String event = partner.event().orElse(entry.event());
          partner.quantities().forEach(each -> note(first, each, event));
        }
      }
    }
    if (first.size() > 1) {
      add(FindingKind.UNIT_MISMATCH, first.values().stream().distinct().sorted().toList());
    }
  }

  private static void note(Map<Unit, String> first, Optional<Quantity> quantity, String event) {
    if (quantity.isPresent()) {
      Unit unit = quantity.get().unit();
      for (Unit known : first.keySet()) {
        if (Amounts.isSameDimension(known, unit)) {
          return;
        }
      }
      first.put(unit, event);
    }
  }

  private static List<String> events(Stream<Entry> entries) {
    return List.copyOf(new TreeSet<>(entries.map(Entry::event).toList()));
  }

  private void add(FindingKind kind, List<String> events) {
    found.add(
        new TraceFinding(
            kind, record.holding().lot(), Optional.of(record.holding().party()), events, Map.of()));
  }
}

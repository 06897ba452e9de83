package io.foodsafety.trace;

import io.foodsafety.model.measure.Quantity;
import io.foodsafety.model.trace.Holding;
import io.foodsafety.trace.ReferenceEntry.Role;
import io.foodsafety.trace.ReferenceNetwork.Link;
import io.foodsafety.trace.ReferenceNetwork.Posting;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** What is wrong with the records: docs/trace.md § 7. */
final class ReferenceFindings {

  /** A finding; the party is empty if there is none. */
  record Found(FindingKind kind, String lot, String party, List<String> events, String dimension) {
    Map<String, Object> json() {
      Map<String, Object> json = new LinkedHashMap<>();
      json.put("code", kind.type().code());
      json.put("kind", kind.code());
      json.put("severity", "warning");
      json.put("lot", lot);
      json.put("party", party.isEmpty() ? null : party);
      json.put("events", new ArrayList<Object>(events));
      return json;
    }
  }

  private record Said(ReferenceSpan time, String order, String event, ReferenceAmount amount) {}

  private final ReferenceNetwork network;
  private final Set<Found> found = new LinkedHashSet<>();

  private ReferenceFindings(ReferenceNetwork network) {
    this.network = network;
  }

  static List<Found> of(ReferenceNetwork network) {
    ReferenceFindings findings = new ReferenceFindings(network);
    network.entries.forEach(findings::half);
    network.links.forEach(findings::movement);
    network.holdings().forEach(findings::holding);
    findings.ownInput();
    findings.twoPlaces();
    return findings.found.stream()
        .sorted(
            Comparator.comparing((Found each) -> each.kind().code())
                .thenComparing(Found::lot)
                .thenComparing(Found::party)
                .thenComparing(each -> String.join("\n", each.events())))
        .toList();
  }

  private void add(FindingKind kind, String lot, String party, Collection<String> events) {
    found.add(new Found(kind, lot, party, List.copyOf(events), ""));
  }

  private void half(ReferenceEntry entry) {
    if (!ReferenceNetwork.half(entry)) {
      return;
    }
    Set<String> partners = new TreeSet<>();
    ReferencePairs.partners(network.pairs, entry).forEach(each -> partners.add(each.event()));
    if (partners.isEmpty()) {
      FindingKind kind =
          entry.role() == Role.SHIPPED
              ? FindingKind.SENT_NOT_RECEIVED
              : FindingKind.RECEIVED_NOT_SENT;
      add(kind, entry.lot(), entry.party(), List.of(entry.event()));
    } else if (partners.size() > 1) {
      List<String> events = new ArrayList<>(List.of(entry.event()));
      events.addAll(partners);
      add(FindingKind.AMBIGUOUS_COUNTERPART, entry.lot(), entry.party(), events);
    }
  }

  private void movement(Link link) {
    if (!link.movement()) {
      return;
    }
    if (link.from().equals(link.to())) {
      add(FindingKind.SELF_TRANSFER, link.to().lot(), link.to().party(), link.events());
    }
    if (!link.ambiguous() && link.arrives().before(link.leaves())) {
      add(FindingKind.TIME_REVERSED, link.to().lot(), link.to().party(), link.events());
    }
  }

  private void holding(Holding holding) {
    List<Posting> in = network.in(holding);
    List<Posting> gone =
        network.postings(holding).stream().filter(p -> !p.column().equals("in")).toList();
    if (in.isEmpty()) {
      Set<String> own = new TreeSet<>();
      gone.stream().filter(Posting::own).forEach(posting -> own.add(posting.event()));
      network.entries.stream()
          .filter(e -> sighting(e) && e.holding().equals(holding))
          .forEach(e -> own.add(e.event()));
      if (!own.isEmpty()) {
        add(FindingKind.NO_ORIGIN, holding.lot(), holding.party(), own);
      }
    } else {
      Posting first = in.get(0);
      for (Posting left : gone) {
        if (left.time().before(first.time())) {
          List<String> events = List.of(left.event(), first.event()).stream().distinct().toList();
          add(FindingKind.TIME_REVERSED, holding.lot(), holding.party(), events);
        }
      }
      overSent(holding, gone);
    }
    units(holding);
  }

  private static boolean sighting(ReferenceEntry entry) {
    return entry.role() == Role.OBSERVED || entry.role() == Role.PACKED;
  }

  private void overSent(Holding holding, List<Posting> gone) {
    for (Map<String, Object> row : ReferenceBalance.rows(network, holding)) {
      if (row.get("onHand") instanceof java.math.BigDecimal left && left.signum() < 0) {
        Set<String> events = new TreeSet<>();
        for (Posting posting : gone) {
          events.add(posting.event());
        }
        found.add(
            new Found(
                FindingKind.OVER_SENT,
                holding.lot(),
                holding.party(),
                List.copyOf(events),
                ReferenceBalance.dimension(row)));
      }
    }
  }

  private void units(Holding holding) {
    Map<String, String> first = new LinkedHashMap<>();
    List<Said> said = new ArrayList<>();
    for (Posting posting : network.postings(holding)) {
      said.add(new Said(posting.time(), posting.event(), posting.event(), posting.amount()));
    }
    for (ReferenceEntry entry : network.entries) {
      if (entry.role() == Role.OBSERVED && entry.holding().equals(holding)) {
        said.add(new Said(entry.time(), entry.event(), entry.event(), entry.amount()));
      }
    }
    Comparator<Said> byTime =
        Comparator.comparing((Said each) -> each.time().first()).thenComparing(Said::order);
    said.sort(byTime);
    List<Said> others = new ArrayList<>();
    for (ReferencePairs.Two two : network.pairs) {
      if (!two.ambiguous() && two.received().holding().equals(holding)) {
        ReferenceSpan time = two.received().time().or(two.sent().time());
        String event = two.sent().event();
        others.add(new Said(time, two.received().event(), event, two.sent().amount()));
      }
    }
    others.sort(byTime);
    said.addAll(others);
    for (Said each : said) {
      for (Quantity part : each.amount().parts()) {
        first.putIfAbsent(ReferenceAmount.dimension(part.unit()), each.event());
      }
    }
    if (first.size() > 1) {
      add(FindingKind.UNIT_MISMATCH, holding.lot(), holding.party(), new TreeSet<>(first.values()));
    }
  }

  private void ownInput() {
    for (ReferenceEntry input : network.entries) {
      Set<String> events = new TreeSet<>();
      boolean made = false;
      for (ReferenceEntry other : network.entries) {
        boolean same =
            input.role() == Role.INPUT
                && other.process().equals(input.process())
                && other.holding().equals(input.holding());
        if (same) {
          events.add(other.event());
          made |= other.role() == Role.OUTPUT;
        }
      }
      if (made) {
        add(FindingKind.OWN_INPUT, input.lot(), input.party(), events);
      }
    }
  }

  private void twoPlaces() {
    Map<String, Set<String>> parties = new TreeMap<>();
    Map<String, Set<String>> events = new TreeMap<>();
    for (ReferenceEntry entry : network.entries) {
      if (entry.role() == Role.CREATED || entry.role() == Role.OUTPUT) {
        parties.computeIfAbsent(entry.lot(), lot -> new TreeSet<>()).add(entry.party());
        events.computeIfAbsent(entry.lot(), lot -> new TreeSet<>()).add(entry.event());
      }
    }
    parties.forEach(
        (lot, where) -> {
          if (where.size() > 1) {
            add(FindingKind.CODE_IN_TWO_PLACES, lot, "", events.get(lot));
          }
        });
  }
}

package io.foodsafety.trace;

import io.foodsafety.model.trace.Holding;
import io.foodsafety.model.trace.TraceEvent;
import io.foodsafety.trace.ReferenceEntry.Role;
import io.foodsafety.trace.ReferenceFindings.Found;
import java.math.BigDecimal;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Answers of a trace network, worked out from docs/trace.md in the plainest way, whatever it costs.
 * The shapes are those of the published JSON, without messages.
 */
final class ReferenceTrace {

  private static final List<String> REASONS =
      List.of("on-hand", "removed", "no-origin", "unknown-counterpart", "limit");

  private final ReferenceNetwork network;
  private final List<Found> findings;
  private final long position;

  ReferenceTrace(List<TraceEvent> events, ZoneId zone) {
    network = new ReferenceNetwork(events, zone);
    findings = ReferenceFindings.of(network);
    position = events.size();
  }

  Map<String, Object> gaps(Optional<String> lot) {
    List<Found> chosen =
        findings.stream().filter(each -> lot.map(each.lot()::equals).orElse(true)).toList();
    Map<String, Object> counts = new TreeMap<>();
    chosen.forEach(
        each ->
            counts.merge(
                each.kind().code(),
                BigDecimal.ONE,
                (a, b) -> ((BigDecimal) a).add((BigDecimal) b)));
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("position", BigDecimal.valueOf(position));
    json.put("counts", counts);
    json.put("findings", chosen.stream().map(Found::json).toList());
    return json;
  }

  Map<String, Object> outbreak(OutbreakCases cases) {
    return new ReferenceOutbreak(network, cases).json(position);
  }

  Map<String, Object> trace(TraceQuery query) {
    Set<Holding> starts = starts(query.start());
    List<Map<String, Object>> rows = new ArrayList<>();
    Map<String, Integer> parties = new TreeMap<>();
    Set<List<String>> ends =
        new TreeSet<>(
            Comparator.comparing((List<String> end) -> end.get(0))
                .thenComparing(end -> end.get(1))
                .thenComparing(end -> REASONS.indexOf(end.get(2))));
    Set<Holding> reached = new TreeSet<>(ReferenceNetwork.BY_LOT);
    boolean truncated = false;
    starts.forEach(start -> rows.add(row(start, "start", 0, Set.of())));
    for (TraceDirection way : List.of(TraceDirection.BACKWARD, TraceDirection.FORWARD)) {
      if (query.direction().includes(way)) {
        boolean forward = way == TraceDirection.FORWARD;
        ReferenceClosure closure = new ReferenceClosure(network, starts, query, forward);
        closure.depths.forEach(
            (holding, depth) -> {
              parties.merge(holding.party(), depth, Math::min);
              if (depth > 0) {
                rows.add(row(holding, way.code(), depth, closure.via.get(holding)));
              }
              ends(closure, holding, forward, ends);
            });
        reached.addAll(closure.reached());
        truncated |= !closure.limited.isEmpty();
      }
    }
    rows.sort(
        Comparator.comparing((Map<String, Object> row) -> (BigDecimal) row.get("depth"))
            .thenComparing(row -> (String) row.get("lot"))
            .thenComparing(row -> (String) row.get("party"))
            .thenComparing(row -> (String) row.get("direction")));
    Map<String, Object> json = start(query.start());
    json.put("direction", query.direction().code());
    json.put("strict", query.strict());
    json.put("position", BigDecimal.valueOf(position));
    json.put("truncated", truncated);
    json.put("reached", BigDecimal.valueOf(rows.size()));
    json.put("holdings", rows);
    json.put("parties", parties(parties));
    json.put("ends", ends.stream().map(ReferenceTrace::end).toList());
    json.put("findings", findings(reached));
    return json;
  }

  Map<String, Object> recall(TraceStart start) {
    Set<Holding> starts = starts(start);
    TraceQuery query = TraceQuery.of(start, TraceDirection.FORWARD);
    ReferenceClosure closure = new ReferenceClosure(network, starts, query, true);
    Map<Holding, Double> shares = ReferenceShares.of(network, starts, closure.reached());
    Map<String, Integer> parties = new TreeMap<>();
    closure.reached().forEach(holding -> parties.merge(holding.party(), 1, Integer::sum));
    List<Map<String, Object>> rows = new ArrayList<>();
    closure.depths.entrySet().stream()
        .sorted(Map.Entry.comparingByValue())
        .forEach(each -> rows.addAll(balance(each.getKey(), shares.get(each.getKey()))));
    Map<String, Object> json = start(start);
    json.put("position", BigDecimal.valueOf(position));
    Set<Holding> strays = strays(closure.reached());
    boolean complete = strays.isEmpty();
    for (Holding each : closure.reached()) {
      complete &= !dangles(each, true);
      complete &=
          network.pairs.stream()
              .noneMatch(two -> two.ambiguous() && two.sent().holding().equals(each));
    }
    json.put("complete", complete);
    List<Map<String, Object>> told = new ArrayList<>();
    parties.forEach(
        (id, holdings) -> {
          Map<String, Object> party = new LinkedHashMap<>();
          party.put("id", id);
          party.put("name", null);
          party.put("holdings", BigDecimal.valueOf(holdings));
          told.add(party);
        });
    json.put("parties", told);
    json.put("holdings", rows);
    json.put("totals", ReferenceBalance.totals(network, closure.reached()));
    strays.addAll(closure.reached());
    json.put("findings", findings(strays));
    return json;
  }

  /** Holdings of lots that were reached, themselves not reached and without a source. */
  private Set<Holding> strays(Set<Holding> reached) {
    Set<Holding> strays = new LinkedHashSet<>();
    for (Holding holding : network.holdings()) {
      boolean sameLot = reached.stream().anyMatch(each -> each.lot().equals(holding.lot()));
      boolean received =
          network.links.stream().anyMatch(link -> link.to().equals(holding) && link.movement());
      boolean made =
          network.entries.stream()
              .anyMatch(entry -> entry.role() == Role.OUTPUT && entry.holding().equals(holding));
      if (sameLot && !reached.contains(holding) && !received && !made && !created(holding)) {
        strays.add(holding);
      }
    }
    return strays;
  }

  private List<Map<String, Object>> balance(Holding holding, double share) {
    List<Map<String, Object>> rows = ReferenceBalance.rows(network, holding);
    for (Map<String, Object> row : rows) {
      boolean known = row.get("in") != null && !Double.isNaN(share);
      row.put(
          "attributable",
          known
              ? BigDecimal.valueOf(((BigDecimal) row.get("in")).doubleValue() * share)
              : share == 1.0 ? row.get("in") : null);
    }
    return rows;
  }

  private Set<Holding> starts(TraceStart start) {
    Set<Holding> starts = new TreeSet<>(ReferenceNetwork.BY_LOT);
    for (Holding holding : network.holdings()) {
      if (holding.lot().equals(start.lot())
          && start.party().map(holding.party()::equals).orElse(true)) {
        starts.add(holding);
      }
    }
    return starts;
  }

  private Map<String, Object> row(Holding holding, String direction, int depth, Set<String> via) {
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("lot", holding.lot());
    row.put("party", holding.party());
    row.put("direction", direction);
    row.put("depth", BigDecimal.valueOf(depth));
    row.put("via", new ArrayList<Object>(via));
    row.putAll(ReferenceBalance.quantity(network, holding));
    return row;
  }

  private void ends(
      ReferenceClosure closure, Holding holding, boolean forward, Set<List<String>> ends) {
    if (closure.limited.contains(holding)) {
      ends.add(List.of(holding.lot(), holding.party(), "limit"));
    }
    if (dangles(holding, forward)) {
      ends.add(List.of(holding.lot(), holding.party(), "unknown-counterpart"));
    } else if (!closure.leads(holding) && (forward || !created(holding))) {
      String reason = forward ? left(holding) : "no-origin";
      ends.add(List.of(holding.lot(), holding.party(), reason));
    }
  }

  private String left(Holding holding) {
    boolean removed =
        network.entries.stream()
            .anyMatch(entry -> entry.role().removal() && entry.holding().equals(holding));
    boolean known =
        ReferenceBalance.rows(network, holding).stream()
            .anyMatch(row -> row.get("onHand") instanceof BigDecimal left && left.signum() > 0);
    return removed && !known ? "removed" : "on-hand";
  }

  private boolean created(Holding holding) {
    return network.entries.stream()
        .anyMatch(entry -> entry.role() == Role.CREATED && entry.holding().equals(holding));
  }

  private boolean dangles(Holding holding, boolean forward) {
    Role role = forward ? Role.SHIPPED : Role.RECEIVED;
    return network.entries.stream()
        .anyMatch(
            entry ->
                entry.role() == role && entry.holding().equals(holding) && network.dangling(entry));
  }

  private List<Map<String, Object>> findings(Set<Holding> reached) {
    Set<String> lots = new TreeSet<>();
    reached.forEach(holding -> lots.add(holding.lot()));
    return findings.stream()
        .filter(
            each ->
                each.party().isEmpty()
                    ? lots.contains(each.lot())
                    : reached.contains(new Holding(each.lot(), each.party())))
        .map(Found::json)
        .toList();
  }

  private static Map<String, Object> start(TraceStart start) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("lot", start.lot());
    json.put("party", start.party().orElse(null));
    json.put("time", start.time().map(Object::toString).orElse(null));
    return json;
  }

  private static List<Map<String, Object>> parties(Map<String, Integer> depths) {
    List<Map<String, Object>> parties = new ArrayList<>();
    depths.entrySet().stream()
        .sorted(Map.Entry.comparingByValue())
        .forEach(
            each -> {
              Map<String, Object> party = new LinkedHashMap<>();
              party.put("id", each.getKey());
              party.put("depth", BigDecimal.valueOf(each.getValue()));
              parties.add(party);
            });
    return parties;
  }

  private static Map<String, Object> end(List<String> end) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("lot", end.get(0));
    json.put("party", end.get(1));
    json.put("reason", end.get(2));
    return json;
  }
}

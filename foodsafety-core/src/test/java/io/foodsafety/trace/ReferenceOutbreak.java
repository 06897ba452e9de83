package io.foodsafety.trace;

import io.foodsafety.model.trace.Holding;
import io.foodsafety.trace.ReferenceEntry.Role;
import io.foodsafety.trace.ReferenceNetwork.Link;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** The scores of domain/tracing.md § 2: one forward closure from each party and each lot. */
final class ReferenceOutbreak {

  /** A lot that went from one party to another; an empty end is not known. */
  record Delivery(
      String lot, String from, String to, ReferenceSpan leaves, ReferenceSpan arrives) {}

  private final ReferenceNetwork network;
  private final OutbreakCases cases;
  private final List<Delivery> deliveries = new ArrayList<>();

  ReferenceOutbreak(ReferenceNetwork network, OutbreakCases cases) {
    this.network = network;
    this.cases = cases;
    for (Link link : network.links) {
      if (link.movement()) {
        deliveries.add(
            new Delivery(
                link.from().lot(),
                link.from().party(),
                link.to().party(),
                link.leaves(),
                link.arrives()));
      }
    }
    for (ReferenceEntry half : network.entries) {
      if (network.dangling(half)) {
        boolean sent = half.role() == Role.SHIPPED;
        deliveries.add(
            new Delivery(
                half.lot(),
                sent ? half.party() : "",
                sent ? "" : half.party(),
                half.time(),
                half.time()));
      }
    }
  }

  Map<String, Object> json(long position) {
    Set<String> parties = new TreeSet<>(cases.parties().keySet());
    Set<String> lots = new TreeSet<>(cases.lots().keySet());
    for (Holding holding : network.holdings()) {
      parties.add(holding.party());
      lots.add(holding.lot());
    }
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("position", BigDecimal.valueOf(position));
    json.put("parties", parties.stream().map(party -> score(party, ofParty(party))).toList());
    json.put("lots", lots.stream().map(lot -> score(lot, ofLot(lot))).toList());
    return json;
  }

  private static Map<String, Object> score(String id, BigDecimal score) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("id", id);
    json.put("score", score);
    return json;
  }

  private BigDecimal ofParty(String party) {
    Trace trace = new Trace();
    deliveries.stream().filter(each -> each.from().equals(party)).forEach(trace::visit);
    trace.parties.add(party);
    return trace.score();
  }

  private BigDecimal ofLot(String lot) {
    Trace trace = new Trace();
    trace.lots.add(lot);
    deliveries.stream().filter(each -> each.lot().equals(lot)).forEach(trace::visit);
    for (Holding holding : network.holdings()) {
      boolean madeThere =
          network.in(holding).isEmpty() || network.in(holding).stream().anyMatch(this::made);
      if (holding.lot().equals(lot)
          && (madeThere || !cases.killingParties().contains(holding.party()))) {
        trace.visit(holding);
      }
    }
    return trace.score();
  }

  private boolean made(ReferenceNetwork.Posting in) {
    return network.entries.stream()
        .anyMatch(
            entry ->
                entry.event().equals(in.event())
                    && entry.holding().equals(in.holding())
                    && (entry.role() == Role.CREATED || entry.role() == Role.OUTPUT));
  }

  /** What follows. */
  private final class Trace {
    final Set<String> parties = new HashSet<>();
    final Set<String> lots = new HashSet<>();
    private final Set<Delivery> seen = new LinkedHashSet<>();
    private final Set<Holding> holdings = new HashSet<>();

    void visit(Delivery delivery) {
      if (!seen.add(delivery)) {
        return;
      }
      lots.add(delivery.lot());
      String at = delivery.to();
      if (at.isEmpty()) {
        return;
      }
      parties.add(at);
      if (cases.killingParties().contains(at)) {
        return;
      }
      visit(new Holding(delivery.lot(), at));
      if (cases.crossContaminated().contains(at) && !cases.killedLots().contains(delivery.lot())) {
        deliveries.stream()
            .filter(next -> next.from().equals(at) && canFollow(delivery, next))
            .forEach(this::visit);
      }
    }

    void visit(Holding holding) {
      lots.add(holding.lot());
      if (!holdings.add(holding)) {
        return;
      }
      deliveries.stream()
          .filter(d -> d.lot().equals(holding.lot()) && d.from().equals(holding.party()))
          .forEach(this::visit);
      network.links.stream()
          .filter(link -> !link.movement() && link.from().equals(holding))
          .filter(link -> !cases.killedLots().contains(holding.lot()))
          .forEach(link -> visit(link.to()));
    }

    BigDecimal score() {
      BigDecimal sum = BigDecimal.ZERO;
      BigDecimal plus = BigDecimal.ZERO;
      BigDecimal minus = BigDecimal.ZERO;
      for (Map.Entry<String, BigDecimal> each : cases.parties().entrySet()) {
        sum = sum.add(parties.contains(each.getKey()) ? each.getValue() : BigDecimal.ZERO);
        plus = plus.add(each.getValue().max(BigDecimal.ZERO));
        minus = minus.add(each.getValue().negate().max(BigDecimal.ZERO));
      }
      for (Map.Entry<String, BigDecimal> each : cases.lots().entrySet()) {
        sum = sum.add(lots.contains(each.getKey()) ? each.getValue() : BigDecimal.ZERO);
        plus = plus.add(each.getValue().max(BigDecimal.ZERO));
        minus = minus.add(each.getValue().negate().max(BigDecimal.ZERO));
      }
      BigDecimal all = plus.max(minus);
      return all.signum() == 0 ? all : sum.divide(all, 10, RoundingMode.HALF_UP);
    }
  }

  private boolean canFollow(Delivery received, Delivery sent) {
    boolean unknown = !received.arrives().known() || !sent.leaves().known();
    return unknown || !day(received.arrives().first()).isAfter(day(sent.leaves().last()));
  }

  private LocalDate day(long second) {
    ZoneId zone = network.zone;
    return LocalDate.ofInstant(Instant.ofEpochSecond(second), zone);
  }
}

package io.foodsafety.trace;

import io.foodsafety.model.trace.Holding;
import io.foodsafety.model.trace.TraceEvent;
import io.foodsafety.trace.ReferenceEntry.Role;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/** Links between holdings and what was booked at them: docs/trace.md § 2 to 5, slow and plain. */
final class ReferenceNetwork {

  static final Comparator<Holding> BY_LOT =
      Comparator.comparing(Holding::lot).thenComparing(Holding::party);

  /** From one holding to the next. */
  record Link(
      Holding from,
      Holding to,
      Set<String> events,
      ReferenceSpan leaves,
      ReferenceSpan arrives,
      boolean movement,
      boolean ambiguous) {}

  /**
   * What one event changed at one holding.
   *
   * @param own whether the party itself recorded it
   * @param process what it was made in or used for, or nothing
   * @param senders where it can have come from
   */
  record Posting(
      String column,
      Holding holding,
      String event,
      ReferenceSpan time,
      ReferenceAmount amount,
      boolean own,
      String process,
      List<Holding> senders) {

    /** Of one event what came in first, then what went, used and removed. */
    int order() {
      return List.of("in", "out", "used", "sold", "destroyed", "sampled", "lost").indexOf(column);
    }
  }

  final List<ReferenceEntry> entries;
  final List<ReferencePairs.Two> pairs;
  final List<Link> links = new ArrayList<>();
  final List<Posting> postings = new ArrayList<>();
  final ZoneId zone;

  ReferenceNetwork(List<TraceEvent> events, ZoneId zone) {
    this.zone = zone;
    entries = ReferenceEntries.of(events, zone);
    pairs = ReferencePairs.of(entries);
    entries.forEach(this::add);
    pairs.forEach(this::link);
  }

  Set<Holding> holdings() {
    Set<Holding> all = new TreeSet<>(BY_LOT);
    entries.forEach(entry -> all.add(entry.holding()));
    links.forEach(
        link -> {
          all.add(link.from());
          all.add(link.to());
        });
    return all;
  }

  List<Posting> postings(Holding holding) {
    return postings.stream()
        .filter(posting -> posting.holding().equals(holding))
        .sorted(
            Comparator.comparing((Posting posting) -> posting.time().first())
                .thenComparing(Posting::event)
                .thenComparing(Posting::order))
        .toList();
  }

  List<Posting> in(Holding holding) {
    return postings(holding).stream().filter(p -> p.column().equals("in")).toList();
  }

  /** Whether a half has neither partner nor counterpart. */
  boolean dangling(ReferenceEntry entry) {
    return half(entry)
        && entry.counterpart().isEmpty()
        && ReferencePairs.partners(pairs, entry).isEmpty();
  }

  static boolean half(ReferenceEntry entry) {
    return entry.role() == Role.SHIPPED || entry.role() == Role.RECEIVED;
  }

  private void add(ReferenceEntry entry) {
    switch (entry.role()) {
      case CREATED -> post(entry, "in", entry.amount(), entry.time(), List.of());
      case INPUT -> {
        post(entry, "used", entry.amount(), entry.time(), List.of());
        entries.stream()
            .filter(e -> e.role() == Role.OUTPUT && e.process().equals(entry.process()))
            .forEach(output -> link(entry, output));
      }
      case OUTPUT -> post(entry, "in", entry.amount(), entry.time(), List.of());
      case TRANSFERRED -> {
        Holding to = new Holding(entry.lot(), entry.counterpart());
        post(entry, "out", entry.amount(), entry.time(), List.of());
        post(entry, to, "in", entry.received(), false, List.of(entry.holding()));
        links.add(
            new Link(
                entry.holding(),
                to,
                events(entry, entry),
                entry.time(),
                entry.received(),
                true,
                false));
      }
      case SHIPPED, RECEIVED -> addHalf(entry);
      case OBSERVED, PACKED -> {}
      default ->
          post(
              entry,
              entry.role().name().toLowerCase(Locale.ROOT),
              entry.amount(),
              entry.time(),
              List.of());
    }
  }

  private void addHalf(ReferenceEntry half) {
    boolean sent = half.role() == Role.SHIPPED;
    String column = sent ? "out" : "in";
    List<ReferenceEntry> partners = List.copyOf(ReferencePairs.partners(pairs, half));
    boolean paired = pairs.stream().anyMatch(two -> !two.ambiguous() && two.sent().equals(half));
    paired |= pairs.stream().anyMatch(two -> !two.ambiguous() && two.received().equals(half));
    List<Holding> senders =
        sent ? List.of() : partners.stream().map(ReferenceEntry::holding).toList();
    if (paired) {
      ReferenceEntry partner = partners.get(0);
      ReferenceAmount amount = half.amount().nothingRecorded() ? partner.amount() : half.amount();
      post(half, column, amount, half.time().or(partner.time()), senders);
    } else if (partners.isEmpty() && !half.counterpart().isEmpty()) {
      Holding other = new Holding(half.lot(), half.counterpart());
      post(half, column, half.amount(), half.time(), sent ? List.of() : List.of(other));
      post(
          half,
          other,
          sent ? "in" : "out",
          half.time(),
          false,
          sent ? List.of(half.holding()) : List.of());
      links.add(
          new Link(
              sent ? half.holding() : other,
              sent ? other : half.holding(),
              events(half, half),
              half.time(),
              half.time(),
              true,
              false));
    } else {
      post(half, column, half.amount(), half.time(), senders);
    }
  }

  private void link(ReferencePairs.Two two) {
    ReferenceSpan sent = two.sent().time();
    ReferenceSpan received = two.received().time();
    links.add(
        new Link(
            two.sent().holding(),
            two.received().holding(),
            events(two.sent(), two.received()),
            sent.or(received),
            received.or(sent),
            true,
            two.ambiguous()));
  }

  private void link(ReferenceEntry input, ReferenceEntry output) {
    links.add(
        new Link(
            input.holding(),
            output.holding(),
            events(input, output),
            input.time(),
            output.time(),
            false,
            false));
  }

  private void post(
      ReferenceEntry entry,
      String column,
      ReferenceAmount amount,
      ReferenceSpan time,
      List<Holding> senders) {
    postings.add(
        new Posting(
            column, entry.holding(), entry.event(), time, amount, true, entry.process(), senders));
  }

  private void post(
      ReferenceEntry entry,
      Holding holding,
      String column,
      ReferenceSpan time,
      boolean own,
      List<Holding> senders) {
    postings.add(
        new Posting(column, holding, entry.event(), time, entry.amount(), own, "", senders));
  }

  static Set<String> events(ReferenceEntry first, ReferenceEntry second) {
    return new TreeSet<>(List.of(first.event(), second.event()).stream().distinct().toList());
  }
}

package io.foodsafety.trace;

import io.foodsafety.model.measure.Quantity;
import io.foodsafety.model.measure.Unit;
import io.foodsafety.model.time.EventTime;
import io.foodsafety.model.trace.RemovalReason;
import io.foodsafety.model.trace.TraceEvent;
import io.foodsafety.model.trace.TraceItem;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Events told in words. An item is {@code "flour 100"} (kilograms), {@code "flour 2 C62"}, {@code
 * "flour"} (nobody knows how much) or {@code "[crate]"}; several are parted by commas. A word that
 * is not known is written as an empty text.
 */
final class TraceStory {

  private final List<TraceEvent> events = new ArrayList<>();

  TraceStory create(String id, String at, String party, String outputs) {
    return add(new TraceEvent.Create(id, time(at), party, items(outputs)));
  }

  TraceStory transfer(String id, String at, String arrived, String from, String to, String items) {
    return add(
        new TraceEvent.Transfer(
            id, time(at), time(arrived), from, to, Optional.empty(), items(items)));
  }

  TraceStory ship(String id, String at, String from, String to, String document, String items) {
    return add(new TraceEvent.Ship(id, time(at), from, word(to), word(document), items(items)));
  }

  TraceStory receive(String id, String at, String from, String to, String document, String items) {
    return add(new TraceEvent.Receive(id, time(at), word(from), to, word(document), items(items)));
  }

  TraceStory transform(String id, String at, String party, String inputs, String outputs) {
    return process(id, at, party, inputs, outputs, "");
  }

  TraceStory process(
      String id, String at, String party, String inputs, String outputs, String process) {
    return add(
        new TraceEvent.Transform(
            id, time(at), party, items(inputs), items(outputs), word(process)));
  }

  TraceStory pack(String id, String at, String party, String container, String items) {
    return add(new TraceEvent.Pack(id, time(at), party, container, items(items)));
  }

  TraceStory unpack(String id, String at, String party, String container, String items) {
    return add(new TraceEvent.Unpack(id, time(at), party, container, items(items)));
  }

  TraceStory remove(String id, String at, String party, RemovalReason reason, String items) {
    return add(new TraceEvent.Remove(id, time(at), party, reason, items(items)));
  }

  TraceStory observe(String id, String at, String party, String items) {
    return add(new TraceEvent.Observe(id, time(at), party, items(items), Map.of()));
  }

  TraceStory voiding(String id, String target) {
    return add(new TraceEvent.Voiding(id, Optional.empty(), target, "wrong"));
  }

  List<TraceEvent> events() {
    return events;
  }

  TraceNetwork network() {
    return TraceNetwork.of(events, TraceComparison.ZONE);
  }

  /** What follows a lot, as {@code lot@party}, in order of depth. */
  List<String> forward(String lot) {
    return reached(TraceQuery.of(TraceStart.lot(lot), TraceDirection.FORWARD));
  }

  List<String> backward(String lot) {
    return reached(TraceQuery.of(TraceStart.lot(lot), TraceDirection.BACKWARD));
  }

  List<String> reached(TraceQuery query) {
    return network().trace(query).holdings().stream()
        .filter(each -> each.depth() > 0)
        .map(each -> each.holding().lot() + "@" + each.holding().party())
        .toList();
  }

  /** Where a trace ends, as {@code lot@party reason}. */
  List<String> ends(String lot, TraceDirection direction) {
    return network().trace(TraceQuery.of(TraceStart.lot(lot), direction)).ends().stream()
        .map(e -> e.holding().lot() + "@" + e.holding().party() + " " + e.reason().code())
        .toList();
  }

  /** The gaps, as {@code kind lot@party events}. */
  List<String> gaps() {
    return network().gaps(Optional.empty()).findings().stream()
        .map(
            each ->
                "%s %s@%s %s"
                    .formatted(
                        each.kind().code(),
                        each.lot(),
                        each.party().orElse("-"),
                        String.join(",", each.events())))
        .toList();
  }

  /** A row of a recall, as {@code in out used sold onHand attributable unit}. */
  String balance(String recalled, String lot, String party) {
    return network().recall(TraceStart.lot(recalled)).holdings().stream()
        .filter(each -> each.holding().lot().equals(lot) && each.holding().party().equals(party))
        .map(
            each ->
                "in %s out %s used %s sold %s onHand %s attributable %s"
                    .formatted(
                        text(each.in()),
                        text(each.out()),
                        text(each.used()),
                        text(Optional.ofNullable(each.removed().get(RemovalReason.SOLD))),
                        text(each.onHand()),
                        text(each.attributable())))
        .reduce("", (a, b) -> a.isEmpty() ? b : a + " | " + b);
  }

  private static String text(Optional<java.math.BigDecimal> number) {
    return number.map(each -> each.stripTrailingZeros().toPlainString()).orElse("?");
  }

  private TraceStory add(TraceEvent event) {
    events.add(event);
    return this;
  }

  private static Optional<EventTime> time(String text) {
    return word(text).map(EventTime::parse);
  }

  private static Optional<String> word(String text) {
    return text.isEmpty() ? Optional.empty() : Optional.of(text);
  }

  private static List<TraceItem> items(String text) {
    return Arrays.stream(text.split(",", -1))
        .map(String::trim)
        .filter(each -> !each.isEmpty())
        .map(TraceStory::item)
        .toList();
  }

  private static TraceItem item(String text) {
    if (text.startsWith("[")) {
      return TraceItem.container(text.substring(1, text.length() - 1));
    }
    List<String> words = List.of(text.split(" ", -1));
    if (words.size() == 1) {
      return TraceItem.lot(text);
    }
    Unit unit = Unit.of(words.size() > 2 ? words.get(2).toUpperCase(Locale.ROOT) : "KGM");
    return TraceItem.lot(words.get(0), Quantity.of(words.get(1), unit));
  }
}

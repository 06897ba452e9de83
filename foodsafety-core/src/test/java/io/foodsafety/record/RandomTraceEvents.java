package io.foodsafety.record;

import io.foodsafety.model.fact.AttributeValue;
import io.foodsafety.model.measure.Quantity;
import io.foodsafety.model.measure.Unit;
import io.foodsafety.model.time.EventTime;
import io.foodsafety.model.time.Moment;
import io.foodsafety.model.trace.RemovalReason;
import io.foodsafety.model.trace.TraceEvent;
import io.foodsafety.model.trace.TraceItem;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Trace events of all kinds with whatever may be absent, the same for one seed. */
final class RandomTraceEvents {

  private final Random random;

  RandomTraceEvents(long seed) {
    this.random = new Random(seed);
  }

  TraceEvent next() {
    String id = name("E");
    Optional<EventTime> at = maybe(this::time);
    return switch (random.nextInt(10)) {
      case 0 -> new TraceEvent.Create(id, at, name("P"), items(1));
      case 1 ->
          new TraceEvent.Transfer(
              id, at, maybe(this::time), name("P"), name("P"), document(), items(1));
      case 2 -> new TraceEvent.Ship(id, at, name("P"), maybe(this::party), document(), items(1));
      case 3 -> new TraceEvent.Receive(id, at, maybe(this::party), name("P"), document(), items(1));
      case 4 -> transform(id, at);
      case 5 -> new TraceEvent.Pack(id, at, name("P"), name("C"), items(1));
      case 6 -> new TraceEvent.Unpack(id, at, name("P"), name("C"), items(0));
      case 7 -> new TraceEvent.Remove(id, at, name("P"), reason(), items(1));
      case 8 -> new TraceEvent.Observe(id, at, name("P"), items(1), attributes());
      default -> new TraceEvent.Voiding(id, at, name("F"), "错 " + random.nextInt(9));
    };
  }

  private RemovalReason reason() {
    List<RemovalReason> reasons = List.of(RemovalReason.values());
    return reasons.get(random.nextInt(reasons.size()));
  }

  private TraceEvent transform(String id, Optional<EventTime> at) {
    return switch (random.nextInt(3)) {
      case 0 ->
          new TraceEvent.Transform(
              id, at, name("P"), items(1), items(1), maybe(() -> name("process ")));
      case 1 ->
          new TraceEvent.Transform(id, at, name("P"), items(1), List.of(), Optional.of("process"));
      default ->
          new TraceEvent.Transform(id, at, name("P"), List.of(), items(1), Optional.of("process"));
    };
  }

  private List<TraceItem> items(int least) {
    return Stream.generate(this::item).limit(least + random.nextInt(3)).toList();
  }

  private TraceItem item() {
    return switch (random.nextInt(4)) {
      case 0 -> TraceItem.container(name("C"));
      case 1 -> TraceItem.lot(name("L"));
      default -> TraceItem.lot(name("L"), Quantity.of(amount().toPlainString(), unit()));
    };
  }

  private BigDecimal amount() {
    return random.nextInt(5) == 0
        ? new BigDecimal(new BigInteger(110, random), 18).movePointRight(1)
        : BigDecimal.valueOf(random.nextInt(1_000), random.nextInt(3));
  }

  private Unit unit() {
    return List.of(Unit.KILOGRAM, Unit.ONE, Unit.of("TNE"), Unit.of("X9")).get(random.nextInt(4));
  }

  private EventTime time() {
    LocalDate day = LocalDate.of(2024, 1, 1).plusDays(random.nextInt(400));
    return switch (random.nextInt(4)) {
      case 0 -> EventTime.of(Year.of(1 + random.nextInt(2_024)));
      case 1 -> EventTime.of(YearMonth.from(day));
      case 2 -> EventTime.of(Moment.of(day));
      default ->
          EventTime.of(Moment.of(Instant.ofEpochSecond(random.nextInt(), random.nextInt(2))));
    };
  }

  private Map<String, AttributeValue> attributes() {
    return switch (random.nextInt(3)) {
      case 0 -> Map.of();
      case 1 -> Map.of("https://example.org/t", AttributeValue.decimal("-18.5"));
      default ->
          Map.of(
              "sealed", AttributeValue.bool(random.nextBoolean()),
              "note", AttributeValue.string("\uD83D\uDE00\n" + random.nextInt(2)));
    };
  }

  private Optional<String> document() {
    return maybe(() -> name("D"));
  }

  private String party() {
    return name("P");
  }

  private String name(String prefix) {
    int number = random.nextInt(1_000);
    return number % 7 == 0 ? prefix + "号 " + number : prefix + number;
  }

  private <T> Optional<T> maybe(Supplier<T> value) {
    return random.nextInt(3) == 0 ? Optional.empty() : Optional.of(value.get());
  }
}

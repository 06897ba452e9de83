package io.foodsafety.examples.cli.crash;

import io.foodsafety.model.fact.AttributeValue;
import io.foodsafety.model.fact.Fact;
import io.foodsafety.model.fact.SubjectRef;
import io.foodsafety.model.fact.Withdrawal;
import io.foodsafety.model.measure.Quantity;
import io.foodsafety.model.measure.Unit;
import io.foodsafety.model.subject.Subject;
import io.foodsafety.model.time.EventTime;
import io.foodsafety.model.time.Moment;
import io.foodsafety.model.trace.TraceEvent;
import io.foodsafety.model.trace.TraceItem;
import io.foodsafety.record.NdjsonFormat;
import io.foodsafety.record.RecordEncoder;
import io.foodsafety.spi.format.RecordWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;

/** The records of an import, and the file that holds them in random order. */
final class CrashInput {

  static final LocalDate WITHDRAWN = LocalDate.of(2024, 6, 1);

  private static final int SUBJECTS = 500;
  private static final int FACTS = 5_000;
  private static final int WITHDRAWALS = 500;

  /** Each is created and sent on: nothing about it is wrong, once all of it is stored. */
  private static final int LOTS = 600;

  private final Path file;
  private final Map<String, Subject> subjects = new TreeMap<>();
  private final Map<String, Fact> facts = new TreeMap<>();
  private final Map<String, Withdrawal> withdrawals = new TreeMap<>();
  private final Map<String, TraceEvent> events = new TreeMap<>();

  CrashInput(Path file, Random random) throws IOException {
    this.file = file;
    for (int i = 0; i < SUBJECTS; i++) {
      Subject subject =
          Subject.builder("S" + i, "Restaurant 餐馆 " + i)
              .attribute("areaM2", AttributeValue.decimal(random.nextInt(2_000)))
              .build();
      subjects.put(subject.id(), subject);
    }
    for (int i = 0; i < FACTS; i++) {
      Fact fact = fact("F" + i, random);
      facts.put(fact.id(), fact);
    }
    for (int i = 0; i < WITHDRAWALS; i++) {
      Withdrawal withdrawal = Withdrawal.of("W" + i, "F" + i * 7, Moment.of(WITHDRAWN), "appeal");
      withdrawals.put(withdrawal.id(), withdrawal);
    }
    for (int i = 0; i < LOTS; i++) {
      addLot("L" + i, random);
    }
    write();
  }

  private void addLot(String lot, Random random) {
    List<TraceItem> items = List.of(TraceItem.lot(lot, Quantity.of("10", Unit.KILOGRAM)));
    Optional<EventTime> made = Optional.of(EventTime.parse("2024-05"));
    Optional<EventTime> sent = Optional.of(EventTime.parse("2024-06-01"));
    String maker = "S" + random.nextInt(SUBJECTS);
    add(new TraceEvent.Create(lot + "-made", made, maker, items));
    add(
        new TraceEvent.Transfer(
            lot + "-sent", sent, Optional.empty(), maker, "shop", Optional.empty(), items));
  }

  private void add(TraceEvent event) {
    events.put(event.id(), event);
  }

  private static Fact fact(String id, Random random) {
    LocalDate date = LocalDate.of(2024, 1, 1).plusDays(random.nextInt(150));
    return Fact.builder(id, "sample", subject(random), Moment.of(date))
        .ref("producer", subject(random))
        .attribute("product", AttributeValue.string("x".repeat(random.nextInt(300))))
        .attribute("items", AttributeValue.decimal(random.nextInt(50)))
        .build();
  }

  private static SubjectRef subject(Random random) {
    return SubjectRef.business("S" + random.nextInt(SUBJECTS));
  }

  private void write() throws IOException {
    try (OutputStream out = Files.newOutputStream(file);
        RecordWriter writer = new NdjsonFormat().writer(out).orElseThrow()) {
      for (Withdrawal withdrawal : withdrawals.values()) {
        writer.write(RecordEncoder.encode(withdrawal));
      }
      for (Fact fact : facts.values()) {
        writer.write(RecordEncoder.encode(fact));
      }
      for (TraceEvent event : events.values()) {
        writer.write(RecordEncoder.encode(event));
      }
      for (Subject subject : subjects.values()) {
        writer.write(RecordEncoder.encode(subject));
      }
    }
  }

  Path file() {
    return file;
  }

  Map<String, Subject> subjects() {
    return subjects;
  }

  Map<String, Fact> facts() {
    return facts;
  }

  Map<String, Withdrawal> withdrawals() {
    return withdrawals;
  }

  Map<String, TraceEvent> events() {
    return events;
  }

  int size() {
    return SUBJECTS + FACTS + WITHDRAWALS + events.size();
  }
}

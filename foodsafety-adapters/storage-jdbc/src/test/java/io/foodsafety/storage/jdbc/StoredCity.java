package io.foodsafety.storage.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import io.foodsafety.fact.FactQuery;
import io.foodsafety.ledger.LedgerReport;
import io.foodsafety.model.actor.Actor;
import io.foodsafety.model.fact.AttributeValue;
import io.foodsafety.model.fact.Fact;
import io.foodsafety.model.fact.SubjectRef;
import io.foodsafety.model.fact.Withdrawal;
import io.foodsafety.model.subject.Subject;
import io.foodsafety.model.time.EventTime;
import io.foodsafety.model.time.Moment;
import io.foodsafety.model.trace.TraceEvent;
import io.foodsafety.model.trace.TraceItem;
import io.foodsafety.runtime.FoodSafety;
import io.foodsafety.runtime.FoodSafetyBuilder;
import io.foodsafety.runtime.Session;
import io.foodsafety.subject.Relation;
import io.foodsafety.subject.RelationKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * A city that every later version must still read. The database of a version of the stored formats
 * is written once, by {@code main}, and never again.
 */
final class StoredCity {

  static final Instant WRITTEN = Instant.parse("2026-01-02T03:04:05Z");
  private static final int INSPECTIONS = 12;

  /** One for each document that {@link #write} stores: facts, withdrawal, subjects, and so on. */
  private static final int ENTRIES = INSPECTIONS + 8;

  private StoredCity() {}

  /** Writes the database to a zip that does not exist yet. */
  public static void main(String[] arguments) throws IOException {
    Path folder = Files.createTempDirectory("city");
    try (FoodSafety city = open(folder, WRITTEN)) {
      write(city);
      check(city);
    }
    try (ZipOutputStream zip =
        new ZipOutputStream(
            Files.newOutputStream(Path.of(arguments[0]), StandardOpenOption.CREATE_NEW))) {
      zip.putNextEntry(new ZipEntry("city.mv.db"));
      Files.copy(folder.resolve("city.mv.db"), zip);
      zip.closeEntry();
    }
  }

  /** Opens the database in a folder, or makes it. */
  static FoodSafety open(Path folder, Instant now) {
    return open(Map.of("url", "jdbc:h2:file:" + folder.resolve("city"), "pool", "2"), now);
  }

  /** Opens the database that settings lead to. */
  static FoodSafety open(Map<String, String> settings, Instant now) {
    return builder(settings, now).build();
  }

  static FoodSafetyBuilder builder(Map<String, String> settings, Instant now) {
    return FoodSafety.builder()
        .withoutDiscovery()
        .plugin(new JdbcStoragePlugin())
        .storage("jdbc", settings)
        .clock(Clock.fixed(now, ZoneOffset.UTC));
  }

  static Session session(FoodSafety city) {
    return city.as(Actor.person("inspector-7"));
  }

  static Fact inspection(String id, int score) {
    return Fact.builder(id, "inspection", SubjectRef.business("S1"), Moment.parse("2025-05-02"))
        .attribute("score", AttributeValue.decimal(score))
        .build();
  }

  static void write(FoodSafety city) {
    Session session = session(city);
    session.subjects().register(restaurant(80));
    session.subjects().register(restaurant(120), LocalDate.of(2026, 1, 2));
    session.subjects().register(Subject.builder("M", "Market 菜市场").build());
    session.subjects().relate(Relation.of(RelationKind.MARKET_STALL, "M", "S1"));
    session
        .facts()
        .recordAll(
            IntStream.range(0, INSPECTIONS).mapToObj(i -> inspection("F" + i, 60 + i)).toList());
    session
        .facts()
        .withdraw(Withdrawal.of("W1", "F1", Moment.parse("2025-06-01"), "overturned on appeal 撤销"));
    session
        .trace()
        .capture(
            new TraceEvent.Create(
                "E1", Optional.of(EventTime.parse("2025-07")), "S1", List.of(TraceItem.lot("L1"))));
    city.advance(WRITTEN);
    session.facts().record(inspection("unsealed", 99));
  }

  private static Subject restaurant(int area) {
    return Subject.builder("S1", "Restaurant 饭店")
        .segment("catering")
        .attribute("areaM2", AttributeValue.decimal(area))
        .build();
  }

  /** Reads all that was written, and verifies the ledger. */
  static void check(FoodSafety city) {
    Session session = session(city);
    assertThat(session.subjects().find("S1").orElseThrow().name()).isEqualTo("Restaurant 饭店");
    assertThat(session.subjects().relations("M")).hasSize(1);
    for (int i = 0; i < INSPECTIONS; i++) {
      Fact written = inspection("F" + i, 60 + i).toBuilder().recordedAt(WRITTEN).build();
      assertThat(session.facts().get("F" + i)).isEqualTo(written);
    }
    LocalDate later = LocalDate.of(2026, 1, 1);
    assertThat(session.facts().list(FactQuery.all().countingOn(later, ZoneOffset.UTC)))
        .extracting(Fact::id)
        .contains("F0", "F2", "unsealed")
        .doesNotContain("F1");
    assertThat(session.trace().find("E1")).containsInstanceOf(TraceEvent.Create.class);
    LedgerReport ledger = session.ledger().verify();
    assertThat(ledger.faults()).isEmpty();
    assertThat(ledger.entries()).isGreaterThanOrEqualTo(ENTRIES);
    assertThat(ledger.sealed()).isGreaterThanOrEqualTo(ENTRIES - 1);
  }
}

package io.foodsafety.benchmarks.rules;

import io.foodsafety.model.actor.Actor;
import io.foodsafety.model.fact.AttributeValue;
import io.foodsafety.model.fact.Fact;
import io.foodsafety.model.fact.SubjectRef;
import io.foodsafety.model.subject.Subject;
import io.foodsafety.model.time.Moment;
import io.foodsafety.runtime.AdvanceReport;
import io.foodsafety.runtime.FoodSafety;
import io.foodsafety.runtime.FoodSafetyBuilder;
import io.foodsafety.runtime.Session;
import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;

/**
 * Measures how long {@code advance} takes where grades are recorded: the first time, after one new
 * fact, on the next days. Arguments: businesses, facts of each, and the address of a database; in
 * memory without one.
 */
public final class RecordedGradesMeasurement {

  private static final Instant BEGIN = Instant.parse("2024-12-31T04:00:00Z");
  private static final LocalDate TODAY = LocalDate.ofInstant(BEGIN, ZoneOffset.UTC);
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
  private static final int BATCH = 2_000;
  private static final int DAYS = 40;

  private final SplittableRandom random = new SplittableRandom(1);
  private final int businesses;
  private final int facts;

  private RecordedGradesMeasurement(int businesses, int facts) {
    this.businesses = businesses;
    this.facts = facts;
  }

  /** Runs all. */
  public static void main(String[] args) throws IOException {
    int businesses = args.length > 0 ? Integer.parseInt(args[0]) : 20_000;
    int facts = args.length > 1 ? Integer.parseInt(args[1]) : 25;
    Path policy = Files.createTempFile("risk-2016-sample", ".json");
    try (InputStream resource =
        Objects.requireNonNull(
            RecordedGradesMeasurement.class.getResourceAsStream(
                "/policies/risk-2016-sample.json"))) {
      Files.write(policy, resource.readAllBytes());
    }
    FoodSafetyBuilder builder = FoodSafety.builder().policy(policy);
    if (args.length > 2) {
      builder.storage("jdbc", Map.of("url", args[2]));
    }
    builder.clock(Clock.fixed(BEGIN, ZoneOffset.UTC));
    String id;
    try (FoodSafety any = FoodSafety.builder().policy(policy).build()) {
      id = any.as(Actor.system("measurement")).risk().policies().get(0).id();
    }
    try (FoodSafety city = builder.recordGradesOf(id).build()) {
      new RecordedGradesMeasurement(businesses, facts).run(city);
    }
  }

  private void run(FoodSafety city) {
    Session office = city.as(Actor.system("measurement"));
    for (int i = 0; i < businesses; i++) {
      office.subjects().register(shop(i));
    }
    List<Fact> batch = new ArrayList<>();
    for (int i = 0; i < businesses * facts; i++) {
      batch.add(fact(i));
      if (batch.size() == BATCH) {
        office.facts().recordAll(batch);
        batch.clear();
      }
    }
    office.facts().recordAll(batch);
    advance(city, "first advance", BEGIN);
    advance(city, "again, with the changes recorded", BEGIN);
    advance(city, "again, with nothing new", BEGIN);
    for (int i = 0; i < 3; i++) {
      office.facts().recordAll(List.of(fact(businesses * facts + i)));
      advance(city, "after one new fact", BEGIN);
    }
    for (int day = 1; day <= DAYS; day++) {
      advance(city, "day " + day, BEGIN.plus(Duration.ofDays(day)));
    }
    advance(city, "after a pause of 30 days", BEGIN.plus(Duration.ofDays(DAYS + 30)));
  }

  private Subject shop(int number) {
    Subject.Builder shop =
        Subject.builder("S" + number, "Shop " + number)
            .segment("sales")
            .attribute("areaM2", AttributeValue.decimal(20 + random.nextInt(2_000)));
    for (String items :
        List.of(
            "itemsAmbientPackaged",
            "itemsChilledPackaged",
            "itemsFrozenPackaged",
            "itemsAmbientBulk",
            "itemsChilledBulk",
            "itemsFrozenBulk",
            "suppliers")) {
      shop.attribute(items, AttributeValue.decimal(random.nextInt(200)));
    }
    return shop.build();
  }

  private Fact fact(int number) {
    SubjectRef shop = SubjectRef.business("S" + random.nextInt(businesses));
    Moment day = Moment.of(TODAY.minusDays(random.nextInt(1_000)));
    return number % 5 == 0
        ? Fact.builder("F" + number, "penalty", shop, day)
            .attribute("type", AttributeValue.code("fine"))
            .build()
        : Fact.builder("F" + number, "inspection", shop, day)
            .attribute("itemsChecked", AttributeValue.decimal(40))
            .attribute("itemsFailed", AttributeValue.decimal(random.nextInt(20)))
            .build();
  }

  @SuppressWarnings("SystemOut") // what a measurement is for
  private static void advance(FoodSafety city, String what, Instant now) {
    long start = System.nanoTime();
    long cpu = THREADS.getCurrentThreadCpuTime();
    long graded = 0;
    long changes = 0;
    boolean isComplete = false;
    while (!isComplete) {
      AdvanceReport report = city.advance(now);
      graded += report.businessesGraded();
      changes += report.gradeChangesRecorded();
      isComplete = report.complete();
    }
    double cpuMillis = (THREADS.getCurrentThreadCpuTime() - cpu) / 1e6;
    double millis = (System.nanoTime() - start) / 1e6;
    System.out.println(
        String.format(
            Locale.ROOT,
            "%-36s %,12.1f ms  %,12.1f ms of processor  %,8d graded  %,8d changes",
            what,
            millis,
            cpuMillis,
            graded,
            changes));
  }
}

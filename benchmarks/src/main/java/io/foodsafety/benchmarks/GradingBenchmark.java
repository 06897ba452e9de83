package io.foodsafety.benchmarks;

import io.foodsafety.fact.AsOf;
import io.foodsafety.fact.FactCatalogue;
import io.foodsafety.fact.FactHistory;
import io.foodsafety.model.fact.AttributeValue;
import io.foodsafety.model.fact.Fact;
import io.foodsafety.model.fact.SubjectRef;
import io.foodsafety.model.subject.Subject;
import io.foodsafety.model.time.Moment;
import io.foodsafety.risk.RiskAssessment;
import io.foodsafety.risk.RiskGrader;
import io.foodsafety.risk.RiskPolicy;
import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * One assessment by the plain interpreter, explanation included: a shop with eight static items,
 * its inspections and penalties, by the sample policy of 2016. Any faster way is measured against
 * this.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class GradingBenchmark {

  private static final LocalDate DAY = LocalDate.of(2024, 12, 31);
  private static final List<String> COUNTS =
      List.of(
          "itemsAmbientPackaged",
          "itemsChilledPackaged",
          "itemsFrozenPackaged",
          "itemsAmbientBulk",
          "itemsChilledBulk",
          "itemsFrozenBulk",
          "suppliers");

  @Param({"5", "50"})
  private int facts;

  private RiskGrader grader;
  private Subject shop;
  private FactHistory history;

  /** Made empty by JMH, which then calls {@link #prepare}. */
  @SuppressWarnings("NullAway.Init") // JMH sets the fields before each measurement
  public GradingBenchmark() {}

  /** Makes the shop and checks that it gets a grade. */
  @Setup
  public void prepare() throws IOException {
    try (InputStream policy =
        Objects.requireNonNull(
            GradingBenchmark.class.getResourceAsStream("/policies/risk-2016-sample.json"))) {
      grader =
          RiskGrader.of(
              RiskPolicy.parse(
                  policy.readAllBytes(), "risk-2016-sample.json", FactCatalogue.standard()));
    }
    Random random = new Random(1);
    Subject.Builder builder =
        Subject.builder("S1", "Shop")
            .segment("sales")
            .attribute("areaM2", AttributeValue.decimal(480));
    COUNTS.forEach(name -> builder.attribute(name, AttributeValue.decimal(random.nextInt(2_000))));
    shop = builder.build();
    history = FactHistory.of(makeFacts(random), List.of());
    if (assess().status() != RiskAssessment.Status.GRADED) {
      throw new IllegalStateException("The shop must get a grade.");
    }
  }

  private List<Fact> makeFacts(Random random) {
    List<Fact> made = new ArrayList<>();
    for (int i = 0; i < facts; i++) {
      Moment at = Moment.of(DAY.minusDays(random.nextInt(700)));
      Fact.Builder fact =
          Fact.builder(
              "F" + i, i % 5 == 4 ? "penalty" : "inspection", SubjectRef.business("S1"), at);
      made.add(
          (i % 5 == 4
                  ? fact.attribute("type", AttributeValue.code("warning"))
                  : fact.attribute("itemsChecked", AttributeValue.decimal(56))
                      .attribute("itemsFailed", AttributeValue.decimal(random.nextInt(10))))
              .build());
    }
    return made;
  }

  /** Grades the shop. */
  @Benchmark
  public RiskAssessment assess() {
    return grader.grade(shop, history, AsOf.date(DAY));
  }
}

package io.foodsafety.benchmarks.rules;

import io.foodsafety.fact.FactCatalogue;
import io.foodsafety.risk.RiskPolicy;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.Objects;

/** The policy that all peers apply, and the day on which they do. */
public final class BenchmarkPolicy {

  /** The day of assessment. */
  public static final LocalDate DAY = LocalDate.of(2026, 6, 30);

  /** The same as days since 1970-01-01. */
  public static final int TODAY = (int) DAY.toEpochDay();

  private static final String FILE = "benchmark-2026.json";

  private BenchmarkPolicy() {}

  /** Reads it. */
  public static RiskPolicy read() {
    try (InputStream policy =
        Objects.requireNonNull(BenchmarkPolicy.class.getResourceAsStream("/policies/" + FILE))) {
      return RiskPolicy.parse(policy.readAllBytes(), FILE, FactCatalogue.standard());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

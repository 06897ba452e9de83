package io.foodsafety.runtime;

import static io.foodsafety.runtime.Samples.INSPECTOR;
import static org.assertj.core.api.Assertions.assertThat;

import io.foodsafety.fact.FactQuery;
import io.foodsafety.fact.FactService;
import io.foodsafety.fact.RecordingResult;
import io.foodsafety.fact.RecordingResult.Outcome;
import io.foodsafety.model.fact.AttributeValue;
import io.foodsafety.model.fact.Fact;
import io.foodsafety.model.fact.SubjectRef;
import io.foodsafety.model.fact.Withdrawal;
import io.foodsafety.model.time.Moment;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Random batches and random queries, compared with two maps and a filter. Few ids, subjects and
 * days, so that records meet each other.
 */
class FactModelTest {

  private static final List<ZoneId> ZONES =
      List.of(
          ZoneOffset.UTC,
          ZoneId.of("Asia/Shanghai"),
          ZoneOffset.ofHours(-18),
          ZoneOffset.ofHours(18));

  private final SettableClock clock = new SettableClock("2024-06-01T08:00:00Z");
  private final Map<String, Fact> facts = new TreeMap<>();
  private final Map<String, Withdrawal> withdrawals = new HashMap<>();
  private Random random = new Random();

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void answersLikeAPlainModel(long seed) {
    random = new Random(seed);
    try (FoodSafety city = new ProbeStorage().city().clock(clock).build()) {
      FactService service = city.as(INSPECTOR).facts();
      for (int step = 0; step < 60; step++) {
        clock.pass(Duration.ofMinutes(random.nextInt(600)));
        if (random.nextInt(3) > 0) {
          List<Fact> batch = Stream.generate(this::fact).limit(random.nextInt(6)).toList();
          assertThat(outcomes(service.recordAll(batch))).isEqualTo(record(batch));
        } else {
          List<Withdrawal> batch = Stream.generate(this::withdrawal).limit(2).toList();
          assertThat(outcomes(service.withdrawAll(batch))).isEqualTo(withdraw(batch));
        }
        FactQuery query = query();
        assertThat(service.list(query).map(Fact::id).toList())
            .as("seed %d, step %d", seed, step)
            .isEqualTo(expected(query));
      }
      city.advance(clock.instant());
      assertThat(city.as(INSPECTOR).ledger().verify().faults()).isEmpty();
    }
  }

  private static List<Outcome> outcomes(List<RecordingResult> results) {
    return results.stream().map(RecordingResult::outcome).toList();
  }

  private Fact fact() {
    Fact.Builder fact =
        Fact.builder(
                "F" + random.nextInt(80),
                random.nextBoolean() ? "inspection" : "sample",
                subject(),
                moment())
            .source("net " + random.nextInt(2));
    if (random.nextBoolean()) {
      fact.ref("producer", subject());
    }
    return fact.build();
  }

  private SubjectRef subject() {
    return SubjectRef.business("S" + random.nextInt(4));
  }

  private LocalDate day() {
    return LocalDate.of(2024, 5, 1).plusDays(random.nextInt(20));
  }

  private Moment moment() {
    return random.nextBoolean()
        ? Moment.of(day())
        : Moment.of(
            day().atStartOfDay(ZoneOffset.UTC).plusMinutes(random.nextInt(1_440)).toInstant());
  }

  private Withdrawal withdrawal() {
    return Withdrawal.of("W" + random.nextInt(30), "F" + random.nextInt(80), moment(), "because");
  }

  private List<Outcome> record(List<Fact> batch) {
    List<Outcome> outcomes = new ArrayList<>();
    for (Fact fact : batch) {
      Fact known = facts.get(fact.id());
      if (known == null) {
        facts.put(fact.id(), fact.toBuilder().recordedAt(clock.instant()).build());
        outcomes.add(Outcome.RECORDED);
      } else {
        Fact now = fact.toBuilder().recordedAt(known.recordedAt().orElseThrow()).build();
        outcomes.add(known.equals(now) ? Outcome.ALREADY_KNOWN : Outcome.REFUSED);
      }
    }
    return outcomes;
  }

  private List<Outcome> withdraw(List<Withdrawal> batch) {
    List<Outcome> outcomes = new ArrayList<>();
    for (Withdrawal withdrawal : batch) {
      Withdrawal known = withdrawals.get(withdrawal.id());
      if (known != null) {
        Withdrawal now = withdrawal.withRecordedAt(known.recordedAt().orElseThrow());
        outcomes.add(known.equals(now) ? Outcome.ALREADY_KNOWN : Outcome.REFUSED);
      } else if (facts.containsKey(withdrawal.target())) {
        withdrawals.put(withdrawal.id(), withdrawal.withRecordedAt(clock.instant()));
        outcomes.add(Outcome.RECORDED);
      } else {
        outcomes.add(Outcome.REFUSED);
      }
    }
    return outcomes;
  }

  private FactQuery query() {
    FactQuery query = FactQuery.all();
    if (random.nextBoolean()) {
      query = query.concerning(subject());
    } else if (random.nextBoolean()) {
      query = query.concerning(subject(), random.nextBoolean() ? "producer" : "subject");
    }
    if (random.nextBoolean()) {
      query = query.ofKind("sample");
    }
    if (random.nextBoolean()) {
      LocalDate from = day();
      query = query.between(from, from.plusDays(random.nextInt(8)), zone());
    }
    if (random.nextBoolean()) {
      query = query.countingOn(day(), zone());
    }
    return random.nextBoolean()
        ? query
        : query.knownBefore(clock.instant().minus(Duration.ofHours(random.nextInt(100))));
  }

  private ZoneId zone() {
    return ZONES.get(random.nextInt(ZONES.size()));
  }

  private List<String> expected(FactQuery query) {
    return facts.values().stream()
        .filter(fact -> isWanted(fact, query))
        .sorted(
            Comparator.comparing((Fact fact) -> fact.at().startIn(ZoneOffset.UTC))
                .thenComparing(fact -> fact.at().isDate() ? 0 : 1)
                .thenComparing(Fact::id))
        .map(Fact::id)
        .toList();
  }

  private boolean isWanted(Fact fact, FactQuery query) {
    return query.subject().map(subject -> hasRole(fact, subject, query)).orElse(true)
        && query.kind().map(kind -> fact.kind().equals(kind)).orElse(true)
        && query
            .window()
            .map(
                window -> {
                  LocalDate day = fact.at().dateIn(window.zone());
                  return day.compareTo(window.from()) >= 0 && day.compareTo(window.to()) <= 0;
                })
            .orElse(true)
        && isKnown(fact.recordedAt().orElseThrow(), query)
        && query.countingOn().map(day -> counts(fact, day, query)).orElse(true);
  }

  private static boolean hasRole(Fact fact, SubjectRef subject, FactQuery query) {
    if (query.role().isEmpty()) {
      return fact.concerns().contains(subject);
    }
    return subject.equals(
        query.role().get().equals("subject")
            ? fact.subject()
            : fact.refs().get(query.role().get()));
  }

  private static boolean isKnown(Instant recordedAt, FactQuery query) {
    return query.knownBefore().map(recordedAt::isBefore).orElse(true);
  }

  private boolean counts(Fact fact, FactQuery.Day day, FactQuery query) {
    return !fact.at().dateIn(day.zone()).isAfter(day.date())
        && withdrawals.values().stream()
            .filter(withdrawal -> withdrawal.target().equals(fact.id()))
            .filter(withdrawal -> isKnown(withdrawal.recordedAt().orElseThrow(), query))
            .allMatch(withdrawal -> withdrawal.at().dateIn(day.zone()).isAfter(day.date()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"5", "5.0", "5.00"})
  void numbersThatAreWrittenDifferentlyAreTheSame(String written) {
    try (FoodSafety city = new ProbeStorage().city().clock(clock).build()) {
      FactService service = city.as(INSPECTOR).facts();
      service.record(Samples.inspection("F1", "2024-05-02", 5));
      Fact same =
          Fact.builder("F1", "inspection", Samples.S1, Moment.parse("2024-05-02"))
              .attribute("score", AttributeValue.decimal(written))
              .build();
      assertThat(service.record(same).outcome()).isEqualTo(Outcome.ALREADY_KNOWN);
    }
  }
}

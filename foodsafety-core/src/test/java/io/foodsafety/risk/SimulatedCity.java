package io.foodsafety.risk;

import static org.assertj.core.api.Assertions.assertThat;

import io.foodsafety.fact.RecordingResult.Outcome;
import io.foodsafety.model.actor.Actor;
import io.foodsafety.model.fact.AttributeValue;
import io.foodsafety.model.fact.Fact;
import io.foodsafety.model.fact.SubjectRef;
import io.foodsafety.model.fact.Withdrawal;
import io.foodsafety.model.subject.Licence;
import io.foodsafety.model.subject.Subject;
import io.foodsafety.model.time.Moment;
import io.foodsafety.runtime.FoodSafety;
import io.foodsafety.runtime.ProbeStorage;
import io.foodsafety.runtime.Session;
import io.foodsafety.runtime.SettableClock;
import io.foodsafety.spi.storage.StorageException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/** A city of eight businesses that lives for two years, beside the model of its grades. */
final class SimulatedCity {

  private static final int BUSINESSES = 8;
  private static final LocalDate END = LocalDate.parse("2025-05-01");
  private static final Actor ANYBODY = Actor.person("inspector-7");

  private final ProbeStorage storage;

  /** The rules by which the city lives in turn. */
  private final List<List<Path>> policies;

  private final Random random;
  private final SettableClock clock = new SettableClock("2023-05-01T07:30:00Z");
  private final List<String> facts = new ArrayList<>();

  /** Days between two advances, at most. */
  private final int pause;

  private int rules;
  private FoodSafety city;
  private GradeModel model;

  SimulatedCity(ProbeStorage storage, List<List<Path>> policies, Random random) {
    this.storage = storage;
    this.policies = policies;
    this.random = random;
    this.pause = List.of(1, 1, 7, 40, 200).get(random.nextInt(5));
    this.city = open();
    this.model = new GradeModel(city.as(ANYBODY));
  }

  private FoodSafety open() {
    var builder = storage.city().clock(clock).recordGradesOf(SimulatedPolicies.ID);
    policies.get(rules).forEach(builder::policy);
    return builder.build();
  }

  private Session office() {
    return city.as(ANYBODY);
  }

  /** Lives, and compares; how many changes there were. */
  int live() {
    try {
      while (today().isBefore(END)) {
        Instant next = clock.instant().plus(Duration.ofDays(1 + random.nextInt(pause)));
        while (clock.instant().isBefore(next)) {
          clock.pass(Duration.ofHours(5 + random.nextInt(60)));
          if (random.nextInt(3) != 0) {
            happen();
          }
        }
        advance();
      }
      compare();
      assertThat(office().ledger().verify().isSound()).isTrue();
      return model.changes();
    } finally {
      city.close();
    }
  }

  private LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
  }

  private void happen() {
    switch (random.nextInt(16)) {
      case 0, 1 -> register();
      case 2, 3 -> withdraw();
      case 4 -> merge();
      case 5 -> split();
      default -> record();
    }
  }

  private String anybody() {
    return "B" + random.nextInt(BUSINESSES);
  }

  /** Mostly of late, at times of long ago or of tomorrow. */
  private Moment at() {
    LocalDate day =
        today().minusDays(random.nextInt(6) == 0 ? random.nextInt(400) : random.nextInt(4) - 1);
    if (random.nextInt(3) != 0 || day.isAfter(today())) {
      return Moment.of(day);
    }
    Instant instant = day.atTime(random.nextInt(24), 0).toInstant(ZoneOffset.UTC);
    return Moment.of(instant.isAfter(clock.instant()) ? clock.instant() : instant);
  }

  private void record() {
    String business = anybody();
    Fact.Builder fact =
        Fact.builder(
                "F" + facts.size(),
                random.nextInt(4) == 0 ? "other" : "event",
                SubjectRef.business(business),
                at())
            .attribute("n", AttributeValue.decimal(random.nextInt(3)))
            .attribute("c", AttributeValue.code(random.nextBoolean() ? "a" : "b"))
            .attribute("d", AttributeValue.date(today().minusDays(random.nextInt(30))));
    if (random.nextInt(4) == 0) {
      fact.ref("maker", SubjectRef.business(anybody()));
    }
    if (random.nextInt(3) == 0) {
      fact.until(Moment.of(today().plusDays(random.nextInt(60) - 10)));
    }
    if (office().facts().record(fact.build()).outcome() == Outcome.RECORDED) {
      facts.add("F" + facts.size());
      model.recorded(fact.build(), clock.instant());
    }
  }

  private void withdraw() {
    if (facts.isEmpty()) {
      return;
    }
    String target = facts.get(facts.size() - 1 - random.nextInt(Math.min(20, facts.size())));
    Withdrawal withdrawal = Withdrawal.of("W" + target, target, at(), "mistaken");
    if (office().facts().withdraw(withdrawal).outcome() == Outcome.RECORDED) {
      model.withdrawn(withdrawal, clock.instant());
    }
  }

  private void register() {
    String id = anybody();
    Subject.Builder subject = Subject.builder(id, "Business " + id);
    if (random.nextInt(3) != 0) {
      subject.attribute("n", AttributeValue.decimal(random.nextInt(4)));
    }
    if (random.nextInt(3) == 0) {
      subject.attribute("c", AttributeValue.code(random.nextInt(4) == 0 ? "z" : "a"));
    }
    if (random.nextInt(2) == 0) {
      LocalDate end = today().plusDays(random.nextInt(120) - 20);
      subject.licence(Licence.of("L1").validFrom(end.minusYears(1)).validTo(end));
    }
    LocalDate from = today().plusDays(random.nextInt(40) - 20);
    if (office().subjects().register(subject.build(), from).outcome() == Outcome.RECORDED) {
      model.registered(id, clock.instant());
    }
  }

  private void merge() {
    String absorbed = anybody();
    if (office().subjects().merge(anybody(), absorbed, "the same").outcome() == Outcome.RECORDED) {
      mergedOrSplit(absorbed);
    }
  }

  private void split() {
    String absorbed = anybody();
    if (office().subjects().split(absorbed, "not the same").outcome() == Outcome.RECORDED) {
      mergedOrSplit(absorbed);
    }
  }

  private void mergedOrSplit(String absorbed) {
    Stream<String> kept =
        office().subjects().identityActs(absorbed).stream()
            .filter(act -> act.absorbed().equals(absorbed))
            .map(act -> act.kept());
    Stream.concat(Stream.of(absorbed), kept).forEach(id -> model.registered(id, clock.instant()));
  }

  /** At times cut off, or after a restart with other rules, or with a clock that was set back. */
  private void advance() {
    Instant now =
        random.nextInt(10) == 0
            ? clock.instant().minus(Duration.ofDays(random.nextInt(50)))
            : clock.instant();
    if (random.nextInt(10) == 0) {
      int before = rules;
      rules = random.nextInt(policies.size());
      restart();
      if (rules != before) {
        model.otherRules();
      }
    }
    if (random.nextInt(5) == 0) {
      cutOff(now);
      if (random.nextBoolean()) {
        restart();
      }
    }
    assertThat(city.advance(now).complete()).isTrue();
    model.advance(now);
    if (random.nextInt(20) == 0) {
      compare();
    }
  }

  private void restart() {
    city.close();
    city = open();
    model.goOn(office());
  }

  private void cutOff(Instant now) {
    storage.failAfter(random.nextInt(5));
    try {
      city.advance(now);
    } catch (StorageException e) {
      assertThat(e).hasMessageContaining("full");
    } finally {
      storage.recover();
    }
  }

  private void compare() {
    for (int i = 0; i < BUSINESSES; i++) {
      String id = "B" + i;
      if (office().subjects().leadingId(id).equals(id)) {
        assertThat(office().risk().changes(SimulatedPolicies.ID, id).stream().map(GradeModel::text))
            .as("%s on %s", id, clock.instant())
            .containsExactlyElementsOf(model.changes(id));
      }
    }
  }
}

package io.foodsafety.runtime.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.foodsafety.fact.FactCatalogue;
import io.foodsafety.fact.FactQuery;
import io.foodsafety.ledger.internal.Journal;
import io.foodsafety.ledger.internal.LedgerDigest;
import io.foodsafety.model.actor.Actor;
import io.foodsafety.model.fact.Fact;
import io.foodsafety.model.fact.SubjectRef;
import io.foodsafety.model.fact.Withdrawal;
import io.foodsafety.model.subject.Subject;
import io.foodsafety.model.time.Moment;
import io.foodsafety.risk.GradeChange;
import io.foodsafety.risk.RiskPolicy;
import io.foodsafety.runtime.FoodSafety;
import io.foodsafety.runtime.ProbeStorage;
import io.foodsafety.runtime.Session;
import io.foodsafety.runtime.SettableClock;
import io.foodsafety.spi.storage.Storage;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What happens if something comes between the reading of businesses and the writing of changes. */
class GradeFactsFenceTest {

  private static final Instant NOW = Instant.parse("2024-06-01T08:00:00Z");
  private static final String POLICY =
      "{'policy':'p','version':'1','zone':'UTC','scale':{'id':'risk','better':'lower','grades':"
          + "['A','B']},'dynamic':[{'item':'n','basis':'-','value':{'count':{'kind':'inspection'}}}],"
          + "'bands':[{'grade':'A','to':0},{'grade':'B','above':0}]}";

  private final SettableClock clock = new SettableClock(NOW.toString());
  private final ProbeStorage storage = new ProbeStorage();
  private final FoodSafety city = storage.city().clock(clock).build();
  private final Session session = city.as(Actor.person("inspector-7"));

  @AfterEach
  void close() {
    city.close();
  }

  private GradeFacts process() {
    return process(GradeFacts.AT_ONCE);
  }

  private GradeFacts process(int atOnce) {
    return process(atOnce, Duration.ofHours(1));
  }

  private GradeFacts process(int atOnce, Duration limit) {
    RiskPolicy policy =
        RiskPolicy.parse(
            POLICY.replace('\'', '"').getBytes(StandardCharsets.UTF_8),
            "p",
            FactCatalogue.standard());
    Storage own = storage.raw();
    return new GradeFacts(
        own,
        new Journal(own, clock, LedgerDigest.sha256()),
        new StoredRecords(FactCatalogue.standard()),
        clock,
        List.of(new PolicyVersions("p", List.of(policy))),
        atOnce,
        limit);
  }

  private static GradeFacts.Progress progress(long graded, long recorded, boolean complete) {
    return new GradeFacts.Progress(graded, recorded, complete, List.of());
  }

  private void inspect(String id, String business) {
    inspect(id, business, "2024-05-02");
  }

  private void inspect(String id, String business, String at) {
    session
        .facts()
        .record(
            Fact.builder(id, "inspection", SubjectRef.business(business), Moment.parse(at))
                .build());
  }

  private List<String> changes() {
    return session
        .facts()
        .list(FactQuery.all().ofKind(GradeChange.KIND))
        .map(fact -> fact.subject().id() + " " + GradeChange.of(fact).to().label())
        .sorted()
        .toList();
  }

  /** Lets something happen when it is asked for the n-th time whether it may go on. */
  private static BooleanSupplier at(int question, Runnable meanwhile) {
    AtomicInteger asked = new AtomicInteger();
    return () -> {
      if (asked.incrementAndGet() == question) {
        meanwhile.run();
      }
      return true;
    };
  }

  /** Each question in turn: before entries are read, before a transaction, on every day. */
  @Test
  void whoeverHasSeenLessIsRefused() {
    for (int question = 1; question <= 20; question++) {
      String business = "S" + question;
      inspect("F" + question, business);
      GradeFacts slow = process();
      GradeFacts.Progress progress =
          slow.record(
              NOW,
              at(
                  question,
                  () -> assertThat(process().record(NOW, () -> true).complete()).isTrue()));
      assertThat(progress.recorded()).isZero();
      assertThat(changes()).containsOnlyOnce(business + " B");
      assertThat(process().record(NOW, () -> true).complete()).isTrue();
    }
    assertThat(changes()).hasSize(20);
  }

  @Test
  void whatIsRecordedMeanwhileIsSeenNextTime() {
    for (int question = 1; question <= 20; question++) {
      String business = "S" + question;
      session.subjects().register(Subject.builder(business, business).build());
      String fact = "F" + question;
      process().record(NOW, at(question, () -> inspect(fact, business)));
      process().record(NOW, () -> true);
      assertThat(changes()).contains(business + " B");
    }
  }

  @Test
  void whatIsMergedMeanwhileHasNoChangeAnyMore() {
    session.subjects().register(Subject.builder("K", "K").build());
    process().record(NOW, () -> true);
    for (int question = 3; question <= 20; question++) {
      String business = "S" + question;
      inspect("F" + question, business);
      process()
          .record(NOW, at(question, () -> session.subjects().merge("K", business, "the same")));
      process().record(NOW, () -> true);
    }
    assertThat(changes()).containsExactly("K A", "K B");
  }

  @Test
  void whoeverMayNotGoOnStopsAndLosesNothing() {
    inspect("F1", "S1");
    for (int last = 0; last < 5; last++) {
      AtomicInteger left = new AtomicInteger(last);
      assertThat(process().record(NOW, () -> left.getAndDecrement() > 0).complete()).isFalse();
      assertThat(changes()).isEmpty();
    }
    assertThat(process().record(NOW, () -> true)).isEqualTo(progress(1, 1, true));
    assertThat(changes()).containsExactly("S1 B");
  }

  /** Whoever is cut short in the middle of many records does not take what was seen for news. */
  @Test
  void ifTooMuchHasComeChangesAreThoseOfToday() {
    for (int i = 0; i < 30; i++) {
      session.subjects().register(Subject.builder("S" + i, "S" + i).build());
    }
    process().record(NOW, () -> true);
    clock.pass(Duration.ofDays(10));
    for (int i = 0; i < 2_400; i++) {
      inspect("F" + i, "S" + i % 30);
      if (i == 1_200) {
        clock.pass(Duration.ofDays(1));
      }
    }
    Instant now = clock.instant().plus(Duration.ofDays(1));
    for (int stop = 1; stop < 12; stop++) {
      AtomicInteger left = new AtomicInteger(stop);
      process(500).record(now, () -> left.getAndDecrement() > 0);
    }
    AtomicInteger left = new AtomicInteger(60);
    process(500).record(now, () -> left.getAndDecrement() > 0);
    assertThat(process().record(now, () -> true).complete()).isTrue();
    assertThat(changes()).hasSize(60);
    assertThat(session.facts().list(FactQuery.all().ofKind(GradeChange.KIND)))
        .extracting(fact -> fact.at().toString())
        .containsOnly("2024-06-01", "2024-06-13");
  }

  private List<String> changesOf(String business) {
    return session
        .facts()
        .list(FactQuery.all().ofKind(GradeChange.KIND))
        .map(GradeChange::of)
        .filter(change -> change.subject().equals(business))
        .sorted(Comparator.comparing(GradeChange::fact))
        .map(change -> change.day() + " " + change.to().label())
        .toList();
  }

  private long versionOfDay(String business) {
    return storage
        .raw()
        .read(view -> view.get(CitySchema.GRADE_DAYS, StoredGradeDay.id("p", business)))
        .orElseThrow()
        .version();
  }

  @Test
  void whoeverIsCutShortRemembersOnWhichDaysThingsCame() {
    session.subjects().register(Subject.builder("S1", "S1").build());
    session.subjects().register(Subject.builder("S2", "S2").build());
    process().record(NOW, () -> true);
    clock.pass(Duration.ofDays(20));
    inspect("F1", "S1", "2024-06-03");
    session.facts().withdraw(Withdrawal.of("W1", "F1", Moment.parse("2024-06-10"), "mistaken"));
    clock.pass(Duration.ofDays(30));
    long before = versionOfDay("S2");
    GradeFacts.Progress cut = process().record(clock.instant(), () -> versionOfDay("S2") == before);
    assertThat(cut).isEqualTo(progress(2, 0, false));
    inspect("F2", "S1", "2024-06-03");
    Instant next = clock.instant().plus(Duration.ofDays(1));
    assertThat(process().record(next, () -> true).complete()).isTrue();
    assertThat(changesOf("S1")).containsExactly("2024-06-01 A", "2024-07-21 B");
  }

  @Test
  void asksBeforeItReadsWhatIsDue() {
    process().record(NOW, () -> true);
    AtomicInteger left = new AtomicInteger(1);
    assertThat(process().record(NOW, () -> left.getAndDecrement() > 0).complete()).isFalse();
    left.set(3);
    assertThat(process().record(NOW, () -> left.getAndDecrement() > 0).complete()).isTrue();
  }

  /** Thousands of facts in the order of their arrival, collected some at a time. */
  @Test
  void aBusinessIsGradedOnceHoweverOftenItIsNamed() {
    for (int i = 0; i < 2_400; i++) {
      inspect("F" + i, "S" + i % 30);
    }
    assertThat(process(10).record(NOW, () -> true)).isEqualTo(progress(30, 30, true));
    assertThat(process(10).record(NOW, () -> true)).isEqualTo(progress(0, 0, true));
  }

  @Test
  void manyEntriesOfBusinessesThatAreGradedDoNotHoldUpACall() {
    for (int i = 0; i < 2_400; i++) {
      inspect("F" + i, "S" + i % 30);
    }
    GradeFacts hasty = process(10, Duration.ZERO);
    assertThat(hasty.record(NOW, () -> true)).isEqualTo(progress(30, 30, false));
    assertThat(hasty.record(NOW, () -> true)).isEqualTo(progress(0, 0, false));
    assertThat(hasty.record(NOW, () -> true)).isEqualTo(progress(0, 0, true));
  }

  @Test
  void whoeverIsCutShortGradesNobodyAgain() {
    for (int i = 0; i < 1_000; i++) {
      inspect("F" + i, "S" + i);
    }
    long graded = 0;
    int calls = 0;
    for (boolean complete = false; !complete; calls++) {
      AtomicInteger left = new AtomicInteger(60);
      GradeFacts.Progress progress = process().record(NOW, () -> left.getAndDecrement() > 0);
      graded += progress.graded();
      complete = progress.complete();
    }
    assertThat(calls).isGreaterThan(2);
    assertThat(graded).isEqualTo(1_000);
    assertThat(changes()).hasSize(1_000);
  }

  @Test
  void aCallThatTakesLongEndsAndIsGoneOnWith() {
    session.subjects().register(Subject.builder("S1", "S1").build());
    process().record(NOW, () -> true);
    clock.pass(Duration.ofDays(3));
    for (int i = 0; i < 500; i++) {
      inspect("F" + i, "B" + i);
    }
    GradeFacts hasty = process(GradeFacts.AT_ONCE, Duration.ZERO);
    Instant now = NOW.plus(Duration.ofDays(9));
    assertThat(hasty.record(now, () -> true)).isEqualTo(progress(200, 200, false));
    assertThat(hasty.record(now, () -> true)).isEqualTo(progress(200, 200, false));
    assertThat(hasty.record(now, () -> true)).isEqualTo(progress(100, 100, true));
    assertThat(hasty.record(now, () -> true)).isEqualTo(progress(0, 0, true));
    assertThat(changesOf("B499")).containsExactly("2024-06-04 B");
  }

  @Test
  void whatComesAfterABusinessWasGradedIsSeenAlthoughTheRunWasCutShort() {
    inspect("F1", "S1", "2024-05-02");
    inspect("F2", "S2", "2024-05-02");
    GradeFacts.Progress cut = process().record(NOW, () -> changes().isEmpty());
    assertThat(cut.complete()).isFalse();
    session.facts().withdraw(Withdrawal.of("W1", "F1", Moment.parse("2024-05-03"), "mistaken"));
    assertThat(process().record(NOW, () -> true)).isEqualTo(progress(1, 1, true));
    assertThat(changes()).containsExactly("S1 A", "S1 B", "S2 B");
  }

  /** What counted on a day, whatever clocks said, counts on it also for whoever goes on. */
  @Test
  void factsOfAClockAheadAreNotUnlearntByWhoeverGoesOn() {
    session.subjects().register(Subject.builder("S1", "S1").build());
    process().record(NOW, () -> true);
    clock.pass(Duration.ofDays(20));
    inspect("F1", "S1", "2024-06-03");
    Instant behind = NOW.plus(Duration.ofDays(5));
    GradeFacts.Progress cut = process().record(behind, () -> changes().size() == 1);
    assertThat(cut).isEqualTo(progress(1, 1, false));
    process().record(NOW.plus(Duration.ofDays(30)), () -> true);
    assertThat(changesOf("S1")).containsExactly("2024-06-01 A", "2024-06-06 B");
  }

  @Test
  void aClockSetBackAfterARunWasCutShortDoublesNothing() {
    session.subjects().register(Subject.builder("S1", "S1").build());
    process().record(NOW, () -> true);
    clock.pass(Duration.ofDays(9));
    inspect("F1", "S1");
    process().record(NOW.plus(Duration.ofDays(9)), () -> changes().size() == 1);
    inspect("F2", "S1");
    assertThat(process().record(NOW.plus(Duration.ofDays(3)), () -> true).complete()).isTrue();
    assertThat(changesOf("S1")).containsExactly("2024-06-01 A", "2024-06-10 B");
  }

  /** Changes whose entries are of a later day than the one reached. */
  @Test
  void changesOfGradesAreNotAmongWhatHasArrived() {
    for (int i = 0; i < 1_001; i++) {
      session.subjects().register(Subject.builder("S" + i, "S" + i).build());
    }
    clock.pass(Duration.ofDays(5));
    process().record(NOW, () -> true);
    clock.pass(Duration.ofDays(1));
    inspect("F1", "S1");
    assertThat(process(500).record(NOW.plus(Duration.ofDays(10)), () -> true).complete()).isTrue();
    assertThat(changesOf("S1")).containsExactly("2024-06-01 A", "2024-06-07 B");
  }
}

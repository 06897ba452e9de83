package io.foodsafety.runtime.internal;

import io.foodsafety.ledger.internal.Journal;
import io.foodsafety.model.issue.Issue;
import io.foodsafety.spi.storage.Storage;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;

/**
 * Keeps the facts about changes of grades in step with the grades, by the policies that the host
 * has named. The facts themselves say what was recorded before. Used by one thread of a process at
 * a time.
 */
final class GradeFacts {

  /**
   * What was done.
   *
   * @param graded businesses graded, each by each policy
   * @param recorded changes recorded
   * @param complete whether nothing was left over
   * @param problems what could not be read, at most {@link GradeTally#MAX_PROBLEMS}
   */
  record Progress(long graded, long recorded, boolean complete, List<Issue> problems) {
    static final Progress NONE = new Progress(0, 0, true, List.of());

    Progress {
      problems = List.copyOf(problems);
    }

    private Progress plus(Progress other) {
      return new Progress(
          graded + other.graded(),
          recorded + other.recorded(),
          complete && other.complete(),
          Stream.concat(problems.stream(), other.problems().stream())
              .limit(GradeTally.MAX_PROBLEMS)
              .toList());
    }
  }

  /** What is collected before businesses are graded, so that each is graded once. */
  static final int AT_ONCE = 200_000;

  /** How long businesses are graded in one call, while notices and messages wait. */
  static final Duration LIMIT = Duration.ofMinutes(1);

  private final Storage storage;
  private final Journal journal;
  private final StoredRecords reader;
  private final Clock clock;
  private final int atOnce;
  private final Duration limit;

  /** The policies, with the hash of their rules. */
  private final Map<PolicyVersions, String> policies = new TreeMap<>(PolicyVersions.BY_ID);

  GradeFacts(
      Storage storage,
      Journal journal,
      StoredRecords reader,
      Clock clock,
      List<PolicyVersions> policies,
      int atOnce,
      Duration limit) {
    this.atOnce = atOnce;
    this.limit = limit;
    this.storage = storage;
    this.journal = journal;
    this.reader = reader;
    this.clock = clock;
    policies.forEach(each -> this.policies.put(each, each.rules()));
  }

  /** Whether there is no policy by which grades are recorded. */
  boolean isEmpty() {
    return policies.isEmpty();
  }

  /**
   * Brings all grades to the day of a time, as long as it may, which it asks before each
   * transaction, and for a limited time. A policy that fails keeps no other one from its grades.
   */
  Progress record(Instant now, BooleanSupplier mayGoOn) {
    Attempts attempts = new Attempts();
    TimeLimit end = new TimeLimit(limit);
    Progress progress = Progress.NONE;
    for (Map.Entry<PolicyVersions, String> each : policies.entrySet()) {
      Optional<Progress> done =
          attempts.attempt(() -> record(each.getKey(), each.getValue(), now, mayGoOn, end));
      progress = done.map(progress::plus).orElse(progress);
    }
    attempts.rethrow();
    return progress;
  }

  private Progress record(
      PolicyVersions policy, String rules, Instant now, BooleanSupplier mayGoOn, TimeLimit end) {
    Optional<GradeProgress> before = storage.read(view -> GradeProgress.read(view, policy.id()));
    return new GradeRun(
            storage,
            reader,
            new GradeStep(storage, journal, reader, new DayGrader(policy), clock),
            policy,
            before,
            now,
            rules,
            atOnce,
            mayGoOn,
            end)
        .run();
  }
}

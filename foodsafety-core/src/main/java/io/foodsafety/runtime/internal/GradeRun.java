package io.foodsafety.runtime.internal;

import com.google.common.collect.Iterables;
import io.foodsafety.spi.storage.Document;
import io.foodsafety.spi.storage.Page;
import io.foodsafety.spi.storage.Query;
import io.foodsafety.spi.storage.Storage;
import io.foodsafety.spi.storage.VersionConflictException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;

/**
 * Brings the recorded grades of one policy to a day: of the businesses that have changed since the
 * position reached, of all others if the rules have changed, which count from today on, and of
 * those that are due. Whoever is cut short has lost nothing, and finds what was recorded. For one
 * thread, used once.
 */
final class GradeRun {

  private static final int BUSINESSES = 200;

  /** So many are collected if no day before today is to be made up for: then order matters not. */
  private static final int SOME = 5_000;

  private final Storage storage;
  private final ChangedBusinesses changed;
  private final GradeStep step;
  private final BooleanSupplier mayGoOn;
  private final TimeLimit limit;
  private final PolicyVersions versions;
  private final Optional<GradeProgress> before;
  private final GradeTarget target;
  private final int atOnce;
  private final GradeTally tally;
  private GradeProgress reached;

  /** The position up to which entries were seen; written with today, not with a day before. */
  private long seen;

  /** Damaged records up to there, of which it is not known whose they are. */
  private final Set<DocumentKey> unread = new LinkedHashSet<>();

  /**
   * A run.
   *
   * @param before how far the recording has come; nothing if it begins
   * @param now the time; a day that was reached before a clock was set back stays reached
   * @param rules the hash of the rules of the policy
   * @param atOnce so many changed businesses, and days of new records, are collected at most before
   *     one is graded
   * @param mayGoOn whether it may go on
   * @param limit how long it grades; something is done in any case, so that all is done at last
   */
  GradeRun(
      Storage storage,
      StoredRecords reader,
      GradeStep step,
      PolicyVersions versions,
      Optional<GradeProgress> before,
      Instant now,
      String rules,
      int atOnce,
      BooleanSupplier mayGoOn,
      TimeLimit limit) {
    this.storage = storage;
    this.changed = new ChangedBusinesses(storage, reader);
    this.step = step;
    this.versions = versions;
    this.before = before;
    LocalDate day = versions.dayOf(now);
    GradeProgress from = before.orElseGet(() -> GradeProgress.begin(versions.id(), day, rules));
    LocalDate today = day.isAfter(from.day()) ? day : from.day();
    this.target = new GradeTarget(versions.id(), today, rules);
    this.reached = from.rules().equals(rules) ? from : from.by(GradeProgress.MIXED).on(today);
    this.atOnce = atOnce;
    this.mayGoOn = mayGoOn;
    this.limit = limit;
    this.tally = new GradeTally(versions.id());
  }

  /** Does what is to be done, as long as it may; asks before each page and transaction. */
  GradeFacts.Progress run() {
    boolean complete;
    try {
      complete = gradeChanged() && gradeByNewRules() && gradeDue() && finish();
    } catch (VersionConflictException e) { // another process is at it
      complete = false;
    }
    return tally.progress(complete);
  }

  /**
   * Entries are read before histories: what is recorded meanwhile has a later position. If more has
   * come than can be collected at once, the days before today are given up, as it is not known what
   * was known on them. Else whoever is cut short reads the same entries again, so that it stays
   * known on which days they came.
   */
  private boolean gradeChanged() {
    Map<String, Long> ids = new LinkedHashMap<>();
    Arrivals arrivals = new Arrivals(reached.day(), target.today());
    collectAgain(ids, arrivals);
    boolean isLast = false;
    while (!isLast) {
      int most = reached.day().equals(target.today()) ? Math.min(SOME, atOnce) : atOnce;
      long position = reached.position();
      while (!isLast && ids.size() < most && arrivals.size() < most) {
        if (!mayGoOn.getAsBoolean()) {
          return false;
        }
        ChangedBusinesses.Part part = changed.after(position, arrivals, versions::dayOf);
        part.ids().forEach((id, last) -> ids.merge(id, last, Math::max));
        unread.addAll(part.unread());
        position = part.position();
        isLast = part.isLast();
      }
      if (!isLast) {
        reached = reached.on(target.today());
      }
      if (!gradeAll(ids, arrivals)) {
        return false;
      }
      seen = position;
      if (reached.day().equals(target.today())) {
        reached = reached.at(seen, unread);
        if (!isLast && limit.isOver()) {
          step.write(reached);
          tellUnread();
          return false;
        }
      }
      ids.clear();
      arrivals = new Arrivals(reached.day(), target.today());
    }
    tellUnread();
    return true;
  }

  private void tellUnread() {
    unread.forEach(each -> tally.lost(each.collection() + "/" + each.id()));
  }

  /** What can be read now that could not before counts from today on. */
  private void collectAgain(Map<String, Long> ids, Arrivals arrivals) {
    if (reached.unread().isEmpty()) {
      return;
    }
    ChangedBusinesses.Part again = changed.again(reached.unread());
    ids.putAll(again.ids());
    unread.addAll(again.unread());
    for (DocumentKey each : reached.unread()) {
      if (!unread.contains(each)) {
        arrivals.recorded(each.collection(), each.id(), target.today(), Long.MAX_VALUE);
      }
    }
  }

  /** Those that have not changed: what has was graded by the new rules already. */
  private boolean gradeByNewRules() {
    if (reached.rules().equals(target.rules())) {
      return true;
    }
    boolean complete =
        gradeListed(
            StoredGradeDay.all(reached.policy()), day -> !day.rules().equals(target.rules()));
    if (complete) {
      reached = reached.by(target.rules());
    }
    return complete;
  }

  private boolean gradeDue() {
    return gradeListed(StoredGradeDay.dueOn(reached.policy(), target.today()), any -> true);
  }

  /** Goes on behind the last page: what was graded is due on a later day. */
  private boolean gradeListed(Query query, Predicate<StoredGradeDay> isWanted) {
    Optional<Query> next = Optional.of(query.limit(BUSINESSES));
    while (next.isPresent()) {
      if (!mayGoOn.getAsBoolean()) {
        return false;
      }
      Query wanted = next.get();
      Page page = storage.read(view -> view.query(wanted));
      Map<String, Long> ids = new LinkedHashMap<>();
      for (Document document : page.documents()) {
        DamagedDocument.unlessDamaged(() -> StoredGradeDay.read(document), tally::lost)
            .filter(day -> day.policy().equals(reached.policy()) && isWanted.test(day))
            .ifPresent(day -> ids.put(day.business(), Long.MAX_VALUE));
      }
      if (!gradeAll(ids, new Arrivals(reached.day(), target.today()))) {
        return false;
      }
      next = page.next().map(wanted::after);
    }
    return true;
  }

  private boolean gradeAll(Map<String, Long> ids, Arrivals arrivals) {
    for (List<Map.Entry<String, Long>> part : Iterables.partition(ids.entrySet(), BUSINESSES)) {
      if (!mayGoOn.getAsBoolean() || (limit.isOver() && tally.hasGraded())) {
        return false;
      }
      Map<String, Long> some = new LinkedHashMap<>();
      part.stream()
          .filter(each -> !tally.isUnread(each.getKey()))
          .forEach(each -> some.put(each.getKey(), each.getValue()));
      Optional<GradeStep.Done> done = step.grade(some, reached, target, arrivals, mayGoOn);
      if (done.isEmpty()) {
        return false;
      }
      reached = done.get().reached();
      tally.add(done.get());
    }
    return true;
  }

  /** Writes how far the recording has come, unless that is known. */
  private boolean finish() {
    reached = reached.on(target.today()).at(seen, unread);
    if (before.equals(Optional.of(reached))) {
      return true;
    }
    if (!mayGoOn.getAsBoolean()) {
      return false;
    }
    step.write(reached);
    return true;
  }
}

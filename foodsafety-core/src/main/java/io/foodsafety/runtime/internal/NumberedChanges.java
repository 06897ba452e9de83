package io.foodsafety.runtime.internal;

import io.foodsafety.access.internal.AttributeSealing;
import io.foodsafety.model.issue.Location;
import io.foodsafety.risk.GradeChange;
import io.foodsafety.spi.storage.ReadView;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Changes of grades on their way into the storage. Where another record is stored under the id of a
 * change, this change and the later ones of its business move on by a number, until nothing is in
 * their way.
 */
final class NumberedChanges {

  private NumberedChanges() {}

  /**
   * The changes as facts to store.
   *
   * @param view sees what is stored
   * @param changes the changes, those of one business in order
   * @param recordedAt when they are recorded
   */
  static List<Pending> of(ReadView view, List<GradeChange> changes, Instant recordedAt) {
    List<GradeChange> numbered = changes;
    Set<String> moved = new HashSet<>();
    List<Pending> pending;
    do {
      moved.clear();
      pending = numbered.stream().map(change -> pending(change, recordedAt)).toList();
      StoredBodies stored = StoredBodies.read(view, pending);
      List<GradeChange> next = new ArrayList<>();
      for (int i = 0; i < pending.size(); i++) {
        GradeChange change = numbered.get(i);
        if (pending.get(i).decide(stored) instanceof Decision.Refused) {
          moved.add(change.subject());
        }
        next.add(moved.contains(change.subject()) ? GradeChangeId.renumbered(change) : change);
      }
      numbered = next;
    } while (!moved.isEmpty());
    return pending;
  }

  private static Pending pending(GradeChange change, Instant recordedAt) {
    return new PendingFact(
        GradeChangeId.fact(change),
        Location.unknown(),
        recordedAt,
        List.of(),
        AttributeSealing.none());
  }
}

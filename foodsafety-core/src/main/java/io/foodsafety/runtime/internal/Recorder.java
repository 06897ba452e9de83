package io.foodsafety.runtime.internal;

import io.foodsafety.fact.RecordingResult;
import io.foodsafety.ledger.internal.Journal;
import io.foodsafety.ledger.internal.JournaledTransaction;
import io.foodsafety.model.actor.Actor;
import io.foodsafety.spi.storage.DocumentWrite;
import io.foodsafety.spi.storage.VersionConflictException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Stores batches of valid records, each batch in one transaction, idempotent by id. It first
 * assumes that all records are new, which needs no reading; if one is not, it reads what is stored
 * and decides record by record. Safe for use by many threads.
 */
final class Recorder {

  /** Each conflict means that another writer has made progress. */
  private static final int MAX_ATTEMPTS = 1_000;

  private final Journal journal;
  private final Actor actor;

  /** Whether the last batch was all new: then the next one probably is, too. */
  private volatile boolean hopeful = true;

  Recorder(Journal journal, Actor actor) {
    this.journal = journal;
    this.actor = actor;
  }

  /** Stores a batch; a result for each record, in the same order. */
  List<RecordingResult> record(List<? extends Pending> batch) {
    if (batch.isEmpty()) {
      return List.of();
    }
    return (hopeful ? recordUnseen(batch) : Optional.<List<RecordingResult>>empty())
        .orElseGet(() -> recordOneByOne(batch));
  }

  private Optional<List<RecordingResult>> recordUnseen(List<? extends Pending> batch) {
    List<DocumentWrite> writes = new ArrayList<>(batch.size());
    List<DocumentWrite> derived = new ArrayList<>();
    Set<DocumentKey> keys = new HashSet<>();
    for (Pending pending : batch) {
      Optional<Decision.Store> store = pending.unseen();
      if (store.isEmpty() || !keys.add(pending.key())) {
        return Optional.empty();
      }
      writes.add(
          DocumentWrite.insert(
              pending.key().collection(),
              pending.key().id(),
              store.get().body(),
              store.get().index()));
      store.get().derived().forEach((key, index) -> derived.add(SubjectKeys.write(key, 0, index)));
    }
    try {
      journal.write(
          actor,
          transaction -> {
            transaction.putAll(writes);
            transaction.putDerived(derived);
            batch.forEach(pending -> announce(pending, transaction));
            return true;
          });
    } catch (VersionConflictException e) {
      hopeful = false;
      return Optional.empty();
    }
    return Optional.of(
        batch.stream().map(pending -> RecordingResult.recorded(pending.key().id())).toList());
  }

  private List<RecordingResult> recordOneByOne(List<? extends Pending> batch) {
    for (int attempt = 1; ; attempt++) {
      try {
        List<RecordingResult> results =
            journal.write(
                actor,
                transaction -> {
                  StoredBodies stored = StoredBodies.read(transaction.view(), batch);
                  List<RecordingResult> decided =
                      batch.stream().map(pending -> decide(pending, stored)).toList();
                  transaction.putAll(stored.writes());
                  transaction.putDerived(stored.derived());
                  for (int i = 0; i < batch.size(); i++) {
                    if (decided.get(i).outcome() == RecordingResult.Outcome.RECORDED) {
                      announce(batch.get(i), transaction);
                    }
                  }
                  return decided;
                });
        hopeful =
            results.stream()
                .allMatch(result -> result.outcome() == RecordingResult.Outcome.RECORDED);
        return results;
      } catch (VersionConflictException e) {
        if (attempt == MAX_ATTEMPTS) {
          throw e;
        }
      }
    }
  }

  private static void announce(Pending stored, JournaledTransaction transaction) {
    byte[] id = stored.key().id().getBytes(StandardCharsets.UTF_8);
    stored.log().ifPresent(log -> transaction.announce(log, id));
  }

  private static RecordingResult decide(Pending pending, StoredBodies stored) {
    String id = pending.key().id();
    Decision decision = pending.decide(stored);
    if (decision instanceof Decision.Store store) {
      stored.write(pending.key(), store);
      return RecordingResult.recorded(id);
    }
    if (decision instanceof Decision.Refused refused) {
      return RecordingResult.refused(id, List.of(refused.issue()));
    }
    return RecordingResult.alreadyKnown(id);
  }
}

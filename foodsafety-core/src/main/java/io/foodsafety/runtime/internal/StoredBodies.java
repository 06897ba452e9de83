package io.foodsafety.runtime.internal;

import io.foodsafety.ledger.internal.JournaledTransaction;
import io.foodsafety.record.internal.SubjectMerge;
import io.foodsafety.spi.storage.Document;
import io.foodsafety.spi.storage.DocumentWrite;
import io.foodsafety.spi.storage.ReadView;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * The documents that a batch needs, read in its transaction, with what the batch itself has decided
 * to store on top.
 */
final class StoredBodies {

  private final Map<DocumentKey, Document> stored = new HashMap<>();
  private final Map<DocumentKey, Decision.Store> written = new LinkedHashMap<>();
  private final Map<DocumentKey, SubjectMerge> subjects = new HashMap<>();

  private StoredBodies() {}

  static StoredBodies read(ReadView view, Collection<? extends Pending> batch) {
    Map<String, Set<String>> wanted = new HashMap<>();
    for (Pending pending : batch) {
      want(wanted, pending.key());
      pending.needs().forEach(key -> want(wanted, key));
      pending.derived().forEach(key -> want(wanted, key));
    }
    StoredBodies bodies = new StoredBodies();
    wanted.forEach(
        (collection, ids) ->
            view.getAll(collection, ids)
                .forEach((id, document) -> bodies.put(new DocumentKey(collection, id), document)));
    return bodies;
  }

  /**
   * Stores those records of a batch that are new; how many. What somebody else has stored under an
   * id is left as it is.
   */
  static int store(JournaledTransaction transaction, Collection<? extends Pending> batch) {
    StoredBodies bodies = read(transaction.view(), batch);
    for (Pending each : batch) {
      if (each.decide(bodies) instanceof Decision.Store store) {
        bodies.write(each.key(), store);
      }
    }
    List<DocumentWrite> writes = bodies.writes();
    transaction.putAll(writes);
    return writes.size();
  }

  private static void want(Map<String, Set<String>> wanted, DocumentKey key) {
    wanted.computeIfAbsent(key.collection(), any -> new LinkedHashSet<>()).add(key.id());
  }

  private void put(DocumentKey key, Document document) {
    stored.put(key, document);
  }

  Optional<byte[]> find(DocumentKey key) {
    Decision.Store store = written.get(key);
    if (store != null) {
      return Optional.of(store.body());
    }
    return Optional.ofNullable(stored.get(key)).map(Document::body);
  }

  /**
   * The records of a subject, which the batch reads once and adds to; a batch may hold many of one
   * subject.
   */
  SubjectMerge subject(DocumentKey key, Function<byte[], SubjectMerge> reader) {
    return subjects.computeIfAbsent(key, any -> find(key).map(reader).orElseGet(SubjectMerge::new));
  }

  /**
   * Stores in this batch; a document that the batch stores twice is written once, as it ends up.
   */
  void write(DocumentKey key, Decision.Store store) {
    written.put(key, store);
  }

  List<DocumentWrite> writes() {
    List<DocumentWrite> writes = new ArrayList<>();
    written.forEach(
        (key, store) -> {
          Document replaced = stored.get(key);
          writes.add(
              DocumentWrite.replace(
                  key.collection(),
                  key.id(),
                  replaced == null ? 0 : replaced.version(),
                  store.body(),
                  store.index()));
        });
    return writes;
  }

  /** What is derived from the documents that are written. */
  List<DocumentWrite> derived() {
    List<DocumentWrite> writes = new ArrayList<>();
    for (Decision.Store store : written.values()) {
      store
          .derived()
          .forEach(
              (key, index) -> {
                Document replaced = stored.get(key);
                long version = replaced == null ? 0 : replaced.version();
                writes.add(SubjectKeys.write(key, version, index));
              });
    }
    return writes;
  }
}

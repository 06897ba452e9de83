package io.foodsafety.runtime.internal;

import io.foodsafety.ledger.internal.LedgerEntry;
import io.foodsafety.model.fact.Fact;
import io.foodsafety.model.fact.SubjectRef;
import io.foodsafety.model.fact.SubjectType;
import io.foodsafety.risk.GradeChange;
import io.foodsafety.spi.storage.Document;
import io.foodsafety.spi.storage.ReadView;
import io.foodsafety.spi.storage.Storage;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which businesses the entries of the ledger are about: those that a fact concerns, recorded or
 * withdrawn, those whose registration has changed, and those that were merged or split. What says
 * how a grade has changed changes none.
 */
final class ChangedBusinesses {

  private static final int PAGE = 1_000;

  /**
   * What entries are about.
   *
   * @param ids ids of businesses, which need not lead
   * @param position the position of the last entry
   * @param isLast whether no entry came behind it
   */
  record Part(Set<String> ids, long position, boolean isLast) {}

  /** The documents of a page of entries; decoded after the snapshot. */
  private record Documents(List<Document> facts, List<Document> identities, Set<String> ids) {}

  private record Page(Documents documents, long position, boolean isLast) {}

  private final Storage storage;
  private final StoredRecords reader;

  ChangedBusinesses(Storage storage, StoredRecords reader) {
    this.storage = storage;
    this.reader = reader;
  }

  /** The next entries after a position, a thousand at most. */
  Part after(long position) {
    Page page = storage.read(view -> page(view, position));
    Set<String> ids = page.documents().ids();
    page.documents().facts().stream()
        .map(reader::fact)
        .filter(fact -> !fact.kind().equals(GradeChange.KIND))
        .forEach(fact -> addBusinesses(fact, ids));
    for (Document document : page.documents().identities()) {
      ids.add(document.id());
      StoredIdentity.read(document).acts().forEach(act -> ids.add(act.kept()));
    }
    return new Part(ids, page.position(), page.isLast());
  }

  private static void addBusinesses(Fact fact, Set<String> ids) {
    for (SubjectRef ref : fact.concerns()) {
      if (ref.type().equals(SubjectType.BUSINESS)) {
        ids.add(ref.id());
      }
    }
  }

  private Page page(ReadView view, long position) {
    List<LedgerEntry> entries = LedgerEntry.after(view, position, PAGE);
    Map<String, Set<String>> changed = new HashMap<>();
    for (LedgerEntry entry : entries) {
      changed.computeIfAbsent(entry.collection(), any -> new LinkedHashSet<>()).add(entry.id());
    }
    Set<String> facts = changed.getOrDefault(CitySchema.FACTS, new LinkedHashSet<>());
    for (Document withdrawal : read(view, CitySchema.WITHDRAWALS, changed)) {
      facts.add(reader.withdrawal(withdrawal).target());
    }
    Documents documents =
        new Documents(
            new ArrayList<>(view.getAll(CitySchema.FACTS, facts).values()),
            new ArrayList<>(read(view, CitySchema.IDENTITIES, changed)),
            new LinkedHashSet<>(changed.getOrDefault(CitySchema.SUBJECTS, Set.of())));
    long last = entries.isEmpty() ? position : entries.get(entries.size() - 1).position();
    return new Page(documents, last, entries.size() < PAGE);
  }

  private static Collection<Document> read(
      ReadView view, String collection, Map<String, Set<String>> changed) {
    return view.getAll(collection, changed.getOrDefault(collection, Set.of())).values();
  }
}

package io.foodsafety.runtime.internal;

import io.foodsafety.ledger.internal.LedgerEntry;
import io.foodsafety.model.fact.Fact;
import io.foodsafety.model.fact.SubjectRef;
import io.foodsafety.model.fact.SubjectType;
import io.foodsafety.risk.GradeChange;
import io.foodsafety.spi.storage.Document;
import io.foodsafety.spi.storage.ReadView;
import io.foodsafety.spi.storage.Storage;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

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
   * @param ids ids of businesses, which need not lead, with the position of the last entry about
   *     each
   * @param position the position of the last entry
   * @param isLast whether no entry came behind it
   */
  record Part(Map<String, Long> ids, long position, boolean isLast) {}

  /**
   * A page of entries and their documents, which are decoded after the snapshot.
   *
   * @param named the facts that entries record or withdraw, with the position of the last such entry
   */
  private record Page(
      List<LedgerEntry> entries,
      Map<String, Long> named,
      Map<String, Document> facts,
      Map<String, Document> identities) {}

  private final Storage storage;
  private final StoredRecords reader;

  ChangedBusinesses(Storage storage, StoredRecords reader) {
    this.storage = storage;
    this.reader = reader;
  }

  /**
   * The next entries after a position, a thousand at most.
   *
   * @param arrivals where to note what was recorded when
   * @param dayOf the day of an instant
   */
  Part after(long position, Arrivals arrivals, Function<Instant, LocalDate> dayOf) {
    Page page = storage.read(view -> page(view, position));
    Map<String, Long> ids = new LinkedHashMap<>();
    Set<String> changes = new HashSet<>();
    for (Document document : page.facts().values()) {
      Fact fact = reader.fact(document);
      if (fact.kind().equals(GradeChange.KIND)) {
        changes.add(fact.id());
      } else {
        long last = page.named().getOrDefault(fact.id(), position);
        businesses(fact).forEach(id -> ids.merge(id, last, Math::max));
      }
    }
    long last = position;
    for (LedgerEntry entry : page.entries()) {
      LocalDate day = dayOf.apply(entry.at());
      for (String id : registered(entry, page.identities())) {
        ids.merge(id, entry.position(), Math::max);
        arrivals.registered(id, day, entry.position());
      }
      if (isArrival(entry, changes)) {
        arrivals.recorded(entry.collection(), entry.id(), day, entry.position());
      }
      last = entry.position();
    }
    return new Part(ids, last, page.entries().size() < PAGE);
  }

  private static Stream<String> businesses(Fact fact) {
    return fact.concerns().stream()
        .filter(ref -> ref.type().equals(SubjectType.BUSINESS))
        .map(SubjectRef::id);
  }

  /** The businesses that an entry registers, merges or splits. */
  private static Set<String> registered(LedgerEntry entry, Map<String, Document> identities) {
    Set<String> ids = new LinkedHashSet<>();
    if (entry.collection().equals(CitySchema.SUBJECTS)) {
      ids.add(entry.id());
    } else if (entry.collection().equals(CitySchema.IDENTITIES)) {
      ids.add(entry.id());
      Optional.ofNullable(identities.get(entry.id()))
          .ifPresent(
              document -> StoredIdentity.read(document).acts().forEach(act -> ids.add(act.kept())));
    }
    return ids;
  }

  /** Whether an entry records a withdrawal, or a fact that is not among the changes of grades. */
  private static boolean isArrival(LedgerEntry entry, Set<String> changes) {
    if (!entry.isNew()) {
      return false;
    }
    return entry.collection().equals(CitySchema.FACTS)
        ? !changes.contains(entry.id())
        : entry.collection().equals(CitySchema.WITHDRAWALS);
  }

  private Page page(ReadView view, long position) {
    List<LedgerEntry> entries = LedgerEntry.after(view, position, PAGE);
    List<LedgerEntry> arrived = entries.stream().filter(LedgerEntry::isNew).toList();
    Map<String, Long> named = positions(arrived, CitySchema.FACTS);
    Map<String, Long> withdrawals = positions(arrived, CitySchema.WITHDRAWALS);
    view.getAll(CitySchema.WITHDRAWALS, withdrawals.keySet())
        .forEach(
            (id, document) ->
                named.merge(
                    reader.withdrawal(document).target(),
                    withdrawals.getOrDefault(id, position),
                    Math::max));
    return new Page(
        entries,
        named,
        view.getAll(CitySchema.FACTS, named.keySet()),
        view.getAll(
            CitySchema.IDENTITIES, positions(entries, CitySchema.IDENTITIES).keySet()));
  }

  /** The documents of a collection that entries are about, with the position of the last entry. */
  private static Map<String, Long> positions(List<LedgerEntry> entries, String collection) {
    Map<String, Long> positions = new LinkedHashMap<>();
    for (LedgerEntry entry : entries) {
      if (entry.collection().equals(collection)) {
        positions.put(entry.id(), entry.position());
      }
    }
    return positions;
  }
}

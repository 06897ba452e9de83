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
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

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

  /** A page of entries and their documents, which are decoded after the snapshot. */
  private record Page(
      List<LedgerEntry> entries, List<Document> facts, Map<String, Document> identities) {}

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
    Set<String> ids = new LinkedHashSet<>();
    Set<String> changes = new HashSet<>();
    for (Document document : page.facts()) {
      Fact fact = reader.fact(document);
      if (fact.kind().equals(GradeChange.KIND)) {
        changes.add(fact.id());
      } else {
        addBusinesses(fact, ids);
      }
    }
    long last = position;
    for (LedgerEntry entry : page.entries()) {
      Set<String> registered = registered(entry, page.identities());
      ids.addAll(registered);
      LocalDate day = dayOf.apply(entry.at());
      registered.forEach(id -> arrivals.registered(id, day));
      if (isArrival(entry, changes)) {
        arrivals.recorded(entry.collection(), entry.id(), day);
      }
      last = entry.position();
    }
    return new Part(ids, last, page.entries().size() < PAGE);
  }

  private static void addBusinesses(Fact fact, Set<String> ids) {
    for (SubjectRef ref : fact.concerns()) {
      if (ref.type().equals(SubjectType.BUSINESS)) {
        ids.add(ref.id());
      }
    }
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
    Set<String> facts = ids(arrived, CitySchema.FACTS);
    for (Document withdrawal :
        view.getAll(CitySchema.WITHDRAWALS, ids(arrived, CitySchema.WITHDRAWALS)).values()) {
      facts.add(reader.withdrawal(withdrawal).target());
    }
    return new Page(
        entries,
        List.copyOf(view.getAll(CitySchema.FACTS, facts).values()),
        view.getAll(CitySchema.IDENTITIES, ids(entries, CitySchema.IDENTITIES)));
  }

  private static Set<String> ids(List<LedgerEntry> entries, String collection) {
    Set<String> ids = new LinkedHashSet<>();
    for (LedgerEntry entry : entries) {
      if (entry.collection().equals(collection)) {
        ids.add(entry.id());
      }
    }
    return ids;
  }
}

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
   * @param unread damaged facts and withdrawals, of which it is not known whose they are
   * @param position the position of the last entry
   * @param isLast whether no entry came behind it
   */
  record Part(Map<String, Long> ids, Set<DocumentKey> unread, long position, boolean isLast) {}

  /**
   * A page of entries and their documents, which are decoded after the snapshot.
   *
   * @param named the facts that entries record or withdraw, with the position of the last such
   *     entry
   */
  private record Page(
      List<LedgerEntry> entries,
      Map<String, Long> named,
      Map<String, Document> facts,
      Map<String, Document> identities,
      Set<DocumentKey> unread) {}

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
    Set<String> changes = new HashSet<>();
    Map<String, Long> ids = named(page, changes);
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
    return new Part(ids, page.unread(), last, page.entries().size() < PAGE);
  }

  /** Facts and withdrawals that could not be read before, without entries; mended, or not yet. */
  Part again(List<DocumentKey> unread) {
    Page page =
        storage.read(
            view ->
                page(
                    view,
                    List.of(),
                    positions(unread, CitySchema.FACTS),
                    positions(unread, CitySchema.WITHDRAWALS)));
    return new Part(named(page, new HashSet<>()), page.unread(), Long.MAX_VALUE, true);
  }

  private static Map<String, Long> positions(List<DocumentKey> unread, String collection) {
    Map<String, Long> positions = new LinkedHashMap<>();
    unread.stream()
        .filter(each -> each.collection().equals(collection))
        .forEach(each -> positions.put(each.id(), Long.MAX_VALUE));
    return positions;
  }

  /**
   * The businesses of the facts of a page, in the order of the entries; notes which facts are
   * changes of grades.
   */
  private Map<String, Long> named(Page page, Set<String> changes) {
    Map<String, Long> ids = new LinkedHashMap<>();
    page.named()
        .forEach(
            (factId, last) -> {
              Optional<Fact> fact = fact(factId, page);
              if (fact.filter(each -> each.kind().equals(GradeChange.KIND)).isPresent()) {
                changes.add(factId);
              } else {
                fact.ifPresent(
                    each -> businesses(each).forEach(id -> ids.merge(id, last, Math::max)));
              }
            });
    return ids;
  }

  private Optional<Fact> fact(String id, Page page) {
    return Optional.ofNullable(page.facts().get(id))
        .flatMap(
            document ->
                DamagedDocument.unlessDamaged(
                    () -> reader.fact(document),
                    damaged -> page.unread().add(new DocumentKey(CitySchema.FACTS, id))));
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
          .flatMap(ChangedBusinesses::identity)
          .ifPresent(identity -> identity.acts().forEach(act -> ids.add(act.kept())));
    }
    return ids;
  }

  /** If it is damaged, the absorbed id is tried until it can be read, and leads to the others. */
  private static Optional<StoredIdentity> identity(Document document) {
    return DamagedDocument.unlessDamaged(() -> StoredIdentity.read(document), damaged -> {});
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
    return page(
        view,
        entries,
        lastEntries(arrived, CitySchema.FACTS),
        lastEntries(arrived, CitySchema.WITHDRAWALS));
  }

  private Page page(
      ReadView view,
      List<LedgerEntry> entries,
      Map<String, Long> facts,
      Map<String, Long> withdrawals) {
    Set<DocumentKey> unread = new LinkedHashSet<>();
    Map<String, Long> named = new LinkedHashMap<>(facts);
    view.getAll(CitySchema.WITHDRAWALS, withdrawals.keySet())
        .forEach(
            (id, document) ->
                DamagedDocument.unlessDamaged(
                        () -> reader.withdrawal(document),
                        damaged -> unread.add(new DocumentKey(CitySchema.WITHDRAWALS, id)))
                    .ifPresent(
                        withdrawal ->
                            named.merge(
                                withdrawal.target(),
                                withdrawals.getOrDefault(id, Long.MAX_VALUE),
                                Math::max)));
    return new Page(
        entries,
        named,
        view.getAll(CitySchema.FACTS, named.keySet()),
        view.getAll(CitySchema.IDENTITIES, lastEntries(entries, CitySchema.IDENTITIES).keySet()),
        unread);
  }

  /** The documents of a collection that entries are about, with the position of the last entry. */
  private static Map<String, Long> lastEntries(List<LedgerEntry> entries, String collection) {
    Map<String, Long> positions = new LinkedHashMap<>();
    for (LedgerEntry entry : entries) {
      if (entry.collection().equals(collection)) {
        positions.put(entry.id(), entry.position());
      }
    }
    return positions;
  }
}

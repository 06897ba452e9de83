package io.foodsafety.runtime.internal;

import io.foodsafety.fact.RecordingResult;
import io.foodsafety.ledger.internal.Journal;
import io.foodsafety.ledger.internal.JournaledTransaction;
import io.foodsafety.model.actor.Actor;
import io.foodsafety.model.issue.IssueType;
import io.foodsafety.model.issue.Location;
import io.foodsafety.record.internal.NearestNames;
import io.foodsafety.spi.storage.Document;
import io.foodsafety.spi.storage.DocumentWrite;
import io.foodsafety.spi.storage.Page;
import io.foodsafety.spi.storage.Query;
import io.foodsafety.spi.storage.ReadView;
import io.foodsafety.subject.Relation;
import io.foodsafety.subject.RelationKind;
import io.foodsafety.subject.SubjectIssues;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Relations of businesses, kept in a storage. */
final class Relations {

  private final Journal journal;
  private final Actor actor;
  private final Clock clock;
  private final Set<String> kinds;

  Relations(Journal journal, Actor actor, Clock clock, Set<String> kinds) {
    this.journal = journal;
    this.actor = actor;
    this.clock = clock;
    this.kinds = Set.copyOf(kinds);
  }

  RecordingResult relate(Relation relation) {
    String id = StoredRelation.id(relation);
    RelationKind kind = relation.kind();
    if (!kinds.contains(kind.code())) {
      return refused(
          id,
          SubjectIssues.UNKNOWN_RELATION_KIND
              .at(Location.unknown())
              .with("kind", kind)
              .with("nearest", NearestNames.of(kind.code(), kinds)));
    }
    return attempt(transaction -> relate(transaction, id, relation));
  }

  RecordingResult unrelate(Relation relation, String reason) {
    String id = StoredRelation.id(relation);
    return attempt(transaction -> unrelate(transaction, id, relation, reason));
  }

  private RecordingResult attempt(Function<JournaledTransaction, RecordingResult> work) {
    return Retrying.onConflict(() -> journal.write(actor, work));
  }

  private RecordingResult relate(JournaledTransaction transaction, String id, Relation relation) {
    Optional<Document> document = transaction.view().get(CitySchema.RELATIONS, id);
    Optional<Relation> counting =
        document
            .map(StoredRelation::read)
            .filter(stored -> stored.withdrawn().isEmpty())
            .map(StoredRelation::relation);
    if (counting.isPresent() && counting.get().equals(relation)) {
      return RecordingResult.alreadyKnown(id);
    }
    Optional<LocalDate> end = counting.flatMap(Relation::validTo);
    if (end.isPresent()) {
      return refused(
          id,
          SubjectIssues.OTHER_END
              .at(Location.unknown())
              .with("from", relation.from())
              .with("to", relation.to())
              .with("validTo", end.get()));
    }
    return write(
        transaction, id, document, new StoredRelation(relation, clock.instant(), Optional.empty()));
  }

  private RecordingResult unrelate(
      JournaledTransaction transaction, String id, Relation relation, String reason) {
    Optional<Document> document = transaction.view().get(CitySchema.RELATIONS, id);
    if (document.isEmpty()) {
      return refused(
          id,
          SubjectIssues.UNKNOWN_RELATION
              .at(Location.unknown())
              .with("from", relation.from())
              .with("to", relation.to()));
    }
    StoredRelation stored = StoredRelation.read(document.get());
    return stored.withdrawn().isPresent()
        ? RecordingResult.alreadyKnown(id)
        : write(
            transaction,
            id,
            document,
            new StoredRelation(stored.relation(), stored.recordedAt(), Optional.of(reason)));
  }

  private static RecordingResult write(
      JournaledTransaction transaction,
      String id,
      Optional<Document> replaced,
      StoredRelation relation) {
    transaction.putAll(
        List.of(
            DocumentWrite.replace(
                CitySchema.RELATIONS,
                id,
                replaced.map(Document::version).orElse(0L),
                relation.body(),
                relation.index())));
    return RecordingResult.recorded(id);
  }

  private static RecordingResult refused(String id, IssueType.Builder issue) {
    return RecordingResult.refused(id, List.of(issue.build()));
  }

  /**
   * The relations of a business, with the businesses that their ids lead to; one that a merge has
   * made a relation to itself is left out.
   */
  List<Relation> of(String subject) {
    return journal.read(view -> of(view, subject));
  }

  private static List<Relation> of(ReadView view, String subject) {
    Identities identities = new Identities(view);
    Set<Relation> relations = new LinkedHashSet<>();
    for (String member : identities.family(subject)) {
      Query query = Query.of(CitySchema.RELATIONS).where(CitySchema.END, member);
      Optional<Query> next = Optional.of(query);
      while (next.isPresent()) {
        Page page = view.query(next.get());
        page.documents().stream()
            .map(StoredRelation::read)
            .filter(stored -> stored.withdrawn().isEmpty())
            .flatMap(stored -> lead(stored.relation(), identities).stream())
            .forEach(relations::add);
        next = page.next().map(query::after);
      }
    }
    return relations.stream()
        .sorted(
            Comparator.comparing((Relation each) -> each.kind().code())
                .thenComparing(Relation::from)
                .thenComparing(Relation::to)
                .thenComparing(each -> each.validFrom().orElse(LocalDate.MIN)))
        .toList();
  }

  private static Optional<Relation> lead(Relation relation, Identities identities) {
    String from = identities.leading(relation.from());
    String to = identities.leading(relation.to());
    return from.equals(to)
        ? Optional.empty()
        : Optional.of(
            new Relation(relation.kind(), from, to, relation.validFrom(), relation.validTo()));
  }
}

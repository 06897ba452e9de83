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
import java.util.ArrayList;
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
    List<Found> counting =
        find(transaction.view(), relation).stream().filter(Found::counts).toList();
    if (counting.isEmpty()) {
      Optional<Document> withdrawn = transaction.view().get(CitySchema.RELATIONS, id);
      StoredRelation stored = new StoredRelation(relation, clock.instant(), Optional.empty());
      transaction.putAll(List.of(write(id, withdrawn.map(Document::version).orElse(0L), stored)));
      return RecordingResult.recorded(id);
    }
    List<DocumentWrite> writes = new ArrayList<>();
    for (Found found : counting) {
      Optional<LocalDate> end = found.stored().relation().validTo();
      if (end.equals(relation.validTo())) {
        continue;
      } else if (end.isPresent()) {
        return refused(
            id,
            SubjectIssues.OTHER_END
                .at(Location.unknown())
                .with("from", relation.from())
                .with("to", relation.to())
                .with("validTo", end.get()));
      }
      Relation ended = found.stored().relation().validTo(relation.validTo().orElseThrow());
      writes.add(found.write(new StoredRelation(ended, clock.instant(), Optional.empty())));
    }
    return write(transaction, id, writes);
  }

  private static RecordingResult unrelate(
      JournaledTransaction transaction, String id, Relation relation, String reason) {
    List<Found> found = find(transaction.view(), relation);
    if (found.isEmpty()) {
      return refused(
          id,
          SubjectIssues.UNKNOWN_RELATION
              .at(Location.unknown())
              .with("from", relation.from())
              .with("to", relation.to()));
    }
    List<DocumentWrite> writes =
        found.stream()
            .filter(Found::counts)
            .map(each -> each.write(each.withdrawn(reason)))
            .toList();
    return write(transaction, id, writes);
  }

  private static RecordingResult write(
      JournaledTransaction transaction, String id, List<DocumentWrite> writes) {
    if (writes.isEmpty()) {
      return RecordingResult.alreadyKnown(id);
    }
    transaction.putAll(writes);
    return RecordingResult.recorded(id);
  }

  private static DocumentWrite write(String id, long version, StoredRelation relation) {
    return DocumentWrite.replace(
        CitySchema.RELATIONS, id, version, relation.body(), relation.index());
  }

  /** A relation that is stored, withdrawn or not. */
  private record Found(Document document, StoredRelation stored) {

    static Found of(Document document) {
      return new Found(document, StoredRelation.read(document));
    }

    boolean counts() {
      return stored.withdrawn().isEmpty();
    }

    /** Whether it is the same relation but for its last day, by the ids that lead its ends. */
    boolean isSame(Relation relation, Identities identities) {
      Relation own = stored.relation();
      return own.kind().equals(relation.kind())
          && own.validFrom().equals(relation.validFrom())
          && identities.leading(own.from()).equals(identities.leading(relation.from()))
          && identities.leading(own.to()).equals(identities.leading(relation.to()));
    }

    StoredRelation withdrawn(String reason) {
      return new StoredRelation(stored.relation(), stored.recordedAt(), Optional.of(reason));
    }

    DocumentWrite write(StoredRelation replacement) {
      return Relations.write(document.id(), document.version(), replacement);
    }
  }

  /**
   * What is stored of a relation: a document, or several if businesses that had the same relation
   * were merged.
   */
  private static List<Found> find(ReadView view, Relation relation) {
    Identities identities = new Identities(view);
    List<String> ends = identities.family(relation.to());
    if (ends.size() == 1 && identities.family(relation.from()).size() == 1) {
      return view.get(CitySchema.RELATIONS, StoredRelation.id(relation)).map(Found::of).stream()
          .toList();
    }
    return ends.stream()
        .flatMap(end -> documents(view, end).stream())
        .map(Found::of)
        .filter(each -> each.isSame(relation, identities))
        .toList();
  }

  private static List<Document> documents(ReadView view, String end) {
    Query query = Query.of(CitySchema.RELATIONS).where(CitySchema.END, end);
    List<Document> documents = new ArrayList<>();
    Optional<Query> next = Optional.of(query);
    while (next.isPresent()) {
      Page page = view.query(next.get());
      documents.addAll(page.documents());
      next = page.next().map(query::after);
    }
    return documents;
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
      documents(view, member).stream()
          .map(StoredRelation::read)
          .filter(stored -> stored.withdrawn().isEmpty())
          .flatMap(stored -> lead(stored.relation(), identities).stream())
          .forEach(relations::add);
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

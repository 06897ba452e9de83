package io.foodsafety.runtime.internal;

import io.foodsafety.fact.RecordingResult;
import io.foodsafety.ledger.internal.Journal;
import io.foodsafety.ledger.internal.JournaledTransaction;
import io.foodsafety.model.actor.Actor;
import io.foodsafety.model.issue.IssueType;
import io.foodsafety.model.issue.Location;
import io.foodsafety.spi.storage.Document;
import io.foodsafety.spi.storage.DocumentWrite;
import io.foodsafety.spi.storage.ReadView;
import io.foodsafety.subject.IdentityAct;
import io.foodsafety.subject.IdentityAct.Op;
import io.foodsafety.subject.SubjectIssues;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Merges and splits, recorded as acts. */
final class IdentityActs {

  private final Journal journal;
  private final Actor actor;
  private final Clock clock;

  IdentityActs(Journal journal, Actor actor, Clock clock) {
    this.journal = journal;
    this.actor = actor;
    this.clock = clock;
  }

  RecordingResult merge(String keep, String absorb, String reason) {
    return attempt(transaction -> merge(transaction, keep, absorb, reason));
  }

  RecordingResult split(String absorbed, String reason) {
    return attempt(transaction -> split(transaction, absorbed, reason));
  }

  private RecordingResult attempt(Function<JournaledTransaction, RecordingResult> work) {
    return Retrying.onConflict(() -> journal.write(actor, work));
  }

  private RecordingResult merge(
      JournaledTransaction transaction, String keep, String absorb, String reason) {
    ReadView view = transaction.view();
    if (view.get(CitySchema.SUBJECTS, keep).isEmpty()) {
      return refused(absorb, SubjectIssues.UNKNOWN_SUBJECT.at(Location.unknown()).with("id", keep));
    }
    Optional<Document> document = view.get(CitySchema.IDENTITIES, absorb);
    Optional<String> kept = document.map(StoredIdentity::read).flatMap(IdentityActs::kept);
    if (kept.isPresent()) {
      return kept.get().equals(keep)
          ? RecordingResult.alreadyKnown(absorb)
          : refused(
              absorb,
              SubjectIssues.MERGED_ELSEWHERE
                  .at(Location.unknown())
                  .with("absorbed", absorb)
                  .with("kept", kept.get()));
    }
    if (new Identities(view).leading(keep).equals(absorb) || keep.equals(absorb)) {
      return refused(
          absorb,
          SubjectIssues.SAME_BUSINESS
              .at(Location.unknown())
              .with("kept", keep)
              .with("absorbed", absorb));
    }
    return write(transaction, document, act(Op.MERGE, keep, absorb, reason));
  }

  private RecordingResult split(JournaledTransaction transaction, String absorbed, String reason) {
    Optional<Document> document = transaction.view().get(CitySchema.IDENTITIES, absorbed);
    if (document.isEmpty()) {
      return refused(
          absorbed, SubjectIssues.NOT_MERGED.at(Location.unknown()).with("id", absorbed));
    }
    Optional<String> kept = kept(StoredIdentity.read(document.get()));
    return kept.isEmpty()
        ? RecordingResult.alreadyKnown(absorbed)
        : write(transaction, document, act(Op.SPLIT, kept.get(), absorbed, reason));
  }

  private static Optional<String> kept(StoredIdentity identity) {
    return identity.acts().isEmpty()
        ? Optional.empty()
        : Optional.of(identity.acts().get(identity.acts().size() - 1))
            .filter(act -> act.op() == Op.MERGE)
            .map(IdentityAct::kept);
  }

  private IdentityAct act(Op op, String keep, String absorbed, String reason) {
    return new IdentityAct(op, keep, absorbed, reason, actor.toString(), clock.instant());
  }

  private static RecordingResult write(
      JournaledTransaction transaction, Optional<Document> document, IdentityAct act) {
    StoredIdentity identity =
        document
            .map(StoredIdentity::read)
            .orElseGet(() -> new StoredIdentity(act.absorbed(), List.of()))
            .plus(act);
    transaction.putAll(
        List.of(
            DocumentWrite.replace(
                CitySchema.IDENTITIES,
                act.absorbed(),
                document.map(Document::version).orElse(0L),
                identity.body(),
                identity.index())));
    return RecordingResult.recorded(act.absorbed());
  }

  private static RecordingResult refused(String id, IssueType.Builder issue) {
    return RecordingResult.refused(id, List.of(issue.build()));
  }

  /** The acts about an id, as the one that is kept or the one that is absorbed. */
  static List<IdentityAct> about(ReadView view, String id) {
    List<Document> documents = new ArrayList<>(Identities.mergedInto(view, id));
    view.get(CitySchema.IDENTITIES, id).ifPresent(documents::add);
    return documents.stream()
        .flatMap(document -> StoredIdentity.read(document).acts().stream())
        .filter(act -> act.kept().equals(id) || act.absorbed().equals(id))
        .sorted(Comparator.comparing(IdentityAct::at).thenComparing(IdentityAct::absorbed))
        .toList();
  }
}

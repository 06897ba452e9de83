package io.foodsafety.runtime.internal;

import io.foodsafety.fact.FactCatalogue;
import io.foodsafety.ledger.internal.Ledger;
import io.foodsafety.model.subject.Subject;
import io.foodsafety.record.CanonicalJson;
import io.foodsafety.spi.storage.Document;
import io.foodsafety.spi.storage.DocumentWrite;
import io.foodsafety.spi.storage.ReadView;
import io.foodsafety.spi.storage.StorageException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The index values of stored documents, made anew from the documents: a storage does not hand them
 * out, and what the ledger says of a document it does not say of its index. Every collection of
 * {@link CitySchema} is either here or among {@link #DERIVED}. Immutable.
 */
final class StoredIndexes {

  /** Collections without documents of their own: they are written with those of others. */
  static final Set<String> DERIVED = Set.of(CitySchema.SUBJECT_KEYS);

  /** The index values of a document. */
  private interface Index {
    Map<String, List<String>> of(ReadView view, Document document);
  }

  private static final Index NONE = (view, document) -> Map.of();

  private final StoredRecords reader = new StoredRecords(FactCatalogue.standard());
  private final Map<String, Index> indexes =
      Map.ofEntries(
          Map.entry(CitySchema.FACTS, (view, fact) -> PendingFact.index(reader.fact(fact))),
          Map.entry(CitySchema.WITHDRAWALS, this::withdrawal),
          Map.entry(CitySchema.SUBJECTS, (view, subject) -> PendingSubject.index(subject(subject))),
          Map.entry(
              CitySchema.SUBMISSIONS,
              (view, each) -> StoredSubmission.index(StoredSubmission.read(each).submission())),
          Map.entry(CitySchema.RELATIONS, (view, each) -> StoredRelation.read(each).index()),
          Map.entry(CitySchema.IDENTITIES, (view, each) -> StoredIdentity.read(each).index()),
          Map.entry(CitySchema.TRACE_EVENTS, (view, event) -> traceEvent(event)),
          Map.entry(
              CitySchema.NOTIFICATIONS, (view, each) -> StoredNotification.read(each).index()),
          Map.entry(
              CitySchema.NOTICES,
              (view, each) -> StoredNotice.read(CitySchema.NOTICES, each).waitingIndex()),
          Map.entry(
              CitySchema.DISPATCHES,
              (view, each) -> StoredNotice.read(CitySchema.DISPATCHES, each).settledIndex()),
          Map.entry(CitySchema.LOOKS, (view, look) -> StoredLook.index(StoredLook.read(look))),
          Map.entry(CitySchema.GRADE_DAYS, (view, each) -> StoredGradeDay.read(each).index()),
          Map.entry(CitySchema.PROGRESS, NONE),
          Map.entry(CitySchema.UNSENT, NONE),
          Map.entry(Ledger.TREE, NONE),
          Map.entry(CitySchema.META, NONE));

  /** {@return the collections whose documents have their index here} */
  Set<String> collections() {
    return indexes.keySet();
  }

  /**
   * The write of a document at its version, with its index values, and of what is derived from it.
   *
   * @param view sees the facts, if it is a withdrawal
   */
  List<DocumentWrite> writes(ReadView view, String collection, Document document) {
    Index index = indexes.get(collection);
    if (index == null) {
      throw new IllegalArgumentException(
          "The collection (%s) has no index of its own.".formatted(collection));
    }
    DocumentWrite write =
        DocumentWrite.replace(
            collection,
            document.id(),
            document.version() - 1,
            document.body(),
            index.of(view, document));
    return collection.equals(CitySchema.SUBJECTS)
        ? List.of(
            write,
            SubjectKeys.write(
                SubjectKeys.key(document.id()), 0, SubjectKeys.index(subject(document))))
        : List.of(write);
  }

  private Subject subject(Document document) {
    return reader.subjectRecords(document.id(), document.body()).last().orElseThrow();
  }

  private Map<String, List<String>> withdrawal(ReadView view, Document document) {
    String target = reader.withdrawal(document).target();
    Document fact =
        view.get(CitySchema.FACTS, target)
            .orElseThrow(
                () ->
                    new StorageException(
                        "The fact (%s), which is withdrawn, is not there.".formatted(target)));
    return PendingWithdrawal.index(reader.fact(fact));
  }

  private Map<String, List<String>> traceEvent(Document document) {
    Map<String, @Nullable Object> fields = CanonicalJson.read(document.body());
    return PendingTrace.index(reader.traceEvent(document), fields);
  }
}

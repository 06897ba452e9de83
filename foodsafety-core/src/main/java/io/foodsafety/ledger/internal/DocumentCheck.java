package io.foodsafety.ledger.internal;

import com.google.common.collect.Iterators;
import io.foodsafety.fact.CodePointOrder;
import io.foodsafety.ledger.LedgerIssues;
import io.foodsafety.model.issue.IssueType;
import io.foodsafety.model.issue.Location;
import io.foodsafety.spi.storage.Document;
import io.foodsafety.spi.storage.Page;
import io.foodsafety.spi.storage.Query;
import io.foodsafety.spi.storage.ReadView;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Compares documents with the last ledger entry about each: two streams in the same order, of which
 * neither is held in memory.
 */
final class DocumentCheck {

  private final ReadView view;
  private final List<String> collections;
  private final Lookahead<DocumentChange> changes;
  private final LedgerDigest digest;
  private final Findings findings;
  private long documents;

  /**
   * A check.
   *
   * @param view the snapshot
   * @param collections all collections
   * @param changes what the ledger says, ordered by collection, id and position
   * @param digest the hash function
   * @param findings takes the faults
   */
  DocumentCheck(
      ReadView view,
      List<String> collections,
      Iterator<DocumentChange> changes,
      LedgerDigest digest,
      Findings findings) {
    this.view = view;
    this.digest = digest;
    this.collections = collections.stream().sorted(CodePointOrder.INSTANCE).toList();
    this.changes = new Lookahead<>(changes);
    this.findings = findings;
  }

  /** Checks all documents and returns their number. */
  long check() {
    for (String collection : collections) {
      checkMissingBefore(collection, null);
      Iterator<Document> stored = documents(collection);
      while (stored.hasNext()) {
        Document document = stored.next();
        documents++;
        checkMissingBefore(collection, document.id());
        checkDocument(collection, document);
      }
    }
    checkMissingBefore(null, null);
    return documents;
  }

  /** Documents that the ledger has before a place at which the storage has the next one. */
  private void checkMissingBefore(@Nullable String collection, @Nullable String id) {
    while (changes.peek().filter(change -> isBefore(change, collection, id)).isPresent()) {
      DocumentChange last = lastOfOne();
      if (last.hash().isPresent()) {
        report(LedgerIssues.DOCUMENT_MISSING, last, 0, 0);
      }
    }
  }

  private static boolean isBefore(
      DocumentChange change, @Nullable String collection, @Nullable String id) {
    if (collection == null) {
      return true;
    }
    int order = CodePointOrder.INSTANCE.compare(change.collection(), collection);
    return order < 0
        || (order == 0 && id != null && CodePointOrder.INSTANCE.compare(change.id(), id) < 0);
  }

  private void checkDocument(String collection, Document document) {
    String id = document.id();
    boolean known = changes.peek().filter(change -> change.isAbout(collection, id)).isPresent();
    if (!known) {
      findings.add(
          LedgerIssues.DOCUMENT_UNKNOWN
              .at(Location.unknown())
              .with("collection", collection)
              .with("id", id)
              .build());
      return;
    }
    DocumentChange last = lastOfOne();
    long version = document.version();
    if (last.hash().isEmpty()) {
      report(LedgerIssues.DOCUMENT_RETURNED, last, version, 0);
    } else if (version != last.version()) {
      report(
          version < last.version() ? LedgerIssues.DOCUMENT_STALE : LedgerIssues.DOCUMENT_AHEAD,
          last,
          version,
          last.version());
    } else if (!last.hash().get().equals(digest.text(document.body()))) {
      report(LedgerIssues.DOCUMENT_CHANGED, last, version, 0);
    }
  }

  /** The last entry about the next document; on the way, that no version was left out. */
  private DocumentChange lastOfOne() {
    DocumentChange last = changes.take();
    checkVersion(last, 1);
    while (isNextAbout(last)) {
      DocumentChange next = changes.take();
      long stored = last.hash().isPresent() ? last.version() : 0;
      checkVersion(next, next.hash().isPresent() ? stored + 1 : stored);
      last = next;
    }
    return last;
  }

  private boolean isNextAbout(DocumentChange same) {
    return changes
        .peek()
        .filter(change -> change.isAbout(same.collection(), same.id()))
        .isPresent();
  }

  private void checkVersion(DocumentChange change, long expected) {
    if (change.version() != expected) {
      report(LedgerIssues.VERSION_SKIPPED, change, change.version(), expected);
    }
  }

  private void report(IssueType type, DocumentChange change, long version, long expected) {
    findings.add(
        type.at(Location.unknown())
            .with("collection", change.collection())
            .with("id", change.id())
            .with("position", change.position())
            .with("version", version)
            .with("expected", expected)
            .build());
  }

  private Iterator<Document> documents(String collection) {
    Query all = Query.of(collection);
    return Iterators.concat(
        new Iterator<Iterator<Document>>() {
          private Optional<Query> next = Optional.of(all);

          @Override
          public boolean hasNext() {
            return next.isPresent();
          }

          @Override
          public Iterator<Document> next() {
            Page page = view.query(next.orElseThrow());
            next = page.next().map(all::after);
            return page.documents().iterator();
          }
        });
  }
}

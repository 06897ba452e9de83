package io.foodsafety.ledger.internal;

import io.foodsafety.ledger.ConsistencyProof;
import io.foodsafety.ledger.InclusionProof;
import io.foodsafety.ledger.LedgerReport;
import io.foodsafety.ledger.LedgerService;
import io.foodsafety.ledger.TreeRoot;
import io.foodsafety.model.issue.Issue;
import io.foodsafety.spi.storage.Document;
import io.foodsafety.spi.storage.ReadView;
import io.foodsafety.spi.storage.Storage;
import io.foodsafety.spi.storage.StorageException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;
import java.util.function.Function;

/** The ledger of a storage. */
public final class StoredLedger implements LedgerService {

  private final Storage storage;
  private final LedgerDigest digest;
  private final List<String> collections;
  private final LedgerCheck check;
  private final Clock clock;

  /** The ledger of a storage, of which these collections are in the ledger. */
  public StoredLedger(Storage storage, LedgerDigest digest, List<String> collections, Clock clock) {
    this.storage = storage;
    this.digest = digest;
    this.collections = List.copyOf(collections);
    this.check = new LedgerCheck(storage, digest, collections);
    this.clock = clock;
  }

  @Override
  public LedgerReport verify(Consumer<? super Issue> faults) {
    return check.verify(List.of(), List.of(), faults);
  }

  @Override
  public LedgerReport verify(Path anchors, Consumer<? super Issue> faults) {
    List<Issue> unreadable = new ArrayList<>();
    List<TreeRoot> roots = new FileAnchor(anchors).roots(unreadable::add);
    return check.verify(roots, unreadable, faults);
  }

  /** Checks everything in a snapshot, or in a transaction with its own writes. */
  public LedgerReport verify(ReadView view) {
    return check.verify(view);
  }

  @Override
  public TreeRoot root() {
    return proofs(proofs -> proofs.root(proofs.size()));
  }

  @Override
  public TreeRoot root(long size) {
    return proofs(proofs -> proofs.root(size));
  }

  @Override
  public Optional<InclusionProof> findProof(long position) {
    return proofs(proofs -> proofs.inclusion(position, proofs.size()));
  }

  @Override
  public Optional<InclusionProof> findProof(long position, long size) {
    return proofs(proofs -> proofs.inclusion(position, size));
  }

  @Override
  public ConsistencyProof proveConsistency(long first, long second) {
    return proofs(proofs -> proofs.consistency(first, second));
  }

  @Override
  public OptionalLong findLastEntry(String collection, String id) {
    return proofs(proofs -> proofs.lastAbout(collection, id));
  }

  @Override
  public Optional<byte[]> findDocument(String collection, String id) {
    return collections.contains(collection)
        ? storage.read(view -> view.get(collection, id)).map(Document::body)
        : Optional.empty();
  }

  private <R> R proofs(Function<LedgerProofs, R> question) {
    return storage.read(view -> question.apply(new LedgerProofs(view, digest)));
  }

  @Override
  public TreeRoot anchor(Path file) {
    LedgerAnchor anchor = new FileAnchor(file);
    List<TreeRoot> kept = Files.exists(file) ? anchor.roots(fault -> {}) : List.of();
    TreeRoot root = root();
    if (!kept.isEmpty()) {
      TreeRoot last = kept.get(kept.size() - 1);
      if (last.size() > root.size() || !root(last.size()).equals(last)) {
        throw new StorageException(
            "The ledger contradicts the last root of the file, of %d entries; ledger verify says more."
                .formatted(last.size()));
      }
      if (last.equals(root)) {
        return root;
      }
    }
    anchor.append(root, clock.instant());
    return root;
  }
}

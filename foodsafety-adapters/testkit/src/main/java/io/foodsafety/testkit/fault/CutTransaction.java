package io.foodsafety.testkit.fault;

import io.foodsafety.spi.storage.Document;
import io.foodsafety.spi.storage.DocumentWrite;
import io.foodsafety.spi.storage.LogEntry;
import io.foodsafety.spi.storage.Page;
import io.foodsafety.spi.storage.Query;
import io.foodsafety.spi.storage.ReadView;
import io.foodsafety.spi.storage.StorageException;
import io.foodsafety.spi.storage.WriteTransaction;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A transaction whose first change is made and then fails, and with it every later call. */
final class CutTransaction implements WriteTransaction {

  private final WriteTransaction transaction;
  private boolean isCut;

  CutTransaction(WriteTransaction transaction) {
    this.transaction = transaction;
  }

  StorageException failure() {
    return new StorageException("The write fails on purpose, in the middle of its work.");
  }

  private ReadView view() {
    if (isCut) {
      throw failure();
    }
    return transaction;
  }

  private void change(Runnable change) {
    if (!isCut) {
      change.run();
      isCut = true;
    }
    throw failure();
  }

  @Override
  public Optional<Document> get(String collection, String id) {
    return view().get(collection, id);
  }

  @Override
  public Map<String, Document> getAll(String collection, Collection<String> ids) {
    return view().getAll(collection, ids);
  }

  @Override
  public Page query(Query query) {
    return view().query(query);
  }

  @Override
  public List<LogEntry> readLog(String log, long after, int limit) {
    return view().readLog(log, after, limit);
  }

  @Override
  public long lastPosition(String log) {
    return view().lastPosition(log);
  }

  @Override
  public void putAll(List<DocumentWrite> writes) {
    change(() -> transaction.putAll(writes));
  }

  @Override
  public void delete(String collection, String id, long expectedVersion) {
    change(() -> transaction.delete(collection, id, expectedVersion));
  }

  @Override
  public void append(String log, byte[] body) {
    change(() -> transaction.append(log, body));
  }

  @Override
  public void appendAt(String log, long position, byte[] body) {
    change(() -> transaction.appendAt(log, position, body));
  }
}

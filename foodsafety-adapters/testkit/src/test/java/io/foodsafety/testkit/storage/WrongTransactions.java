package io.foodsafety.testkit.storage;

import static io.foodsafety.testkit.storage.WrongStorages.around;
import static io.foodsafety.testkit.storage.WrongStorages.model;
import static io.foodsafety.testkit.storage.WrongStorages.transactions;

import io.foodsafety.spi.storage.Document;
import io.foodsafety.spi.storage.DocumentWrite;
import io.foodsafety.spi.storage.Page;
import io.foodsafety.spi.storage.Query;
import io.foodsafety.spi.storage.Storage;
import io.foodsafety.spi.storage.StorageSchema;
import io.foodsafety.spi.storage.VersionConflictException;
import io.foodsafety.spi.storage.WriteTransaction;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;

/** Storages whose transactions are wrong in one thing each. */
final class WrongTransactions {

  private static final int BATCH = 1_000;

  private WrongTransactions() {}

  /** A storage that hands other writes to the right putAll than it was handed. */
  private static Storage putting(
      StorageSchema schema, Function<List<DocumentWrite>, List<DocumentWrite>> change) {
    return transactions(
        schema,
        copy ->
            new ReferenceTransaction(copy) {
              @Override
              public void putAll(List<DocumentWrite> writes) {
                super.putAll(change.apply(writes));
              }
            });
  }

  static Storage storesOneCollectionOnly(StorageSchema schema) {
    return putting(
        schema,
        writes ->
            writes.stream()
                .filter(each -> each.collection().equals(writes.get(0).collection()))
                .toList());
  }

  /** Forgets the changes behind its first batch. */
  static Storage losesTheRestOfABatch(StorageSchema schema) {
    return putting(
        schema,
        writes -> {
          boolean replaces = writes.stream().anyMatch(each -> each.expectedVersion() > 0);
          return replaces && writes.size() > BATCH ? writes.subList(0, BATCH) : writes;
        });
  }

  static Storage takesTheLastOfTwo(StorageSchema schema) {
    return putting(
        schema,
        writes -> {
          Map<List<String>, DocumentWrite> last = new LinkedHashMap<>();
          writes.forEach(each -> last.put(List.of(each.collection(), each.id()), each));
          return List.copyOf(last.values());
        });
  }

  static Storage keepsPartsOfPutAll(StorageSchema schema) {
    return new ReferenceStorage(model(schema)) {
      @Override
      <R> R transact(Function<? super WriteTransaction, ? extends R> work) {
        ReferenceTransaction transaction = newTransaction(committed.copy());
        try {
          R result = work.apply(transaction);
          committed = transaction.finish();
          return result;
        } catch (VersionConflictException e) {
          committed = transaction.model();
          throw e;
        } finally {
          transaction.end();
        }
      }
    };
  }

  static Storage deletesAnyVersion(StorageSchema schema) {
    return transactions(
        schema,
        copy ->
            new ReferenceTransaction(copy) {
              @Override
              public void delete(String collection, String id, long expectedVersion) {
                long stored = get(collection, id).map(Document::version).orElse(expectedVersion);
                super.delete(collection, id, stored);
              }
            });
  }

  /** Queries inside a transaction see what was there before it. */
  static Storage queriesWhatWasThere(StorageSchema schema) {
    return new ReferenceStorage(model(schema)) {
      @Override
      ReferenceTransaction newTransaction(ReferenceModel copy) {
        ReferenceModel before = committed;
        return new ReferenceTransaction(copy) {
          @Override
          public Page query(Query query) {
            return before.query(query);
          }
        };
      }
    };
  }

  static Storage swallowsExceptions(StorageSchema schema) {
    return around(
        schema,
        right -> {
          try {
            return right.get();
          } catch (IllegalStateException e) {
            return null;
          }
        });
  }

  static Storage forgetsTheResult(StorageSchema schema) {
    return around(
        schema,
        right -> {
          Object unused = right.get();
          return null;
        });
  }

  static Storage letsTransactionsLive(StorageSchema schema) {
    return transactions(
        schema,
        copy ->
            new ReferenceTransaction(copy) {
              @Override
              void end() {}
            });
  }

  static Storage letsThreadsShareATransaction(StorageSchema schema) {
    return transactions(
        schema,
        copy ->
            new ReferenceTransaction(copy) {
              @Override
              boolean isForeign(Thread thread) {
                return false;
              }
            });
  }

  static Storage nests(StorageSchema schema) {
    return new ReferenceStorage(model(schema)) {
      @Override
      boolean mayNest() {
        return true;
      }
    };
  }

  /** Two transactions at a time, each on a copy; the later one replaces what the other did. */
  static Storage isNotThreadSafe(StorageSchema schema) {
    return new ReferenceStorage(model(schema)) {
      @Override
      <R> R transact(Function<? super WriteTransaction, ? extends R> work) {
        writer.unlock();
        try {
          return super.transact(work);
        } finally {
          writer.lock();
        }
      }
    };
  }

  /** What an append does instead of what it should. */
  private interface Append {
    void apply(ReferenceModel copy, Consumer<String> right, String log, byte[] body);
  }

  private static Storage appending(StorageSchema schema, Append change) {
    return transactions(
        schema,
        copy ->
            new ReferenceTransaction(copy) {
              @Override
              public void append(String log, byte[] body) {
                change.apply(copy, name -> super.append(name, body), log, body);
              }
            });
  }

  static Storage hasOneLogForAll(StorageSchema schema) {
    return appending(schema, (copy, right, log, body) -> right.accept(Samples.JOURNAL));
  }

  static Storage seesItsOwnEntries(StorageSchema schema) {
    return appending(schema, (copy, right, log, body) -> copy.append(log, body));
  }
}

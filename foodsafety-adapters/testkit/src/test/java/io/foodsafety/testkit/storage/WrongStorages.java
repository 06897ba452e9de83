package io.foodsafety.testkit.storage;

import static java.util.stream.Collectors.toList;

import io.foodsafety.spi.storage.Document;
import io.foodsafety.spi.storage.DocumentWrite;
import io.foodsafety.spi.storage.LogEntry;
import io.foodsafety.spi.storage.Storage;
import io.foodsafety.spi.storage.StorageException;
import io.foodsafety.spi.storage.StorageSchema;
import io.foodsafety.spi.storage.WriteTransaction;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Storages that are wrong in one thing each. */
final class WrongStorages {

  private WrongStorages() {}

  static ReferenceModel model(StorageSchema schema) {
    return new ReferenceModel(schema);
  }

  /** A storage whose transactions are of another kind. */
  static Storage transactions(
      StorageSchema schema, Function<ReferenceModel, ReferenceTransaction> kind) {
    return new ReferenceStorage(model(schema)) {
      @Override
      ReferenceTransaction newTransaction(ReferenceModel copy) {
        return kind.apply(copy);
      }
    };
  }

  /** What happens in the place of a transaction. */
  interface Around {
    @Nullable Object transact(Supplier<Object> right);
  }

  /** A storage that does something around its transactions, or with what comes of them. */
  static Storage around(StorageSchema schema, Around around) {
    return new ReferenceStorage(model(schema)) {
      @Override
      @SuppressWarnings("unchecked") // what the work returns, or what a wrong storage makes of it
      <R> R transact(Function<? super WriteTransaction, ? extends R> work) {
        return (R) around.transact(() -> super.transact(work));
      }
    };
  }

  static Storage losesAWrite(StorageSchema schema) {
    return transactions(
        schema,
        copy ->
            new ReferenceTransaction(copy) {
              @Override
              public void putAll(List<DocumentWrite> writes) {
                super.putAll(writes.subList(0, Math.min(2, writes.size())));
              }
            });
  }

  static Storage forgivesConflicts(StorageSchema schema) {
    return transactions(
        schema,
        copy ->
            new ReferenceTransaction(copy) {
              @Override
              ReferenceModel finish() {
                conflict = null;
                return super.finish();
              }
            });
  }

  static Storage keepsFailedTransactions(StorageSchema schema) {
    return new ReferenceStorage(model(schema)) {
      @Override
      <R> R transact(Function<? super WriteTransaction, ? extends R> work) {
        ReferenceTransaction transaction = newTransaction(committed.copy());
        try {
          return work.apply(transaction);
        } finally {
          committed = transaction.finish();
          transaction.end();
        }
      }
    };
  }

  static Storage wrapsExceptions(StorageSchema schema) {
    return around(
        schema,
        right -> {
          try {
            return right.get();
          } catch (IllegalStateException e) {
            throw new StorageException("The work failed.", e);
          }
        });
  }

  static Storage letsViewsLive(StorageSchema schema) {
    return new ReferenceStorage(model(schema)) {
      @Override
      ReferenceView newView() {
        ReferenceModel snapshot = committed;
        return new ReferenceView(() -> snapshot) {
          @Override
          void end() {}
        };
      }
    };
  }

  static Storage readsTheLatest(StorageSchema schema) {
    return new ReferenceStorage(model(schema)) {
      @Override
      ReferenceView newView() {
        return new ReferenceView(() -> committed);
      }
    };
  }

  /** Shows entries as soon as they are appended. */
  static Storage showsEntriesEarly(StorageSchema schema) {
    return new ReferenceStorage(model(schema)) {
      @Override
      ReferenceTransaction newTransaction(ReferenceModel copy) {
        return new ReferenceTransaction(copy) {
          @Override
          public void append(String log, byte[] body) {
            committed.append(log, body);
            copy.append(log, body);
          }
        };
      }
    };
  }

  /**
   * Lets transactions run side by side and only compares the versions of what they write: snapshot
   * isolation.
   */
  private static class SideBySide extends ReferenceStorage {
    SideBySide(ReferenceModel model) {
      super(model);
    }

    @Override
    <R> R transact(Function<? super WriteTransaction, ? extends R> work) {
      writer.unlock();
      try {
        while (true) {
          Recorder recorder = new Recorder(committed.copy(), this);
          R result = work.apply(recorder);
          synchronized (this) {
            if (recorder.writes.stream().allMatch(this::isCurrent)) {
              ReferenceModel next = committed.copy();
              recorder.writes.forEach(write -> replay(next, write));
              recorder.entries.forEach(each -> each.accept(next));
              committed = next;
              return result;
            }
          }
        }
      } finally {
        writer.lock();
      }
    }

    void replay(ReferenceModel next, DocumentWrite write) {
      next.put(write);
    }

    boolean isCurrent(DocumentWrite write) {
      long version =
          committed.get(write.collection(), write.id()).map(Document::version).orElse(0L);
      return version == write.expectedVersion();
    }

    Consumer<ReferenceModel> entry(String log, byte[] body) {
      return next -> next.append(log, body);
    }
  }

  private static final class Recorder extends ReferenceTransaction {
    final List<DocumentWrite> writes = new ArrayList<>();
    final List<Consumer<ReferenceModel>> entries = new ArrayList<>();
    private final SideBySide storage;

    Recorder(ReferenceModel copy, SideBySide storage) {
      super(copy);
      this.storage = storage;
    }

    @Override
    public void putAll(List<DocumentWrite> all) {
      super.putAll(all);
      writes.addAll(all);
    }

    @Override
    public void append(String log, byte[] body) {
      entries.add(storage.entry(log, body));
    }
  }

  static Storage isolatesSnapshotsOnly(StorageSchema schema) {
    return new SideBySide(model(schema));
  }

  static Storage lastWriterWins(StorageSchema schema) {
    return new SideBySide(model(schema)) {
      @Override
      boolean isCurrent(DocumentWrite write) {
        return true;
      }

      @Override
      void replay(ReferenceModel next, DocumentWrite write) {
        Document document = Document.of(write.id(), write.expectedVersion() + 1, write.body());
        next.documents(write.collection())
            .put(write.id(), new ReferenceModel.Stored(document, write));
      }
    };
  }

  /** Takes positions when entries are appended, as from a database sequence. */
  static Storage takesPositionsEarly(StorageSchema schema) {
    AtomicLong sequence = new AtomicLong();
    return new SideBySide(model(schema)) {
      @Override
      Consumer<ReferenceModel> entry(String log, byte[] body) {
        LogEntry entry = LogEntry.of(sequence.incrementAndGet(), body);
        return next -> {
          List<LogEntry> entries = next.entries(log);
          entries.add(entry);
          List<LogEntry> sorted =
              entries.stream().sorted(Comparator.comparing(LogEntry::position)).collect(toList());
          entries.clear();
          entries.addAll(sorted);
        };
      }
    };
  }

  static Storage sharesLeases(StorageSchema schema) {
    return new ReferenceStorage(model(schema)) {
      @Override
      boolean mayTake(long until) {
        return true;
      }
    };
  }

  static Storage neverEndsLeases(StorageSchema schema) {
    return new ReferenceStorage(model(schema)) {
      @Override
      boolean mayTake(long until) {
        return false;
      }
    };
  }

  static Storage forgetsToClose(StorageSchema schema) {
    return new ReferenceStorage(model(schema)) {
      @Override
      public void close() {}
    };
  }
}

package io.foodsafety.storage.jdbc.internal;

import io.foodsafety.spi.storage.ReadView;
import io.foodsafety.spi.storage.StorageException;
import io.foodsafety.spi.storage.WriteTransaction;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs works in transactions, and again where that helps: after a conflict with another
 * transaction, and once after the connection was lost. A failure of the database decides, whatever
 * the work made of it.
 */
final class Transactions {

  /** Most runs of a work: with the pauses between them, about ten seconds. */
  static final int MOST_RUNS = 60;

  private static final int LONGEST_PAUSE_MILLIS = 256;

  private static final Logger LOG = LoggerFactory.getLogger(Transactions.class);

  private final Engine engine;
  private final Tables tables;

  Transactions(Engine engine, Tables tables) {
    this.engine = engine;
    this.tables = tables;
  }

  <R> R read(Function<? super ReadView, ? extends R> work) {
    Attempts attempts = new Attempts();
    while (true) {
      try {
        return readOnce(work);
      } catch (FailedRun e) {
        attempts.afterFailure(e.failure());
      }
    }
  }

  <R> R write(Function<? super WriteTransaction, ? extends R> work) {
    Attempts attempts = new Attempts();
    while (true) {
      try {
        R result = writeAlone(work);
        engine.sync();
        return result;
      } catch (FailedRun e) {
        attempts.afterFailure(e.failure());
      } catch (SQLException e) {
        throw unknownOutcome(e);
      }
    }
  }

  private <R> R readOnce(Function<? super ReadView, ? extends R> work) throws FailedRun {
    try (Borrowed borrowed = new Borrowed(engine.connect())) {
      JdbcView view = new JdbcView(borrowed.connection(), engine.dialect(), tables);
      R result;
      try {
        result = work.apply(view);
      } catch (Throwable e) {
        end(view, borrowed.connection());
        throw e;
      }
      end(view, borrowed.connection());
      return result;
    } catch (SQLException e) {
      throw new FailedRun(e);
    }
  }

  private <R> R writeAlone(Function<? super WriteTransaction, ? extends R> work) throws FailedRun {
    engine.lockWriter();
    try (Borrowed borrowed = new Borrowed(engine.connectToWrite())) {
      engine.beginWrite(borrowed.connection());
      return writeOnce(borrowed.connection(), work);
    } catch (SQLException e) {
      throw new FailedRun(e);
    } finally {
      engine.unlockWriter();
    }
  }

  private <R> R writeOnce(
      Connection connection, Function<? super WriteTransaction, ? extends R> work)
      throws FailedRun {
    JdbcTransaction transaction = new JdbcTransaction(connection, engine.dialect(), tables);
    R result;
    try {
      result = work.apply(transaction);
      if (transaction.conflict().isPresent()) {
        throw transaction.conflict().get();
      }
      transaction.flush();
    } catch (Throwable e) {
      end(transaction, connection);
      throw e;
    }
    if (transaction.failure().isPresent()) {
      end(transaction, connection);
    }
    transaction.end();
    commit(connection);
    return result;
  }

  /** Ends a run that is not committed; fails if the database did, and not the work. */
  private static void end(JdbcView view, Connection connection) throws FailedRun {
    view.end();
    try {
      connection.rollback();
    } catch (SQLException e) {
      if (view.failure().isEmpty()) {
        // Nothing was committed, and the pool drops the connection.
        return;
      }
    }
    if (view.failure().isPresent()) {
      throw new FailedRun(view.failure().get());
    }
  }

  private void commit(Connection connection) throws FailedRun {
    try {
      connection.commit();
    } catch (SQLException e) {
      if (engine.classify(e) == Engine.Failure.RETRY) {
        throw new FailedRun(e);
      }
      throw unknownOutcome(e);
    }
  }

  private StorageException unknownOutcome(SQLException e) {
    return explained(
        e,
        "The database (%s) failed while committing: it is unknown whether the change was made. Read again before repeating it."
            .formatted(engine.shown()));
  }

  private StorageException explained(SQLException e, String otherwise) {
    return engine
        .explain(e)
        .map(issue -> new StorageException(issue, e))
        .orElseGet(() -> new StorageException(otherwise, e));
  }

  /**
   * A connection of the pool. That it cannot be given back says nothing about the transaction,
   * which has ended: the pool drops it.
   */
  private record Borrowed(Connection connection) implements AutoCloseable {
    @Override
    public void close() {
      try {
        connection.close();
      } catch (SQLException e) {
        LOG.debug("A connection could not be given back to the pool.", e);
      }
    }
  }

  /** A run that the database ended before its commit. */
  private static final class FailedRun extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient SQLException failure;

    FailedRun(SQLException failure) {
      super(failure);
      this.failure = failure;
    }

    SQLException failure() {
      return failure;
    }
  }

  /** How often a work was run, and whether once more makes sense. */
  private final class Attempts {
    private int runs;
    private boolean connectionWasLost;

    void afterFailure(SQLException failure) {
      runs++;
      switch (engine.classify(failure)) {
        case RETRY -> {
          if (runs >= MOST_RUNS) {
            throw new StorageException(
                "The transaction gave way to others %d times. Maybe too many write the same documents at once?"
                    .formatted(runs),
                failure);
          }
          pause();
        }
        case CONNECTION_LOST -> {
          if (connectionWasLost) {
            throw failed(failure);
          }
          connectionWasLost = true;
          engine.renewConnections();
        }
        case FATAL -> throw failed(failure);
      }
    }

    private StorageException failed(SQLException failure) {
      return explained(
          failure,
          "The database (%s) failed (SQL state %s); nothing was changed."
              .formatted(engine.shown(), failure.getSQLState()));
    }

    private void pause() {
      int most = Math.min(1 << Math.min(runs, 20), LONGEST_PAUSE_MILLIS);
      try {
        Thread.sleep(ThreadLocalRandom.current().nextInt(most) + 1L);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new StorageException("The thread was interrupted between two runs of its work.", e);
      }
    }
  }
}

package io.foodsafety.storage.jdbc.internal;

import io.foodsafety.spi.storage.Lease;
import io.foodsafety.spi.storage.StorageException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;

/**
 * Leases, in transactions of their own and by the time of the database. One at a time in this
 * process: the statements for H2 need that.
 */
final class JdbcLeases {

  private static final int MOST_RUNS = 5;
  private static final Duration LONGEST = Duration.ofDays(36_500);

  private final Engine engine;

  JdbcLeases(Engine engine) {
    this.engine = engine;
  }

  Optional<Lease> take(String name, String holder, Duration duration) {
    checkText("name", name);
    checkText("holder", holder);
    if (duration.isZero() || duration.isNegative()) {
      throw new IllegalArgumentException(
          "The duration (%s) of a lease must be positive.".formatted(duration));
    }
    Duration bounded = duration.compareTo(LONGEST) > 0 ? LONGEST : duration;
    return commit(connection -> engine.dialect().takeLease(connection, name, holder, bounded))
        .map(token -> new Lease(name, holder, token));
  }

  void release(Lease lease) {
    String sql = "update fs_lease set released = true where name = ? and holder = ? and token = ?";
    commit(
        connection -> {
          try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, lease.name());
            statement.setString(2, lease.holder());
            statement.setLong(3, lease.token());
            return statement.executeUpdate();
          }
        });
  }

  private synchronized <R> R commit(JdbcView.SqlCall<R> call) {
    for (int run = 1; ; run++) {
      try (Connection connection = engine.connect()) {
        engine.beginLease(connection);
        R result = call.call(connection);
        connection.commit();
        engine.sync();
        return result;
      } catch (SQLException e) {
        if (run == MOST_RUNS || engine.classify(e) == Engine.Failure.FATAL) {
          throw new StorageException(
              "The database (%s) failed to take or release a lease.".formatted(engine.shown()), e);
        }
        engine.renewConnections();
      }
    }
  }

  private static void checkText(String what, String text) {
    if (text.isEmpty() || text.codePointCount(0, text.length()) > 256 || !Texts.isStorable(text)) {
      throw new IllegalArgumentException(
          "The %s of a lease must have 1 to 256 characters, none of them U+0000.".formatted(what));
    }
  }
}

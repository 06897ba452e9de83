package io.foodsafety.storage.jdbc.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.foodsafety.model.issue.Issue;
import java.sql.BatchUpdateException;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

class PostgresFailuresTest {

  /** A failure as a server tells it: severity, SQL state, message, source file. */
  private static PSQLException failure(String state, String file) {
    return new PSQLException(
        new ServerErrorMessage("SERROR\0C%s\0Mcould not do it\0F%s\0".formatted(state, file)));
  }

  private static Optional<Issue> explain(SQLException failure) {
    return PostgresFailures.explain(failure, "jdbc:postgresql:city");
  }

  @ParameterizedTest
  @CsvSource({"53100,fd.c", "58030,md.c", "XX000,md.c", "XX000,xlog.c"})
  void ofTheDisk(String state, String file) {
    SQLException failure = failure(state, file);
    assertThat(PostgresFailures.classify(failure)).isEqualTo(Engine.Failure.FATAL);
    assertThat(explain(failure)).map(Issue::code).contains(JdbcIssues.DISK.code());
    assertThat(explain(failure).orElseThrow().message(Locale.ENGLISH)).contains(state);
    SQLException ofBatch = new BatchUpdateException("batch", state, new int[0], failure);
    assertThat(explain(ofBatch)).isEqualTo(explain(failure));
  }

  @ParameterizedTest
  @CsvSource({"XX000,nodeModifyTable.c", "XX001,md.c", "42601,scan.l"})
  void ofTheServerOrOfUs(String state, String file) {
    assertThat(PostgresFailures.classify(failure(state, file))).isEqualTo(Engine.Failure.FATAL);
    assertThat(explain(failure(state, file))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "40001,RETRY",
    "40P01,RETRY",
    "23505,RETRY",
    "08006,CONNECTION_LOST",
    "57P01,CONNECTION_LOST",
    "57P02,CONNECTION_LOST",
    "57P03,CONNECTION_LOST"
  })
  void thatPass(String state, Engine.Failure expected) {
    assertThat(PostgresFailures.classify(failure(state, "any.c"))).isEqualTo(expected);
    assertThat(explain(failure(state, "any.c"))).isEmpty();
  }

  @Test
  void withoutAStateOrAServer() {
    SQLException unknown = new SQLException("no state");
    assertThat(PostgresFailures.classify(unknown)).isEqualTo(Engine.Failure.FATAL);
    assertThat(explain(unknown)).isEmpty();
    assertThat(explain(new SQLException("no server", "XX000"))).isEmpty();
  }
}

package io.foodsafety.examples.cli.crash;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The disk of PostgreSQL takes no more in the middle of an import: no file of the server may grow
 * beyond a size. One line says so; what was acknowledged is there; with more room the same import
 * stores the rest.
 */
class PostgresFullDiskIT {

  private static final int FAULT = 3;
  private static final int BATCH = 50;
  private static final int MEGABYTE = 1 << 20;

  @TempDir private Path folder;
  private CrashInput input;

  @BeforeEach
  void makeInput() throws IOException {
    input = new CrashInput(folder.resolve("input.ndjson"), new Random(5));
  }

  @Test
  void thatItsTablesCannotGrowIsSaidAndLosesNothing() throws Exception {
    // A file of the log is smaller than what a table may have.
    try (CrashServer server = start(1)) {
      String url = server.newDatabase("city");
      limit(server, 3 * MEGABYTE / 2);
      ChildImport child = ChildImport.start(url, input.file(), BATCH, folder);

      assertThat(child.join()).isEqualTo(FAULT);
      assertThat(child.errors())
          .singleElement()
          .asString()
          .startsWith("FS-JDBC-0003 ")
          .contains("The disk of the database (%s) does not take any more: ".formatted(url));
      assertNothingIsLost(child, url, server);
    }
  }

  @Test
  void thatItsLogCannotGrowLosesNothing() throws Exception {
    // No table becomes as large as a file of the log. The server breaks down, and not every writer
    // hears why.
    try (CrashServer server = start(4)) {
      String url = server.newDatabase("city");
      ChildImport child = ChildImport.start(url, input.file(), BATCH, folder);
      child.awaitAcknowledged(BATCH);
      limit(server, 4 * MEGABYTE - 1);

      assertThat(child.join()).isEqualTo(FAULT);
      assertThat(child.errors()).singleElement().asString().contains(url);
      server.restart();
      assertNothingIsLost(child, url, server);
    }
  }

  private CrashServer start(int logFile) throws IOException {
    return new CrashServer(Files.createDirectory(folder.resolve("data")), logFile);
  }

  private static void limit(CrashServer server, int bytes) throws Exception {
    assumeThat(server.limitFiles(String.valueOf(bytes)))
        .as("prlimit of util-linux, on the processes of the server")
        .isTrue();
  }

  private void assertNothingIsLost(ChildImport child, String url, CrashServer server)
      throws Exception {
    assertThat(server.limitFiles("unlimited")).isTrue();
    List<String> acknowledged = child.acknowledged();
    assertThat(acknowledged).hasSizeBetween(BATCH, input.size() - 1);
    CrashCheck check = new CrashCheck(url, input);
    check.verify(Set.copyOf(acknowledged));
    check.complete(BATCH);
  }
}

package io.foodsafety.storage.jdbc.internal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.foodsafety.spi.storage.Storage;
import io.foodsafety.spi.storage.StorageException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.h2.engine.Database;
import org.h2.engine.SessionLocal;
import org.h2.jdbc.JdbcConnection;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What only an H2 file can do wrong. */
class H2FileIT {

  @TempDir private Path folder;
  private String url;

  @BeforeEach
  void nameFile() {
    url = "jdbc:h2:file:" + folder.resolve("city");
  }

  @Test
  void aSecondProcessIsRefused() throws IOException {
    try (Storage storage = open()) {
      Opening.record(storage, "F1");
      assertThat(lines(ChildProcess.start("open", url)))
          .singleElement()
          .asString()
          .contains("is in use by another process")
          .contains(url);
      assertThat(Opening.has(storage, "F1")).isTrue();
    }
    assertThat(lines(ChildProcess.start("open", url))).containsExactly("opened");
  }

  @Test
  void aSecondOpeningInThisProcessIsRefused() {
    try (Storage storage = open()) {
      assertThatThrownBy(this::open)
          .isInstanceOf(StorageException.class)
          .hasMessageContaining("is open already in this process");
      Opening.record(storage, "F1");
    }
    open().close();
  }

  /**
   * H2 closes under this lock when a write fails, in the middle of a commit; whoever commits or
   * waits for the disk under it would wait for that thread, and that thread for him.
   */
  @Test
  void aCommitWaitsForTheDiskWithoutTheLockUnderWhichH2Closes() throws Exception {
    ExecutorService thread = Executors.newSingleThreadExecutor();
    try (Storage storage = open();
        Connection connection =
            DriverManager.getConnection(DatabaseUrl.parse(url).driver(), "", "")) {
      Opening.record(storage, "F1"); // the connections are there
      Database database =
          ((SessionLocal) connection.unwrap(JdbcConnection.class).getSession()).getDatabase();
      synchronized (database) {
        thread.submit(() -> Opening.record(storage, "F2")).get(30, TimeUnit.SECONDS);
      }
      assertThat(Opening.has(storage, "F2")).isTrue();
    } finally {
      thread.shutdown();
    }
  }

  @Test
  void whatWasAcknowledgedSurvivesAKill() throws IOException {
    List<String> acknowledged = new ArrayList<>();
    for (int round = 0; round < 3; round++) {
      Process child = ChildProcess.start("record", url, "R" + round + "-");
      try (BufferedReader out = reader(child)) {
        assertThat(out.readLine()).isEqualTo("opened");
        for (int i = 0; i < 40 + 20 * round; i++) {
          acknowledged.add(out.readLine());
        }
        // Killed by its handle: the process itself would close its output, with what it still
        // holds.
        child.toHandle().destroyForcibly();
        out.lines().filter(line -> line.startsWith("R")).forEach(acknowledged::add);
      }
      child.onExit().join();
      try (Storage storage = open()) {
        List<String> ledger = Opening.ledger(storage);
        assertThat(ledger).doesNotContainNull().containsAll(acknowledged);
        assertThat(ledger).allMatch(id -> Opening.has(storage, id));
      }
    }
  }

  /** Closing moves everything in the file, with what was stored long before. */
  @Test
  void whatWasAcknowledgedSurvivesAKillWhileClosing() throws Exception {
    int killed = 0;
    for (int round = 0; round < 5; round++) {
      String prefix = "R" + round + "-";
      Process child = ChildProcess.start("close", url, prefix);
      try (BufferedReader out = reader(child)) {
        while (!(prefix + (ChildProcess.RECORDED - 1)).equals(out.readLine())) {
          assertThat(child.isAlive()).isTrue();
        }
        TimeUnit.MILLISECONDS.sleep(round * 40);
        child.toHandle().destroyForcibly();
        killed += child.waitFor() == 0 ? 0 : 1;
      }
      try (Storage storage = Opening.open(Map.of("url", url + ";MAX_COMPACT_TIME=0"))) {
        List<String> ledger = Opening.ledger(storage);
        assertThat(ledger).hasSize((round + 1) * ChildProcess.RECORDED).doesNotHaveDuplicates();
        assertThat(ledger).allMatch(id -> Opening.has(storage, id));
      }
    }
    assertThat(killed).isPositive();
  }

  @Test
  void closingGivesBackTheSpaceOfWhatWasReplaced() throws IOException {
    try (Storage storage = open()) {
      for (int i = 0; i < 2_000; i++) {
        Opening.record(storage, "F" + i);
      }
    }
    assertThat(Files.size(folder.resolve("city.mv.db"))).isLessThan(2_000_000);
    try (Storage storage = open()) {
      assertThat(Opening.ledger(storage)).hasSize(2_000);
    }
  }

  @Test
  void anInterruptDoesNotCloseTheDatabase() {
    try (Storage storage = open()) {
      for (int i = 0; i < 50; i++) {
        Thread.currentThread().interrupt();
        Opening.record(storage, "F" + i);
        assertThat(Thread.interrupted()).as("The interrupt is still there for the host.").isTrue();
      }
      assertThat(Opening.ledger(storage)).hasSize(50);
    }
    try (Storage again = open()) {
      assertThat(Opening.ledger(again)).hasSize(50);
    }
  }

  @Test
  void h2IsSetUpToKeepWhatItAcknowledges() throws SQLException {
    open().close();
    String driver = DatabaseUrl.parse(url).driver();
    try (Connection connection = DriverManager.getConnection(driver, "", "");
        Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery(
                "select setting_value from information_schema.settings"
                    + " where setting_name = 'WRITE_DELAY'")) {
      assertThat(row.next()).isTrue();
      assertThat(row.getString(1)).isEqualTo("0");
    }
  }

  @Test
  void aNewerFormatIsRefused() throws SQLException {
    open().close();
    execute("update fs_collection set format = 2");
    assertThatThrownBy(this::open)
        .isInstanceOf(StorageException.class)
        .hasMessageContaining("stored in format 2, and this version reads format 1");
    execute("update fs_collection set format = 1");
    open().close();
    execute(
        "insert into \"fs_schema_history\" (\"installed_rank\", \"version\", \"description\","
            + " \"type\", \"script\", \"checksum\", \"installed_by\", \"execution_time\","
            + " \"success\") values (99, '99', 'later', 'SQL', 'V99__later.sql', 1, 'x', 1, true)");
    assertThatThrownBy(this::open)
        .isInstanceOf(StorageException.class)
        .hasMessageContaining("were made by a newer version of this adapter");
  }

  @Test
  void aFileOfRelease010Opens() throws IOException {
    try (InputStream resource = H2FileIT.class.getResourceAsStream("h2-0.1.0.zip");
        ZipInputStream zip = new ZipInputStream(resource)) {
      ZipEntry entry = zip.getNextEntry();
      assertThat(entry.getName()).isEqualTo("city.mv.db");
      Files.copy(zip, folder.resolve("city.mv.db"));
    }
    try (Storage storage = open()) {
      StoredSample.check(storage);
      Opening.record(storage, "later");
      assertThat(Opening.has(storage, "later")).isTrue();
    }
  }

  private Storage open() {
    return Opening.open(Map.of("url", url, "pool", "2"));
  }

  private void execute(String sql) throws SQLException {
    try (Connection connection =
            DriverManager.getConnection(DatabaseUrl.parse(url).driver(), "", "");
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static List<String> lines(Process process) throws IOException {
    try (BufferedReader out = reader(process)) {
      return out.lines().toList();
    }
  }

  private static BufferedReader reader(Process process) {
    return new BufferedReader(new InputStreamReader(process.getInputStream(), UTF_8));
  }
}

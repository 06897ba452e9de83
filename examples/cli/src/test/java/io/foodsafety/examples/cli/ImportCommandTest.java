package io.foodsafety.examples.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImportCommandTest {

  @TempDir Path folder;

  @Test
  void acknowledgesEveryRecordAndTellsWhatIsKnown() {
    byte[] records = CommandResult.of("generate", "--subjects", "50").out().getBytes(UTF_8);
    long count = new String(records, UTF_8).lines().count();

    CommandResult first = importing(records, "--ack", "--batch", "20", "--writers", "3");
    CommandResult again = importing(records, "--json");

    assertThat(first.code()).isZero();
    assertThat(first.outLines()).hasSize((int) count).doesNotHaveDuplicates();
    assertThat(first.outLines()).contains("subject S0000001", "fact F0000050-10");
    assertThat(first.errLines()).hasSize(1); // how quick the run was
    assertThat(again.code()).isZero();
    assertThat(again.out())
        .contains("\"recorded\":0,\"alreadyKnown\":" + count + ",\"rejected\":0");
  }

  @Test
  void aBusinessThatALaterLineChangedIsKnownAtTheNextImport() {
    byte[] records =
        """
        {"type":"subject","id":"S1","name":"Old","attributes":{"areaM2":300}}
        {"type":"subject","id":"S1","name":"New","validFrom":"2024-05-01","attributes":{"areaM2":480}}
        {"type":"subject","id":"S1","name":"Between","validFrom":"2024-03-01"}
        """
            .getBytes(UTF_8);

    CommandResult first = importing(records, "--json");
    CommandResult again = importing(records, "--json");

    assertThat(first.code()).isZero();
    assertThat(first.out()).contains("\"recorded\":3,\"alreadyKnown\":0,\"rejected\":0");
    assertThat(again.code()).isZero();
    assertThat(again.out()).contains("\"recorded\":0,\"alreadyKnown\":3,\"rejected\":0");
    assertThat(verify().out()).startsWith("{\"type\":\"ledger\",\"sound\":true,");
  }

  @Test
  void traceEventsAreTakenWithOtherRecordsInAnyOrder() {
    byte[] records =
        """
        {"type":"trace","id":"E2","event":"void","target":"E1","reason":"wrong lot"}
        {"type":"subject","id":"S1","name":"New"}
        {"type":"trace","id":"E1","event":"create","at":"2024-05","party":"S1","outputs":[{"lot":"L1","quantity":5}]}
        {"type":"trace","id":"E1","event":"create","party":"S1","outputs":[{"lot":"L2"}],"errorDeclaration":{"reason":"x"}}
        """
            .getBytes(UTF_8);

    CommandResult first = importing(records, "--ack");
    CommandResult again = importing(records, "--json");

    assertThat(first.code()).isZero();
    assertThat(first.outLines())
        .containsExactlyInAnyOrder("trace E1", "trace E1!error", "trace E2", "subject S1");
    assertThat(again.out())
        .contains("\"trace\":{\"recorded\":0,\"alreadyKnown\":3,\"rejected\":0}");
    assertThat(verify().out()).startsWith("{\"type\":\"ledger\",\"sound\":true,");
    CommandResult converted = CommandResult.with(records, "convert", "-");
    assertThat(converted.code()).isZero();
    assertThat(converted.outLines()).hasSize(4);
    assertThat(importing(converted.out().getBytes(UTF_8), "--json").out())
        .contains("\"recorded\":0,\"alreadyKnown\":4,\"rejected\":0");
  }

  @Test
  void policyFilesDeclareFurtherKinds() {
    String rating =
        "{\"type\":\"fact\",\"id\":\"F1\",\"kind\":\"hygiene-inspection\",\"subject\":\"S1\",\"at\":\"2024-01-01\","
            + "\"attributes\":{\"hygiene\":5,\"structure\":5,\"confidence\":5}}\n";

    assertThat(importing(rating.getBytes(UTF_8)).code()).isEqualTo(1);
    assertThat(
            importing(
                    rating.getBytes(UTF_8),
                    "--policy",
                    TestFiles.ofTree("examples/policies/food-hygiene-rating.json"))
                .code())
        .isZero();
  }

  @Test
  void aSoundLedgerIsFoundSoundAndAChangedRecordIsFound() throws SQLException {
    importing(CommandResult.of("generate", "--subjects", "5").out().getBytes(UTF_8));

    CommandResult sound = verify();
    assertThat(sound.code()).isZero();
    assertThat(sound.out()).startsWith("{\"type\":\"ledger\",\"sound\":true,");
    assertThat(sound.err()).isEmpty();

    tamper();
    CommandResult changed = verify();
    assertThat(changed.code()).isEqualTo(1);
    assertThat(changed.out()).contains("\"sound\":false", "\"faults\":1");
    assertThat(changed.errLines()).hasSize(1);
    assertThat(changed.err()).contains("FS-LEDG-");
  }

  @Test
  void aReaderThatGoesAwayEndsTheRunQuietly() {
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    OutputStream closed =
        new OutputStream() {
          @Override
          public void write(int b) throws IOException {
            throw new IOException("Broken pipe");
          }
        };

    int code =
        Main.run(
            new String[] {"generate", "--subjects", "1000"},
            new ByteArrayInputStream(new byte[0]),
            closed,
            err);

    assertThat(code).isZero();
    assertThat(err.toString(UTF_8)).isEmpty();
  }

  @Test
  void anImportGoesOnWhenNobodyReadsItsAcknowledgements() {
    byte[] records = CommandResult.of("generate", "--subjects", "100").out().getBytes(UTF_8);
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    OutputStream closed =
        new OutputStream() {
          @Override
          public void write(int b) throws IOException {
            throw new IOException("Broken pipe");
          }
        };

    int code =
        Main.run(
            new String[] {
              "import", "--json", "--ack", "--batch", "50", "--db", TestFiles.database(folder), "-"
            },
            new ByteArrayInputStream(records),
            closed,
            err);

    assertThat(code).isZero();
    assertThat(err.toString(UTF_8).lines()).hasSize(1);
    assertThat(err.toString(UTF_8)).contains("\"severity\":\"warning\",\"code\":\"FS-CLI-0004\"");
    long count = new String(records, UTF_8).lines().count();
    assertThat(importing(records, "--json").out())
        .contains("\"recorded\":0,\"alreadyKnown\":" + count + ",\"rejected\":0");
  }

  @Test
  void aDatabaseThatIsNotThereIsOneLineWithoutClassesOrSecrets() {
    CommandResult result =
        CommandResult.with(
            new byte[0],
            "import",
            "--lang",
            "en",
            "--db",
            "jdbc:postgresql://127.0.0.1:1/city?password=hush",
            "--user",
            "alice",
            "-");

    assertThat(result.code()).isIn(2, 3);
    assertThat(result.errLines()).hasSize(1);
    assertThat(result.err()).doesNotContain("Exception", "hush", "alice");
  }

  @Test
  void aFullDiskIsAFaultOnOneLine() {
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    OutputStream full =
        new OutputStream() {
          @Override
          public void write(int b) throws IOException {
            throw new IOException("No space left on device");
          }
        };

    int code =
        Main.run(
            new String[] {"generate", "--subjects", "1000"},
            new ByteArrayInputStream(new byte[0]),
            full,
            err);

    assertThat(code).isEqualTo(3);
    assertThat(err.toString(UTF_8).lines()).hasSize(1);
    assertThat(err.toString(UTF_8)).contains("FS-CLI-0002", "No space left");
  }

  @Test
  void aFullDiskIsNoFaultOfTheInput() {
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    OutputStream full =
        new OutputStream() {
          @Override
          public void write(int b) throws IOException {
            throw new IOException("No space left on device");
          }
        };
    byte[] records = CommandResult.of("generate", "--subjects", "200").out().getBytes(UTF_8);

    int code =
        Main.run(new String[] {"convert", "-"}, new ByteArrayInputStream(records), full, err);

    assertThat(code).isEqualTo(3);
    assertThat(err.toString(UTF_8)).contains("FS-CLI-0002", "No space left");
  }

  private CommandResult importing(byte[] records, String... options) {
    String[] args = new String[options.length + 4];
    args[0] = "import";
    args[1] = "--db";
    args[2] = TestFiles.database(folder);
    System.arraycopy(options, 0, args, 3, options.length);
    args[args.length - 1] = "-";
    return CommandResult.with(records, args);
  }

  private CommandResult verify() {
    return CommandResult.of("ledger", "verify", "--json", "--db", TestFiles.database(folder));
  }

  private void tamper() throws SQLException {
    try (Connection connection = DriverManager.getConnection(TestFiles.database(folder), "", "");
        Statement statement = connection.createStatement()) {
      int changed =
          statement.executeUpdate(
              "update fs_c_facts set body = cast('{}' as binary varying) where id = (select min(id) from fs_c_facts)");
      assertThat(changed).isEqualTo(1);
    }
  }
}

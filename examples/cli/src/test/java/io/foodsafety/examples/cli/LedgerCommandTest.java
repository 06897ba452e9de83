package io.foodsafety.examples.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LedgerCommandTest {

  @TempDir Path folder;

  private CommandResult run(String... command) {
    return CommandResult.of(command);
  }

  private String db() {
    return TestFiles.database(folder);
  }

  private void importRecords(int subjects) {
    byte[] records = run("generate", "--subjects", String.valueOf(subjects)).out().getBytes(UTF_8);
    assertThat(CommandResult.with(records, "import", "--db", db(), "-").code()).isZero();
  }

  private static long size(String json) {
    Matcher size = Pattern.compile("\"size\":(\\d+)").matcher(json);
    assertThat(size.find()).as(json).isTrue();
    return Long.parseLong(size.group(1));
  }

  @Test
  void rootsAndProofsAreOneLineOfJson() throws IOException {
    importRecords(30);
    CommandResult root = run("ledger", "root", "--db", db(), "--json");
    assertThat(root.code()).isZero();
    assertThat(root.out()).startsWith("{\"digest\":\"SHA-256\",\"format\":1,\"root\":\"");
    long size = size(root.out());

    Path proof = folder.resolve("proof.json");
    Path document = folder.resolve("document.json");
    CommandResult proved =
        run(
            "ledger",
            "prove",
            "--db",
            db(),
            "--document",
            "subjects/S0000003",
            "--out",
            proof.toString(),
            "--document-out",
            document.toString(),
            "--json");
    assertThat(proved.code()).isZero();
    assertThat(Files.readString(proof)).isEqualTo(proved.out()).contains("S0000003");
    assertThat(document).content().contains("S0000003");

    CommandResult consistent = run("ledger", "consistency", "--db", db(), "--from", "7", "--json");
    assertThat(consistent.out()).contains("\"firstSize\":7,", "\"size\":" + size + ",");
    assertThat(run("ledger", "prove", "--db", db(), "--position", "5", "--lang", "en").out())
        .contains("hashes in the path");
  }

  @Test
  void whatCannotBeProvedIsOneProblem() {
    importRecords(3);
    CommandResult unknown =
        run("ledger", "prove", "--db", db(), "--document", "facts/none", "--lang", "en");
    assertThat(unknown.code()).isEqualTo(2);
    assertThat(unknown.errLines()).hasSize(1);
    assertThat(unknown.err()).contains("FS-CLI-0010", "facts/none");
    assertThat(run("ledger", "prove", "--db", db(), "--position", "9999").err())
        .contains("FS-CLI-0010");
    assertThat(run("ledger", "root", "--db", db(), "--size", "9999").err()).contains("FS-CLI-0001");
    assertThat(run("ledger", "prove", "--db", db()).code()).isEqualTo(2);
    assertThat(run("ledger").err()).contains("FS-CLI-0001");
  }

  @Test
  void keptRootsAreCompared() throws IOException {
    Path anchors = folder.resolve("roots.ndjson");
    importRecords(3);
    assertThat(run("ledger", "anchor", "--db", db(), "--file", anchors.toString()).code()).isZero();
    byte[] one = "{\"type\":\"subject\",\"id\":\"X1\",\"name\":\"New\"}\n".getBytes(UTF_8);
    assertThat(CommandResult.with(one, "import", "--db", db(), "-").code()).isZero();
    run("ledger", "anchor", "--db", db(), "--file", anchors.toString());
    CommandResult sound =
        run("ledger", "verify", "--db", db(), "--anchors", anchors.toString(), "--json");
    assertThat(sound.code()).isZero();
    assertThat(sound.out()).contains("\"sound\":true", "\"anchors\":2");

    String first = Files.readAllLines(anchors).get(0);
    char digit = first.charAt(first.indexOf("\"root\":\"") + 8);
    Files.writeString(
        anchors, first.replace("\"root\":\"" + digit, "\"root\":\"" + (digit == '0' ? '1' : '0')));
    CommandResult forged =
        run("ledger", "verify", "--db", db(), "--anchors", anchors.toString(), "--json");
    assertThat(forged.code()).isEqualTo(1);
    assertThat(forged.err()).contains("FS-LEDG-0041");
    assertThat(run("ledger", "verify", "--db", db(), "--anchors", "none").err())
        .contains("FS-CLI-0009");
  }

  @Test
  void keysAreMadeChangedAndDestroyed() {
    String keys = folder.resolve("keys.json").toString();
    CommandResult made = run("keys", "create", "--file", keys, "--json");
    assertThat(made.code()).isZero();
    assertThat(made.out()).endsWith("\"state\":\"current\"}\n");
    String first = made.out().replaceAll(".*\"id\":\"(\\w+)\".*\\n", "$1");
    byte[] tip =
        """
        {"type":"fact","id":"F1","kind":"report","subject":"S1","at":"2024-05-02","attributes":{"channel":"hotline","reporter":"Zhang San"}}
        """
            .getBytes(UTF_8);
    CommandResult refused = CommandResult.with(tip, "import", "--db", db(), "-");
    assertThat(refused.code()).isEqualTo(1);
    assertThat(refused.err()).contains("FS-ACC-0001").doesNotContain("Zhang");
    assertThat(CommandResult.with(tip, "import", "--db", db(), "--keys", keys, "-").code())
        .isZero();

    assertThat(run("keys", "rotate", "--file", keys).out()).contains("retired", "current");
    assertThat(run("keys", "rewrap", "--db", db(), "--file", keys, "--json").out())
        .isEqualTo("{\"type\":\"rewrap\",\"facts\":1}\n");
    assertThat(run("keys", "destroy", "--file", keys, "--key", first).code()).isZero();
    assertThat(run("keys", "destroy", "--file", keys, "--key", "none").err())
        .contains("FS-CLI-0011");
    assertThat(run("keys", "list", "--file", keys).out()).contains("destroyed");
    assertThat(run("keys", "create", "--file", keys).code()).isEqualTo(2);
    assertThat(run("ledger", "verify", "--db", db()).code()).isZero();
    assertThat(CommandResult.with(tip, "import", "--db", db(), "--keys", keys, "--json", "-").out())
        .contains("\"alreadyKnown\":1");
  }
}

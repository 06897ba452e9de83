package io.foodsafety.examples.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExportCommandTest {

  @TempDir Path folder;

  private static CommandResult run(String... command) {
    return CommandResult.of(command);
  }

  private String db(String name) {
    return "jdbc:h2:file:" + folder.resolve(name);
  }

  private String file() {
    return folder.resolve("city.zip").toString();
  }

  private CommandResult export() {
    byte[] records = run("generate", "--subjects", "20").out().getBytes(UTF_8);
    assertThat(CommandResult.with(records, "import", "--db", db("a"), "-").code()).isZero();
    return run("export", "--db", db("a"), "--out", file(), "--json");
  }

  @Test
  void aCityMovesToAnotherDatabase() {
    CommandResult exported = export();
    assertThat(exported.code()).isZero();
    assertThat(exported.out())
        .startsWith("{\"type\":\"archive\",\"format\":1,\"zone\":\"Z\",\"collections\":{")
        .contains("\"subjects\":20", "\"root\":\"", "\"checksum\":\"");
    assertThat(exported.err()).isEmpty();

    CommandResult imported = run("import", "--db", db("b"), "--city", file(), "--json");
    assertThat(imported.code()).isZero();
    assertThat(imported.out()).isEqualTo(exported.out());
    assertThat(run("ledger", "verify", "--db", db("b"), "--json").out())
        .isEqualTo(run("ledger", "verify", "--db", db("a"), "--json").out());
    assertThat(run("import", "--db", db("c"), "--city", file(), "--lang", "en").out())
        .contains("subjects", "20", "root");
  }

  @Test
  void whatCannotBeDoneIsOneLine() throws IOException {
    export();
    CommandResult again = run("export", "--db", db("a"), "--out", file(), "--lang", "en");
    assertThat(again.code()).isEqualTo(2);
    assertThat(again.errLines()).singleElement().asString().contains("FS-ARCH-0012");

    CommandResult full = run("import", "--db", db("a"), "--city", file(), "--lang", "en");
    assertThat(full.code()).isEqualTo(2);
    assertThat(full.errLines()).singleElement().asString().contains("FS-ARCH-0005");

    byte[] bytes = Files.readAllBytes(Path.of(file()));
    Path cut = Files.write(folder.resolve("cut.zip"), Arrays.copyOf(bytes, 99));
    CommandResult damaged = run("import", "--db", db("d"), "--city", cut.toString());
    assertThat(damaged.code()).isEqualTo(2);
    assertThat(damaged.errLines()).singleElement().asString().contains("FS-ARCH-0001");
    assertThat(folder.resolve("d.mv.db")).doesNotExist();

    assertThat(run("export", "--db", db("none"), "--out", folder + "/x.zip").code()).isEqualTo(2);
  }

  @Test
  void recordsOrACityAreImported() {
    for (CommandResult wrong :
        new CommandResult[] {
          run("import", "--db", db("a")),
          run("import", "--db", db("a"), "--city", "city.zip", "records.ndjson")
        }) {
      assertThat(wrong.code()).isEqualTo(2);
      assertThat(wrong.err()).contains("FS-CLI-0001", "--city");
    }
  }
}

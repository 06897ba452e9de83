package io.foodsafety.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands about lots, on the example of the README. */
class TraceCommandTest {

  private static final String FLOUR = TestFiles.ofTree("examples/trace/flour.ndjson");

  @TempDir Path folder;

  private static CommandResult run(String... args) {
    List<String> all = new ArrayList<>(List.of(args));
    all.addAll(List.of("--lang", "en", "--input", FLOUR));
    return CommandResult.of(all.toArray(String[]::new));
  }

  @Test
  void theWalkThroughOfTheReadmeSaysWhatTheCommandsSay() throws IOException {
    String readme = Files.readString(Path.of(TestFiles.ofTree("README.md")));
    CommandResult trace = run("trace", "--lot", "bread-9", "--direction", "backward");
    CommandResult recall = run("recall", "--lot", "wheat-17");

    assertThat(trace.code()).isZero();
    assertThat(readme).contains("```text\n" + trace.out() + "```");
    assertThat(recall.code()).isZero();
    assertThat(readme).contains("```text\n" + recall.out() + "```");
  }

  @Test
  void aDatabaseAnswersAsTheFilesDo() {
    String url = TestFiles.database(folder);
    assertThat(CommandResult.of("import", "--db", url, FLOUR).code()).isZero();

    for (List<String> asked :
        List.of(
            List.of("trace", "--lot", "wheat-17", "--strict"),
            List.of("trace", "--lot", "bread-9", "--party", "shop-1", "--time", "2024-05"),
            List.of("recall", "--lot", "flour-5", "--party", "bakery"),
            List.of("gaps"))) {
      List<String> files = new ArrayList<>(asked);
      files.addAll(List.of("--json", "--lang", "en", "--input", FLOUR));
      List<String> stored = new ArrayList<>(asked);
      stored.addAll(List.of("--json", "--lang", "en", "--db", url));
      CommandResult one = CommandResult.of(files.toArray(String[]::new));
      CommandResult other = CommandResult.of(stored.toArray(String[]::new));

      assertThat(one.code()).isZero();
      assertThat(one.outLines()).hasSize(1);
      assertThat(other.out()).isEqualTo(one.out());
    }
  }

  @Test
  void limitsAreSaidAndTruncate() {
    CommandResult result =
        run("trace", "--lot", "wheat-17", "--direction", "forward", "--depth", "1", "--json");

    assertThat(result.out())
        .contains("\"truncated\":true")
        .contains("{\"lot\":\"flour-5\",\"party\":\"mill\",\"reason\":\"limit\"}")
        .doesNotContain("bread-9");
    assertThat(run("trace", "--lot", "wheat-17", "--depth", "-1").code()).isEqualTo(2);
  }

  @Test
  void pagesShowSomeOfTheHoldings() {
    CommandResult page = run("trace", "--lot", "wheat-17", "--skip", "1", "--rows", "1", "--json");

    assertThat(page.out())
        .contains("\"reached\":7,\"holdings\":[{\"lot\":\"wheat-17\",\"party\":\"mill\"")
        .containsOnlyOnce("\"via\":");
    assertThat(run("trace", "--lot", "wheat-17", "--rows", "-1").code()).isEqualTo(2);
    assertThat(run("trace", "--lot", "wheat-17", "--division", "36").code()).isEqualTo(2);
  }

  @Test
  void anUnknownLotIsNoGoodNews() {
    CommandResult unknown = run("recall", "--lot", "wheat-71", "--json");
    CommandResult elsewhere = run("trace", "--lot", "wheat-17", "--party", "shop-1", "--json");

    assertThat(unknown.code()).isZero();
    assertThat(unknown.out()).contains("\"holdings\":[]");
    assertThat(unknown.err()).contains("FS-CLI-0007").contains("wheat-71");
    assertThat(elsewhere.err()).contains("FS-CLI-0007").contains("shop-1");
  }

  @Test
  void suspectsAreScoredByCases() throws IOException {
    Path cases = folder.resolve("cases.ndjson");
    Files.writeString(
        cases,
        """
        {"type":"case","party":"shop-1"}
        {"type":"case","party":"shop-2","weight":3}
        {"type":"assume","party":"bakery","kill":true}
        """);
    CommandResult result = run("outbreak", "--cases", cases.toString(), "--json");

    assertThat(result.code()).isZero();
    assertThat(result.out())
        .contains("{\"id\":\"bakery\",\"score\":1}")
        .contains("{\"id\":\"shop-2\",\"score\":0.75}")
        .contains("{\"id\":\"mill\",\"score\":0}");
  }

  @Test
  void aWrongLineAmongCasesEndsTheRun() throws IOException {
    Path cases = folder.resolve("cases.ndjson");
    Files.writeString(
        cases,
        """
        {"type":"case","party":"shop-1","lot":"bread-9"}
        {"type":"case","weight":1}
        {"type":"case","party":"shop-1","weight":"many"}
        {"type":"assume","lot":"bread-9","crossContamination":true}
        {"type":"assume","party":"shop-1","kills":true}
        {"type":"fact","party":"shop-1"}
        """);
    CommandResult result = run("outbreak", "--cases", cases.toString(), "--json");

    assertThat(result.code()).isEqualTo(2);
    assertThat(result.out()).isEmpty();
    assertThat(result.errLines()).hasSize(6).allMatch(line -> line.contains("FS-CLI-0008"));
  }

  @Test
  void anEventUnderAKnownIdWithOtherContentIsRefused() throws IOException {
    Path other = folder.resolve("other.ndjson");
    Files.writeString(
        other,
        """
        {"type":"trace","id":"E01","event":"create","at":"2024-05-02","party":"farm","outputs":[{"lot":"wheat-17","quantity":1000,"unit":"KGM"}]}
        """);
    CommandResult result =
        CommandResult.of("gaps", "--lang", "en", "--json", "--input", FLOUR, other.toString());

    assertThat(result.code()).isEqualTo(1);
    assertThat(result.err()).contains("FS-TRACE-0001").contains("E01").contains("in: at.");
    assertThat(result.out()).contains("\"sent-not-received\":1");
  }
}

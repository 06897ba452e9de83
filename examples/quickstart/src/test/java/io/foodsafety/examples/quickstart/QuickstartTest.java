package io.foodsafety.examples.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class QuickstartTest {

  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2024-12-31T02:00:00Z"), ZoneOffset.UTC);

  private static final String OUTPUT =
      """
      S1 is graded B with 19.00 points:
        static.area            2.50  []
        dynamic.inspection     4.50  [I1]
        dynamic.penalties     12.00  [P1]
      S1 is graded A with 7.00 points:
        static.area            2.50  []
        dynamic.inspection     4.50  [I1]
        dynamic.penalties      0.00  []
      2 facts, withdrawn ones included
      5 ledger entries, 5 of them sealed, 0 faults
      """;

  @TempDir Path folder;

  @Test
  void saysWhatTheReadmeSays() {
    assertThat(run()).isEqualTo(OUTPUT);
  }

  @Test
  void aSecondRunFindsEverythingKnown() {
    run();
    assertThat(run())
        .endsWith(
            """
            2 facts, withdrawn ones included
            5 ledger entries, 5 of them sealed, 0 faults
            """)
        .startsWith("S1 is graded A with 7.00 points");
  }

  private String run() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8)) {
      Quickstart.run(folder.resolve("city"), Path.of("policy.json"), CLOCK, out);
    }
    return bytes.toString(StandardCharsets.UTF_8).replace(System.lineSeparator(), "\n");
  }
}

package io.foodsafety.examples.cli.crash;

import static org.assertj.core.api.Assertions.assertThat;

import io.foodsafety.ledger.LedgerReport;
import io.foodsafety.model.actor.Actor;
import io.foodsafety.model.subject.Subject;
import io.foodsafety.runtime.FoodSafety;
import io.foodsafety.runtime.Session;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** An H2 file serves one process; a second one is told so, and harms nothing. */
class SecondProcessIT {

  private static final int USAGE = 2;

  @TempDir private Path folder;

  @ParameterizedTest
  @CsvSource({
    "en, is in use by another process. An H2 file serves one process at a time",
    "zh, 正被另一进程使用。 H2 文件同一时间只供一个进程使用"
  })
  void isRefusedAndHarmsNothing(String language, String message) throws Exception {
    CrashInput input = new CrashInput(folder.resolve("input.ndjson"), new Random(2));
    String url = "jdbc:h2:file:" + folder.resolve("city");
    try (FoodSafety city = FoodSafety.builder().storage("jdbc", Map.of("url", url)).build()) {
      Session session = city.as(Actor.system("first process"));
      session.subjects().register(Subject.builder("S0", "Before").build());

      ChildImport second =
          ChildImport.start(List.of(), url, input.file(), 50, folder, "--lang", language);
      assertThat(second.join()).isEqualTo(USAGE);
      assertThat(second.acknowledged()).isEmpty();
      assertThat(second.errors())
          .singleElement()
          .asString()
          .startsWith("FS-JDBC-0001 ")
          .contains(url, message);

      session.subjects().register(Subject.builder("S1", "After").build());
    }
    try (FoodSafety city = FoodSafety.builder().storage("jdbc", Map.of("url", url)).build()) {
      Session session = city.as(Actor.system("later process"));
      assertThat(session.subjects().find("S0")).isPresent();
      assertThat(session.subjects().find("S1")).isPresent();
      LedgerReport ledger = session.ledger().verify();
      assertThat(ledger.faults()).isEmpty();
      assertThat(ledger.entries()).isEqualTo(ledger.documents());
    }
  }
}

package io.foodsafety.testkit.storage;

import static org.assertj.core.api.Assertions.assertThat;

import io.foodsafety.testkit.BrokenRules;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The document says how many rules were broken on purpose. */
class ProvenRulesTest {

  private static final Pattern PROVEN = Pattern.compile("\\*\\*(\\d+) of (\\d+)\\*\\* rules");

  @Test
  void documentSaysHowManyRulesAWrongStorageBreaks() throws IOException {
    Matcher proven = PROVEN.matcher(document());
    assertThat(proven.find()).isTrue();
    assertThat(List.of(proven.group(1), proven.group(2)))
        .containsExactly(
            Integer.toString(WrongStoragesTest.brokenRules().size()),
            Integer.toString(BrokenRules.all(StorageContract.class).size()));
  }

  private static String document() throws IOException {
    return Files.readString(Path.of(System.getProperty("foodsafety.root"), "docs/spi-rules.md"));
  }
}

package io.foodsafety.testkit.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The document and the contract list the same rules. */
class RulesDocumentTest {

  private static final Pattern RULE = Pattern.compile("- \\*\\*(S-\\d\\d)\\*\\* (.*)\\.");

  @Test
  void documentAndContractAgree() throws IOException {
    List<String> documented =
        Files.readAllLines(Path.of(System.getProperty("foodsafety.root"), "docs/spi-rules.md"))
            .stream()
            .map(RULE::matcher)
            .filter(matcher -> matcher.matches())
            .map(matcher -> matcher.group(1) + " " + matcher.group(2))
            .toList();
    List<String> tested =
        Arrays.stream(StorageContract.class.getDeclaredMethods())
            .filter(method -> method.isAnnotationPresent(Test.class))
            .map(method -> method.getAnnotation(DisplayName.class).value())
            .sorted()
            .toList();
    assertThat(documented).isNotEmpty().isEqualTo(tested);
  }
}

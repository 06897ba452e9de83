package io.foodsafety.testkit.crypto;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The document and the contracts list the same rules. */
class RulesDocumentTest {

  @Test
  void documentAndContractsAgree() throws IOException {
    assertThat(documented("C")).hasSize(10).isEqualTo(tested(CryptoProviderContract.class));
    assertThat(documented("K")).hasSize(11).isEqualTo(tested(KeyRingContract.class));
  }

  private static List<String> documented(String letter) throws IOException {
    Pattern rule = Pattern.compile("- \\*\\*(" + letter + "-\\d\\d)\\*\\* (.*)\\.");
    return Files.readAllLines(Path.of(System.getProperty("foodsafety.root"), "docs/spi-rules.md"))
        .stream()
        .map(rule::matcher)
        .filter(matcher -> matcher.matches())
        .map(matcher -> matcher.group(1) + " " + matcher.group(2))
        .toList();
  }

  private static List<String> tested(Class<?> contract) {
    return Arrays.stream(contract.getDeclaredMethods())
        .filter(method -> method.isAnnotationPresent(Test.class))
        .map(method -> method.getAnnotation(DisplayName.class).value())
        .sorted()
        .toList();
  }
}

package io.foodsafety.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.foodsafety.testkit.crypto.CryptoProviderContract;
import io.foodsafety.testkit.crypto.KeyRingContract;
import io.foodsafety.testkit.messaging.MessagingContract;
import io.foodsafety.testkit.notification.NotificationChannelContract;
import io.foodsafety.testkit.storage.StorageContract;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The document and the contracts list the same rules. */
class RulesDocumentTest {

  static Stream<Arguments> contracts() {
    return Stream.of(
        arguments("S", StorageContract.class),
        arguments("M", MessagingContract.class),
        arguments("N", NotificationChannelContract.class),
        arguments("C", CryptoProviderContract.class),
        arguments("K", KeyRingContract.class));
  }

  @ParameterizedTest
  @MethodSource("contracts")
  void documentAndContractAgree(String letter, Class<?> contract) throws IOException {
    Pattern rule = Pattern.compile("- \\*\\*(%s-\\d\\d)\\*\\* (.*)\\.".formatted(letter));
    List<String> documented =
        Files.readAllLines(Path.of(System.getProperty("foodsafety.root"), "docs/spi-rules.md"))
            .stream()
            .map(rule::matcher)
            .filter(matcher -> matcher.matches())
            .map(matcher -> matcher.group(1) + " " + matcher.group(2))
            .toList();
    assertThat(documented).isNotEmpty().isEqualTo(BrokenRules.documented(contract));
  }
}

package io.foodsafety.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MainTest {

  @Test
  void helpIsAResult() {
    CommandResult result = CommandResult.of("--help");

    assertThat(result.code()).isZero();
    assertThat(result.out()).contains("grade", "import", "ledger", "convert", "generate");
    assertThat(result.err()).isEmpty();
  }

  @Test
  void wrongUsageIsOneLine() {
    for (String[] args :
        new String[][] {
          {}, {"grad"}, {"ledger"}, {"grade"}, {"grade", "--as-of", "x"}, {"import"}
        }) {
      CommandResult result = CommandResult.of(args);

      assertThat(result.code()).as(String.join(" ", args)).isEqualTo(2);
      assertThat(result.out()).isEmpty();
      assertThat(result.errLines()).hasSize(1);
      assertThat(result.err()).startsWith("FS-CLI-0001 ");
    }
  }

  @Test
  void wrongUsageIsJsonOnRequest() {
    CommandResult result = CommandResult.of("grade", "--json");

    assertThat(result.code()).isEqualTo(2);
    assertThat(result.err())
        .startsWith("{\"type\":\"issue\",\"severity\":\"error\",\"code\":\"FS-CLI-0001\"");
  }
}

package io.foodsafety.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

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

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2024-13-31",
        "tomorrow",
        "0000-12-31",
        "-0001-12-31",
        "+10000-01-01",
        "+999999999-12-31"
      })
  void aWrongDateIsOneLineInTheLanguageAskedFor(String date) {
    for (String[] command :
        new String[][] {
          {"grade", "--as-of=" + date, "--lang", "en"},
          {"grade", "--known-on=" + date, "--lang=EN"},
          {"generate", "--subjects", "1", "--until=" + date, "--lang", "en"}
        }) {
      CommandResult result = CommandResult.of(command);

      assertThat(result.code()).isEqualTo(2);
      assertThat(result.out()).isEmpty();
      assertThat(result.errLines()).hasSize(1);
      assertThat(result.err()).contains("(" + date + ") must be a date such as 2024-12-31");
    }
    assertThat(CommandResult.of("grade", "--lang", "zh", "--as-of=" + date).err())
        .contains("--as-of", "须为日期", "用 --help 查看用法");
  }

  @ParameterizedTest
  @CsvSource({"0001-01-01, 2", "0010-01-01, 0", "9990-12-31, 0", "9999-12-31, 2"})
  void aCityIsMadeUpForAnyYearWithRoomAroundIt(String until, int code) {
    assertThat(CommandResult.of("generate", "--subjects", "50", "--until", until).code())
        .isEqualTo(code);
  }

  @Test
  void wrongUsageIsInTheLanguageAskedFor() {
    assertThat(CommandResult.of("--lang", "zh").err()).contains("用法");
    assertThat(CommandResult.of("ledger", "--bogus").code()).isEqualTo(2);
    assertThat(CommandResult.of("grade", "--lang", "zh").err()).contains("缺少", "--policy");
    assertThat(CommandResult.of("grade", "--json", "--lang", "zh").err())
        .startsWith("{\"type\":\"issue\"")
        .contains("缺少");
    assertThat(
            CommandResult.of("generate", "--subjects", "1", "--until=9999-01-01", "--lang", "zh")
                .err())
        .contains("年份");
  }

  @Test
  void noPasswordIsTakenFromTheArguments() {
    assertThat(CommandResult.of("import", "--db", "jdbc:h2:mem:", "--password", "hush", "-").code())
        .isEqualTo(2);
  }

  @Test
  void wrongUsageIsJsonOnRequest() {
    CommandResult result = CommandResult.of("grade", "--json");

    assertThat(result.code()).isEqualTo(2);
    assertThat(result.err())
        .startsWith("{\"type\":\"issue\",\"severity\":\"error\",\"code\":\"FS-CLI-0001\"");
  }
}

package io.foodsafety.record;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CanonicalJsonTest {

  @Test
  void keysAreInCodePointOrderAtEveryLevel() {
    Map<String, Object> inner = new LinkedHashMap<>();
    inner.put("\uFF21", true);
    inner.put(
        "\uD83D\uDE00", false); // after the full-width letter, although its first char is less
    inner.put("a", "x");
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("b", List.of(inner));
    fields.put("B", null);

    assertThat(text(fields))
        .isEqualTo("{\"B\":null,\"b\":[{\"a\":\"x\",\"Ａ\":true,\"😀\":false}]}");
  }

  @ParameterizedTest
  @CsvSource({
    "1.500, 1.5",
    "1E+3, 1000",
    "-0.00, 0",
    "0E+999999999, 0",
    "1E-18, 0.000000000000000001",
    "999999999999999999, 999999999999999999",
    "100, 100"
  })
  void decimalsArePlain(BigDecimal number, String expected) {
    assertThat(text(Map.of("n", number))).isEqualTo("{\"n\":" + expected + "}");
  }

  @ParameterizedTest
  @ValueSource(strings = {"1E+18", "1E-19", "1E+999999999", "1E-999999999"})
  void decimalsBeyondTheLimitAreRefused(BigDecimal number) {
    assertThatThrownBy(() -> CanonicalJson.write(Map.of("n", number)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("18 digits");
  }

  @Test
  void otherTypesAreRefused() {
    assertThatThrownBy(() -> CanonicalJson.write(Map.of("n", 1)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("java.lang.Integer");
  }

  @Test
  void loneSurrogatesAreRefused() {
    for (String text : List.of("\uD83D", "\uDE00", "a\uD83Db", "\uDE00\uD83D")) {
      assertThatThrownBy(() -> CanonicalJson.write(Map.of("n", text)))
          .as("%s", text)
          .isInstanceOf(IllegalArgumentException.class);
      assertThatThrownBy(() -> CanonicalJson.write(Map.of(text, "n")))
          .as("key %s", text)
          .isInstanceOf(IllegalArgumentException.class);
    }
  }

  @Test
  void writingWhatWasReadGivesTheSameBytes() {
    byte[] json =
        "{\"a\":[1.5,\"\\\"\\n/\\u0001\u007F\u2028😀\",{}],\"b\":{\"c\":null}}".getBytes(UTF_8);

    assertThat(CanonicalJson.write(CanonicalJson.read(json))).isEqualTo(json);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "[]", "{", "{} {}", "{\"a\":1,\"a\":1}", "{\"a\":1e99}", "\uFEFF{}"})
  void readingRefusesWhatIsNotOneObject(String json) {
    assertThatThrownBy(() -> CanonicalJson.read(json.getBytes(UTF_8)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void readingRefusesOtherEncodings() {
    byte[] json = {'{', '"', (byte) 0xE9, '"', ':', '1', '}'};

    assertThatThrownBy(() -> CanonicalJson.read(json))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("UTF-8");
  }

  private static String text(Map<String, ?> fields) {
    return new String(CanonicalJson.write(fields), UTF_8);
  }
}

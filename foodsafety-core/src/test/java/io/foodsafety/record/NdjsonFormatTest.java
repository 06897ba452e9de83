package io.foodsafety.record;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.foodsafety.model.issue.Issue;
import io.foodsafety.model.issue.IssueType;
import io.foodsafety.model.issue.Location;
import io.foodsafety.record.internal.Limits;
import io.foodsafety.spi.format.DataRecord;
import io.foodsafety.spi.format.RecordSink;
import io.foodsafety.spi.format.RecordWriter;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NdjsonFormatTest {

  private static final String GOOD = "{\"type\":\"fact\",\"id\":\"F1\"}\n";

  @Test
  void readsEveryKindOfValue() throws IOException {
    CollectedRecords read =
        CollectedRecords.ofNdjson(
            "{\"type\":\"fact\",\"a\":\"文\",\"b\":1.50,\"c\":true,\"d\":null,\"e\":[1,\"x\"],\"f\":{\"g\":-0}}");

    assertThat(read.issues).isEmpty();
    DataRecord record = read.records.get(0);
    assertThat(record.type()).isEqualTo("fact");
    assertThat(record.location()).isEqualTo(Location.line("a.ndjson", 1));
    assertThat(record.fields())
        .containsOnlyKeys("a", "b", "c", "d", "e", "f")
        .containsEntry("a", "文")
        .containsEntry("b", new BigDecimal("1.50"))
        .containsEntry("c", true)
        .containsEntry("d", null)
        .containsEntry("e", List.of(BigDecimal.ONE, "x"))
        .containsEntry("f", Map.of("g", BigDecimal.ZERO));
  }

  @Test
  void aByteOrderMarkBlankLinesAndCarriageReturnsAreTolerated() throws IOException {
    CollectedRecords read = CollectedRecords.ofNdjson("\uFEFF" + GOOD + "\r\n  \t\n" + GOOD);

    assertThat(read.issues).isEmpty();
    assertThat(read.records).extracting(record -> record.location().line()).containsExactly(1, 4);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "FS-REC-0003 | {'type':'fact'}",
        "FS-REC-0003 | {\"type\":\"fact\"} {}",
        "FS-REC-0003 | {\"type\":\"fact\"}]",
        "FS-REC-0003 | {\"type\":\"fact\",}",
        "FS-REC-0003 | {\"type\":\"fact\"",
        "FS-REC-0003 | {\"type\":NaN}",
        "FS-REC-0003 | {\"type\":\"fact\",\"n\":01}",
        "FS-REC-0003 | <facts/>",
        "FS-REC-0005 | [1]",
        "FS-REC-0005 | \"fact\"",
        "FS-REC-0006 | {\"type\":\"fact\",\"id\":\"1\",\"id\":\"1\"}",
        "FS-REC-0006 | {\"type\":\"fact\",\"a\":{\"b\":null,\"b\":null}}",
        "FS-REC-0007 | {\"type\":\"fact\",\"n\":1e999999999}",
        "FS-REC-0007 | {\"type\":\"fact\",\"n\":-1e-999999999}",
        "FS-REC-0007 | {\"type\":\"fact\",\"n\":1234567890123456789}",
        "FS-REC-0007 | {\"type\":\"fact\",\"n\":1e99999999999}",
        "FS-REC-0009 | {\"id\":\"F1\"}",
        "FS-REC-0009 | {\"type\":7}",
        "FS-REC-0009 | {\"type\":null}",
      })
  void aBadLineIsOneIssueAndReadingGoesOn(String code, String line) throws IOException {
    CollectedRecords read = CollectedRecords.ofNdjson(GOOD + line + "\n" + GOOD);

    assertThat(read.codes()).containsExactly(code);
    assertThat(read.issues.get(0).location()).isEqualTo(Location.line("a.ndjson", 2));
    assertThat(read.records).hasSize(2);
  }

  @Test
  void whatIsNotJsonIsNotRepeatedInMessages() throws IOException {
    for (String bad : List.of("Zhang_San_138", "'Zhang_San_138'", "\"Zhang_San_138\" \"x\"")) {
      CollectedRecords read = CollectedRecords.ofNdjson("{\"type\":" + bad + "}\n" + GOOD);

      assertThat(read.issues.get(0).toString())
          .matches("a\\.ndjson:1: FS-REC-0003 The line is not JSON: column \\d+: it is not .*")
          .doesNotContain("Zhang");
    }
  }

  @Test
  void zeroIsZeroWhateverItsExponent() throws IOException {
    CollectedRecords read = CollectedRecords.ofNdjson("{\"type\":\"fact\",\"n\":0e999999999}");

    assertThat(read.records.get(0).fields()).containsEntry("n", BigDecimal.ZERO);
  }

  @Test
  void aLineThatIsNotUtf8IsOneIssue() throws IOException {
    byte[] latin = "{\"type\":\"fact\",\"id\":\"caf\u00e9\"}\n".getBytes(ISO_8859_1);
    byte[] overlong = {'{', '"', (byte) 0xC0, (byte) 0xAF, '"', '}', '\n'};

    CollectedRecords read = CollectedRecords.ofNdjson(join(latin, overlong, GOOD.getBytes(UTF_8)));

    assertThat(read.codes()).containsExactly("FS-REC-0001", "FS-REC-0001");
    assertThat(read.records).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"type\":\"fa",
        "{\"type\":\"fact\"",
        "{\"type\":\"fact\",\"a\":tr",
        "{\"type\":\"fact\",\"a\":[1"
      })
  void aTruncatedLastLineIsOneIssue(String end) throws IOException {
    assertThat(CollectedRecords.ofNdjson(GOOD + end).codes()).containsExactly("FS-REC-0004");
  }

  @Test
  void anEndInsideACharacterIsATruncation() throws IOException {
    byte[] bytes = (GOOD + "{\"type\":\"fact\",\"id\":\"红").getBytes(UTF_8);

    for (int cut = 1; cut <= 2; cut++) {
      byte[] head = java.util.Arrays.copyOf(bytes, bytes.length - cut);
      assertThat(CollectedRecords.ofNdjson(head).codes()).containsExactly("FS-REC-0004");
    }
  }

  @Test
  void deepNestingIsRefused() throws IOException {
    String deep = "[".repeat(100_000);

    CollectedRecords read =
        CollectedRecords.ofNdjson("{\"type\":\"fact\",\"a\":" + deep + "\n" + GOOD);

    assertThat(read.codes()).containsExactly("FS-REC-0008");
    assertThat(read.records).hasSize(1);
  }

  @Test
  void aLongLineIsSkippedWithoutHoldingIt() throws IOException {
    InputStream in = new RepeatedBytes('x', 300L << 20, GOOD.getBytes(UTF_8));

    CollectedRecords read = CollectedRecords.of(new NdjsonFormat(), in);

    assertThat(read.codes()).containsExactly("FS-REC-0002");
    assertThat(read.records).hasSize(1);
    assertThat(read.records.get(0).location().line()).isEqualTo(2);
  }

  @Test
  void aLineOfTheGreatestLengthIsRead() throws IOException {
    String start = "{\"type\":\"fact\",\"a\":\"";
    String text = "x".repeat(Limits.MAX_LINE - start.length() - 2);

    CollectedRecords read =
        CollectedRecords.ofNdjson(start + text + "\"}\n" + start + text + "x\"}");

    assertThat(read.records).hasSize(1);
    assertThat(read.codes()).containsExactly("FS-REC-0002");
  }

  @Test
  void aSinkThatRefusesEndsTheReading() {
    RecordSink full =
        new RecordSink() {
          @Override
          public void accept(DataRecord record) throws IOException {
            throw new IOException("full");
          }

          @Override
          public void reject(Issue issue) {}
        };

    assertThatThrownBy(
            () ->
                new NdjsonFormat().read(new ByteArrayInputStream(GOOD.getBytes(UTF_8)), "a", full))
        .isInstanceOf(IOException.class)
        .hasMessage("full");
  }

  @Test
  void whatIsWrittenIsReadBack() throws IOException {
    DataRecord record =
        CollectedRecords.ofNdjson(
                "{\"z\":1.50,\"a\":{\"y\":[null,\"\\u0000\\n😀\"]},\"type\":\"fact\"}")
            .records
            .get(0);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (RecordWriter writer = new NdjsonFormat().writer(out).orElseThrow()) {
      writer.write(record);
      writer.write(record);
    }

    String line = "{\"type\":\"fact\",\"z\":1.5,\"a\":{\"y\":[null,\"\\u0000\\n😀\"]}}\n";
    assertThat(out.toString(UTF_8)).isEqualTo(line + line);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "true  | {\"type\":\"fact\"}",
        "true  | {\"type\":\"fact\",\"name\":\"cut",
        "false | [1]",
        "false | id,score",
        "true  | ''",
        "true  | {\"type\":\"cut",
        "true  | ' { \t\"type\":\"fact\" }'",
        "true  | {",
        "false | {'type':'fact'}",
      })
  void sniffs(boolean expected, String head) {
    NdjsonFormat format = new NdjsonFormat();
    assertThat(format.sniff(head.getBytes(UTF_8))).isEqualTo(expected);
    assertThat(format.sniff(("\uFEFF\n" + head).getBytes(UTF_8))).isEqualTo(expected);
    assertThat(format.sniff("{\"type\":\"cut\n{\"type\":\"fact\"}\n".getBytes(UTF_8))).isTrue();
    assertThat(format.sniff("garbage\n{\"type\":\"fact\"}\n".getBytes(UTF_8))).isTrue();
    assertThat(format.sniff("garbage\n{\"type\":\"cut".getBytes(UTF_8))).isTrue();
    assertThat(format.sniff("garbage\n{".getBytes(UTF_8))).isTrue();
    assertThat(format.sniff("garbage\n[\n".getBytes(UTF_8))).isFalse();
    assertThat(format.sniff("{\n \"type\": \"fact\"\n}".getBytes(UTF_8))).isFalse();
  }

  @Test
  void everyIssueHasAllItsSlotsFilled() throws IOException {
    List<String> lines =
        List.of("x", "[]", "{\"a\":1,\"a\":1}", "{\"a\":1e99}", "{\"a\":1e9999999999}", "{}", "{");
    for (String line : lines) {
      for (Issue issue : CollectedRecords.ofNdjson(line).issues) {
        assertThat(issue.toString()).doesNotContain("(?)").doesNotContain("{").isNotBlank();
        assertThat(issue.type()).isInstanceOf(IssueType.class);
      }
    }
  }

  private static byte[] join(byte[]... parts) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      out.write(part);
    }
    return out.toByteArray();
  }

  /** A long line that is never in memory, and what follows it. */
  private static final class RepeatedBytes extends InputStream {
    private final byte repeated;
    private long left;
    private final InputStream rest;

    RepeatedBytes(char repeated, long count, byte[] rest) {
      this.repeated = (byte) repeated;
      this.left = count;
      this.rest = new ByteArrayInputStream(join(new byte[] {'\n'}, rest));
    }

    private static byte[] join(byte[] a, byte[] b) {
      byte[] all = java.util.Arrays.copyOf(a, a.length + b.length);
      System.arraycopy(b, 0, all, a.length, b.length);
      return all;
    }

    @Override
    public int read() throws IOException {
      return left-- > 0 ? repeated : rest.read();
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
      if (left <= 0) {
        return rest.read(bytes, offset, length);
      }
      int count = (int) Math.min(left, length);
      java.util.Arrays.fill(bytes, offset, offset + count, repeated);
      left -= count;
      return count;
    }
  }
}

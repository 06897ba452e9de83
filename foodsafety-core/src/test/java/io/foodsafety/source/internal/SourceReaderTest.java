package io.foodsafety.source.internal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.foodsafety.model.issue.Issue;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SourceReaderTest {

  private static SourceNode read(String text) {
    IssueCollector issues = new IssueCollector();
    SourceNode node = SourceReader.read(text.getBytes(UTF_8), "f", issues);
    assertThat(issues.issues()).isEmpty();
    return node;
  }

  private static ObjectReader object(String text, IssueCollector issues) {
    return ObjectReader.of(read(text), issues);
  }

  @Test
  void knowsThePlaceOfEveryValue() {
    SourceNode.ObjectNode root =
        (SourceNode.ObjectNode)
            read("{\n \"a\": [\n  1,\n  {\"b/c~\": true}\n ],\n \"d\":\n  null}");
    SourceNode.ListNode list = (SourceNode.ListNode) root.members().get("a");
    SourceNode.ObjectNode inner = (SourceNode.ObjectNode) list.items().get(1);
    assertThat(root.location()).hasToString("f:1");
    assertThat(list.location()).hasToString("f:2 /a");
    assertThat(list.items().get(0).location()).hasToString("f:3 /a/0");
    assertThat(inner.members().get("b/c~").location()).hasToString("f:4 /a/1/b~1c~0");
    assertThat(root.members().get("d").location()).hasToString("f:7 /d");
  }

  @Test
  void readsAByteOrderMark() {
    assertThat(read("\uFEFF{}")).isInstanceOf(SourceNode.ObjectNode.class);
  }

  @ParameterizedTest(name = "{0} = {1}")
  @CsvSource({
    "1, 1",
    "-0.0, 0",
    "1e3, 1000",
    "1.50, 1.5",
    "999999999999999999.999999999999999999, 999999999999999999.999999999999999999",
    "0.0000000000000000010, 0.000000000000000001"
  })
  void readsNumbersExactly(String text, String expected) {
    SourceNode.NumberNode node = (SourceNode.NumberNode) read(text);
    assertThat(node.value()).isEqualByComparingTo(new BigDecimal(expected));
  }

  @ParameterizedTest
  @CsvSource({"1e18", "1e400", "1e99999999999", "0.0000000000000000001", "1000000000000000000"})
  void refusesNumbersWithTooManyDigits(String text) {
    assertThat(faults(text.getBytes(UTF_8))).containsExactly("f:1 FS-SRC-0006");
  }

  @Test
  void namesTheLineThatIsNotUtf8() {
    byte[] bytes = "{\n\"a\":\n\"?\"}".getBytes(UTF_8);
    bytes[8] = (byte) 0xE9;
    assertThat(faults(bytes)).containsExactly("f:3 FS-SRC-0010");
    assertThat(faults(new byte[] {'{', (byte) 0xE4, (byte) 0xB8}))
        .containsExactly("f:1 FS-SRC-0010");
  }

  private static List<String> faults(byte[] bytes) {
    IssueCollector issues = new IssueCollector();
    assertThatThrownBy(() -> SourceReader.read(bytes, "f", issues))
        .isInstanceOf(IssueCollector.Abandoned.class);
    return issues.issues().stream().map(each -> each.location() + " " + each.code()).toList();
  }

  @Test
  void keepsTheFirstOfTwoMembersAndReportsTheSecond() {
    IssueCollector issues = new IssueCollector();
    SourceNode node = SourceReader.read("{\"a\":1,\n\"a\":2}".getBytes(UTF_8), "f", issues);
    assertThat(ObjectReader.of(node, issues).findInteger("a", 0, 9)).contains(1);
    assertThat(issues.issues())
        .extracting(each -> each.location() + " " + each.code())
        .containsExactly("f:2 /a FS-SRC-0002");
  }

  @Test
  void takesNullForAbsent() {
    IssueCollector issues = new IssueCollector();
    ObjectReader reader = object("{\"a\":null}", issues);
    assertThat(reader.find("a")).isEmpty();
    assertThat(reader.findText("a")).isEmpty();
    assertThat(reader.list("a")).isEmpty();
    assertThat(reader.members("a")).isEmpty();
    reader.end();
    assertThat(issues.issues()).isEmpty();
  }

  @Test
  void reportsMembersThatNobodyAskedFor() {
    IssueCollector issues = new IssueCollector();
    ObjectReader reader = object("{\"name\":\"x\",\"nmae\":\"y\",\"other\":1}", issues);
    assertThat(reader.text("name")).isEqualTo("x");
    reader.end();
    assertThat(issues.issues())
        .extracting(Issue::code)
        .containsExactly("FS-SRC-0003", "FS-SRC-0003");
  }

  /** Reports unknown members if there are some, else that one of those known is missing. */
  @Test
  void reportsThatNoneOfSeveralMembersIsThere() {
    IssueCollector unknown = new IssueCollector();
    object("{\"left\":1,\"rihgt\":2}", unknown).noneOf(List.of("left", "right"));
    assertThat(unknown.issues()).extracting(Issue::code).containsExactly("FS-SRC-0003");
    IssueCollector missing = new IssueCollector();
    object("{\"left\":null}", missing).noneOf(List.of("left", "right"));
    assertThat(missing.issues()).extracting(Issue::code).containsExactly("FS-SRC-0004");
  }
}

package io.foodsafety.model.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A document checks its parts, and its hash tells documents apart. */
class OfficialDocumentTest {

  private static final LocalDate DAY = LocalDate.of(2026, 11, 22);

  private static OfficialDocument.Builder builder() {
    return OfficialDocument.builder("form", "表", Locale.CHINA, DAY);
  }

  private static OfficialDocument of(DocumentPart... parts) {
    OfficialDocument.Builder builder = builder();
    List.of(parts).forEach(builder::part);
    return builder.build();
  }

  private static FieldsPart field(String label, String value) {
    return new FieldsPart("", List.of(DocumentField.of(label, Optional.of(value))));
  }

  @Test
  void theHashIsThatOfTheContent() {
    assertThat(of(field("甲", "1")).sha256()).isEqualTo(of(field("甲", "1")).sha256());
    List<OfficialDocument> different =
        List.of(
            of(),
            builder().number("1").build(),
            builder().issuer("1").build(),
            builder().note("1").build(),
            OfficialDocument.builder("form", "表", Locale.CHINA, DAY.plusDays(1)).build(),
            OfficialDocument.builder("form", "表", Locale.ENGLISH, DAY).build(),
            OfficialDocument.builder("form2", "表", Locale.CHINA, DAY).build(),
            of(field("甲", "1")),
            of(field("甲1", "")),
            of(field("甲", "12")),
            of(field("甲", "1"), field("乙", "2")),
            of(new FieldsPart("", List.of(DocumentField.of("甲", Optional.empty())))),
            of(new ChecksPart("", List.of(new CheckBox("甲", true)), true)),
            of(new ChecksPart("", List.of(new CheckBox("甲", false)), true)),
            of(new TextPart("", List.of("甲", "乙"))),
            of(new TextPart("", List.of("甲乙"))),
            of(new TablePart("", List.of(new TableColumn("甲", 1)), List.of())),
            of(
                new TablePart(
                    "", List.of(new TableColumn("甲", 1)), List.of(TableRow.of(List.of(""))))),
            of(
                new SignaturesPart(
                    "", List.of(new SignatureLine("甲", Optional.empty(), Optional.empty())))),
            of(
                new SignaturesPart(
                    "", List.of(new SignatureLine("甲", Optional.empty(), Optional.of(DAY))))));
    assertThat(different).extracting(OfficialDocument::sha256).doesNotHaveDuplicates();
  }

  @Test
  void theHashIsMadeAsDocumented() {
    // the output of: printf '%s' '10:document-14:form2:zh3:表10:2026-11-22--1:01:0' | sha256sum
    assertThat(of().sha256())
        .isEqualTo("d2a9f96296ddeb8276fc13f1c38c96d2b68ab5f05b6a8761c14293e38d58a13f");
  }

  @Test
  void partsAreChecked() {
    TableColumn column = new TableColumn("甲", 1);
    assertThatThrownBy(
            () -> new TablePart("", List.of(column), List.of(TableRow.of(List.of("a", "b")))))
        .hasMessage("A row has 2 cells and must have 1.");
    assertThatThrownBy(() -> new TablePart("", List.of(), List.of()))
        .hasMessage("A table has at least one column.");
    Stream.<Runnable>of(
            () -> new CheckBox(" ", true),
            () -> new TableColumn("甲", 0),
            () -> DocumentField.of("", Optional.empty()),
            () -> new SignatureLine("", Optional.empty(), Optional.empty()),
            () -> builder().number(""),
            () -> OfficialDocument.builder("a b", "表", Locale.CHINA, DAY))
        .forEach(
            wrong -> assertThatThrownBy(wrong::run).isInstanceOf(IllegalArgumentException.class));
  }

  @Test
  void aBlankValueIsNone() {
    assertThat(DocumentField.of("甲", Optional.of(" ")).value()).isEmpty();
    assertThat(new SignatureLine("甲", Optional.of(""), Optional.empty()).name()).isEmpty();
  }

  @Test
  void whatIsPersonalIsNotLogged() {
    assertThat(of(field("姓名", "张三")).toString()).doesNotContain("张三");
    assertThat(new SignatureLine("检查人员", Optional.of("张三"), Optional.empty()).toString())
        .doesNotContain("张三");
  }
}

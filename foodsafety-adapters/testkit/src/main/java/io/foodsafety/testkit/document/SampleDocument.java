package io.foodsafety.testkit.document;

import io.foodsafety.model.document.CheckBox;
import io.foodsafety.model.document.ChecksPart;
import io.foodsafety.model.document.DocumentField;
import io.foodsafety.model.document.DocumentPart;
import io.foodsafety.model.document.FieldsPart;
import io.foodsafety.model.document.OfficialDocument;
import io.foodsafety.model.document.SignatureLine;
import io.foodsafety.model.document.SignaturesPart;
import io.foodsafety.model.document.TableColumn;
import io.foodsafety.model.document.TablePart;
import io.foodsafety.model.document.TableRow;
import io.foodsafety.model.document.TextPart;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Documents with every kind of part, and all the texts that stand in a document. */
public final class SampleDocument {

  private static final LocalDate DATE = LocalDate.of(2026, 11, 22);

  private SampleDocument() {}

  /**
   * A document.
   *
   * @param locale its language
   * @param rows how many rows its table has
   * @param remark what is filled in as the remark
   * @return the document
   */
  public static OfficialDocument of(Locale locale, int rows, String remark) {
    boolean chinese = locale.getLanguage().equals("zh");
    List<TableRow> items = new ArrayList<>();
    for (int i = 1; i <= rows; i++) {
      items.add(
          TableRow.of(List.of("Q" + i, chinese ? "第" + i + "项检查要点" : "Item number " + i, "")));
    }
    return OfficialDocument.builder(
            "sample", chinese ? "现场检查记录" : "Record of an inspection", locale, DATE)
        .number("2026-0001")
        .issuer(chinese ? "示例市场监督管理局" : "Example authority")
        .part(
            new FieldsPart(
                "",
                List.of(
                    DocumentField.of(chinese ? "名称" : "Name", Optional.of("Lotus 荷花")),
                    DocumentField.of(chinese ? "电话" : "Telephone", Optional.empty()),
                    DocumentField.of(chinese ? "备注" : "Remarks", Optional.of(remark)).asWide())))
        .part(
            new ChecksPart(
                chinese ? "结果" : "Result",
                List.of(
                    new CheckBox(chinese ? "符合" : "Satisfied", true),
                    new CheckBox(chinese ? "不符合" : "Not satisfied", false)),
                true))
        .part(
            new TextPart(
                chinese ? "告知" : "Notice",
                List.of(chinese ? "你单位有权陈述和申辩。" : "You may state your case.")))
        .part(
            new TablePart(
                chinese ? "检查要点表" : "Check table",
                List.of(
                    new TableColumn(chinese ? "序号" : "Number", 10),
                    new TableColumn(chinese ? "内容" : "Contents", 60),
                    new TableColumn(chinese ? "评价" : "Answer", 30)),
                items))
        .part(
            new SignaturesPart(
                "",
                List.of(
                    new SignatureLine(
                        chinese ? "检查人员" : "Inspector", Optional.of("Li 李"), Optional.of(DATE)),
                    new SignatureLine(
                        chinese ? "负责人" : "Manager", Optional.empty(), Optional.empty()))))
        .note(chinese ? "样例" : "A sample")
        .build();
  }

  /**
   * Every text that stands in a document.
   *
   * @param document the document
   * @return the texts that are not blank, in the order of reading
   */
  public static List<String> texts(OfficialDocument document) {
    List<String> texts = new ArrayList<>();
    document.issuer().ifPresent(texts::add);
    texts.add(document.title());
    document.number().ifPresent(texts::add);
    document.parts().forEach(part -> add(part, texts));
    texts.addAll(document.notes());
    texts.add(document.sha256());
    texts.removeIf(String::isBlank);
    return texts;
  }

  private static void add(DocumentPart part, List<String> texts) {
    texts.add(part.title());
    if (part instanceof FieldsPart fields) {
      for (DocumentField field : fields.fields()) {
        texts.add(field.label());
        field.value().ifPresent(texts::add);
      }
    } else if (part instanceof ChecksPart checks) {
      checks.boxes().forEach(box -> texts.add(box.text()));
    } else if (part instanceof TextPart paragraphs) {
      texts.addAll(paragraphs.paragraphs());
    } else if (part instanceof TablePart table) {
      table.columns().forEach(column -> texts.add(column.heading()));
      table.rows().forEach(row -> texts.addAll(row.cells()));
    } else if (part instanceof SignaturesPart signatures) {
      for (SignatureLine line : signatures.lines()) {
        texts.add(line.role());
        line.name().ifPresent(texts::add);
      }
    }
  }
}

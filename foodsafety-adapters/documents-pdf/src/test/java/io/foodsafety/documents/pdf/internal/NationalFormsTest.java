package io.foodsafety.documents.pdf.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.foodsafety.document.TemplatePart;
import io.foodsafety.document.TemplatePart.LineHolds;
import io.foodsafety.model.document.CheckBox;
import io.foodsafety.model.document.ChecksPart;
import io.foodsafety.model.document.DocumentField;
import io.foodsafety.model.document.FieldsPart;
import io.foodsafety.model.document.OfficialDocument;
import io.foodsafety.testkit.document.SampleDocument;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What the documents of the national pack say of an assessment worked out by hand. */
class NationalFormsTest {

  private static Samples samples;

  @BeforeAll
  static void open() {
    samples = new Samples();
  }

  @AfterAll
  static void close() {
    samples.close();
  }

  private static Map<String, String> fields(OfficialDocument document) {
    Map<String, String> values = new LinkedHashMap<>();
    document.parts().stream()
        .filter(FieldsPart.class::isInstance)
        .flatMap(part -> ((FieldsPart) part).fields().stream())
        .forEach((DocumentField field) -> values.put(field.label(), field.value().orElse("")));
    return values;
  }

  private static List<String> ticked(OfficialDocument document) {
    return document.parts().stream()
        .filter(ChecksPart.class::isInstance)
        .flatMap(part -> ((ChecksPart) part).boxes().stream())
        .filter(CheckBox::ticked)
        .map(CheckBox::text)
        .toList();
  }

  @Test
  void theGradeFormHasTheFieldsOfTheOfficialOne() {
    // 2 + 1 + 3 + 0 + 1.5 + 6 + 2 + 5 = 20.5; 60 x 20 / 53 = 22.64; 43.14 is B; raised by one: C
    assertThat(fields(samples.gradeForm(Locale.CHINA)))
        .containsExactly(
            Map.entry("年度", "2024"),
            Map.entry("企业名称", "江州惠民生活超市有限公司"),
            Map.entry("企业地址", "江州市东湖区荷花塘路12号"),
            Map.entry("营业执照编号或统一社会信用代码", "91360102MA35AAA02R"),
            Map.entry("联系人及联系方式", "张三 13800000000"),
            Map.entry("上年度风险等级", "B"),
            Map.entry("静态风险因素量化分值", "20.5"),
            Map.entry("动态风险因素量化分值", "22.64"),
            Map.entry("风险等级得分", "43.14"),
            Map.entry("下一年度风险等级", "C级风险"),
            Map.entry("备注", ""));
  }

  @Test
  void boxesAreTickedByTheLinesOfTheAssessment() {
    assertThat(ticked(samples.gradeForm(Locale.CHINA)))
        .containsExactly("B级风险", "有1次及以上国家或者省级监督抽检不符合食品安全标准", "上调1个等级");
    assertThat(ticked(samples.gradeForm(Locale.ENGLISH)))
        .containsExactly(
            "Risk grade B", "A national or provincial sample that does not conform", "raise by 1");
  }

  @Test
  void eachOfTheSevenGroundsHasALineOfItsOwn() {
    List<String> lines =
        samples
            .session()
            .documents()
            .getTemplate("cn-risk-grade-2016", Samples.YEAR_END)
            .parts()
            .stream()
            .filter(TemplatePart.Checks.class::isInstance)
            .flatMap(part -> ((TemplatePart.Checks) part).boxes().stream())
            .flatMap(box -> box.condition().stream())
            .filter(LineHolds.class::isInstance)
            .map(line -> ((LineHolds) line).item())
            .toList();
    assertThat(lines)
        .hasSize(7)
        .doesNotHaveDuplicates()
        .allMatch(line -> line.startsWith("raise."));
  }

  @Test
  void noKeyOfATextIsLeftOver() {
    for (Locale locale : List.of(Locale.CHINA, Locale.ENGLISH)) {
      for (OfficialDocument document :
          List.of(samples.gradeForm(locale), samples.inspectionRecord(locale))) {
        assertThat(SampleDocument.texts(document))
            .noneMatch(text -> text.matches("(ground|grade|format|segment)\\..*"))
            .noneMatch(text -> text.contains("{"));
      }
    }
  }

  @Test
  void theInspectionRecordCountsAndCompares() {
    OfficialDocument record = samples.inspectionRecord(Locale.CHINA);
    assertThat(fields(record))
        .containsEntry("检查人员", "王小明、陈红")
        .containsEntry("检查类型", "日常监督检查")
        .containsEntry("许可证编号", "JY13601020000010")
        .containsEntry("地址", "江州市东湖区荷花塘路12号")
        .containsEntry("联系人及联系方式", "0791-86000000、0791-86000001");
    assertThat(ticked(record)).containsExactly("发现问题", "当场改正", "限期改正（2021年12月5日前）");
    assertThat(SampleDocument.texts(record))
        .anyMatch(text -> text.contains("共检查52项，合理缺项1项，未检查0项"))
        .anyMatch(text -> text.contains("重复出现问题的项目：1.1、7.2"));
  }
}

package io.foodsafety.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.foodsafety.fact.FactCatalogue;
import io.foodsafety.fact.FactHistory;
import io.foodsafety.model.fact.AttributeValue;
import io.foodsafety.model.fact.Fact;
import io.foodsafety.model.subject.Subject;
import io.foodsafety.model.time.Moment;
import io.foodsafety.risk.GradeOutlook;
import io.foodsafety.risk.RiskPolicy;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class GradeExplanationTest {

  private static final LocalDate TODAY = LocalDate.parse("2024-06-30");

  private static final RiskPolicy POLICY =
      RiskPolicy.parse(
          """
          {"policy":"street","version":"3","zone":"Asia/Shanghai",
           "title":{"zh":"灯笼街分级","en":"Lantern Street grades"},
           "scale":{"id":"street","better":"lower","grades":["green","yellow","red"]},
           "static":[{"item":"area","name":{"zh":"面积","en":"Area"},"value":{"subject":"areaM2"},
             "points":{"if":{"when":{"gt":[{"ref":"value"},500]},"then":3,"else":0}},
             "basis":"灯笼街办法第一条: above 500 m² three points [C]"}],
           "dynamic":[{"item":"penalties","name":{"zh":"一年内处罚","en":"Penalties of a year"},
             "value":{"multiply":[4,{"count":{"kind":"penalty","window":{"rolling":"P1Y"}}}]},
             "basis":"灯笼街办法第二条: four points each [U: a convention]"}],
           "bands":[{"grade":"green","to":4},{"grade":"yellow","above":4,"to":10},{"grade":"red","above":10}],
           "adjustments":[{"item":"next.accident","name":{"zh":"发生事故","en":"An accident"},
             "affects":"nextGrade","by":1,
             "when":{"ge":[{"count":{"kind":"accident","window":{"calendar":"year"}}},1]},
             "basis":"第四条"}],
           "inspectionsPerYear":[{"grade":"green","min":0.5,"basis":"-"},
             {"grade":"yellow","min":1,"max":2,"basis":"-"},{"grade":"red","min":4,"basis":"-"}]}
          """
              .getBytes(StandardCharsets.UTF_8),
          "street",
          FactCatalogue.standard());

  private static Subject subject(String... area) {
    Subject.Builder subject = Subject.builder("S1", "莲花饭店");
    for (String each : area) {
      subject.attribute("areaM2", AttributeValue.decimal(each));
    }
    return subject.build();
  }

  private static Fact fact(String id, String kind, String day) {
    return Fact.builder(id, kind, subject().ref(), Moment.of(LocalDate.parse(day))).build();
  }

  private static String text(Locale locale, Subject subject, Fact... facts) {
    GradeOutlook outlook =
        GradeOutlook.of(
            POLICY,
            "S1",
            Optional.of(subject),
            FactHistory.of(List.of(facts), List.of()),
            TODAY,
            TODAY.plusYears(2));
    return GradeExplanation.of(outlook, "莲花饭店", Optional.empty(), locale).text();
  }

  @Test
  void aShopOwnerReadsItInChinese() {
    assertThat(
            text(
                Locale.CHINESE,
                subject("600"),
                fact("P1", "penalty", "2023-09-01"),
                fact("P2", "penalty", "2024-02-01"),
                fact("A1", "accident", "2024-03-01")))
        .isEqualTo(
            """
            莲花饭店 (S1)

            结果
              截至 2024-06-30：等级 red。
              得分 11，分数越低越好（green ≤4；yellow >4 且 ≤10；red >10）。
              该等级至少每年 4 次检查。
              下期等级按目前情况为：等级 red。
              依据：灯笼街分级（street，版本 3）。

            分数的由来
              +3 分  面积：600
                  规定：灯笼街办法第一条
              +8 分  一年内处罚：8
                  依据事实：2024-02-01 penalty (P2)
                  依据事实：2023-09-01 penalty (P1)
                  规定：灯笼街办法第二条（部分为本规则的约定）

            另行影响等级的规定
              发生事故：下期：风险等级上调 1 级
                  另看了 1 条事实，缺其一不影响结果
                  规定：第四条

            怎样会更好
              得分 >4 且 ≤10 时为 yellow 级；现为 11。
              若该事实被依法撤销，等级为 yellow：2023-09-01 penalty (P1)
              若该事实被依法撤销，等级为 yellow：2024-02-01 penalty (P2)
              一年内处罚（+8 分）取决于：
                  2024-02-01 penalty (P2)；自 2025-02-01 起不再计入
                  2023-09-01 penalty (P1)；自 2024-09-01 起不再计入

            今后
              若无新情况，自 2024-09-01 起：等级 yellow。
                  不再计入：2023-09-01 penalty (P1)
              若无新情况，自 2025-02-01 起：等级 green。
                  不再计入：2024-02-01 penalty (P2)""");
  }

  @Test
  void theSameInEnglish() {
    assertThat(text(Locale.ENGLISH, subject("600"), fact("P2", "penalty", "2024-02-01")))
        .isEqualTo(
            """
            莲花饭店 (S1)

            The result
              On 2024-06-30: grade yellow.
              The score is 7; a lower score is better (green up to 4; yellow above 4 to 10; red above 10).
              Such a business is inspected 1 to 2 times a year.
              As things stand the grade of the next period is: grade yellow.
              By: Lantern Street grades (street, version 3).

            How the score came about
              +3  Area: 600
                  rule: 灯笼街办法第一条: above 500 m² three points
              +4  Penalties of a year: 4
                  rests on: 2024-02-01 penalty (P2)
                  rule: 灯笼街办法第二条: four points each (in part a convention)

            What would make it better
              At a score up to 4 it would be green; now it is 7.
              Were this fact withdrawn, the grade would be green: 2024-02-01 penalty (P2)
              Penalties of a year (+4 points) depends on:
                  2024-02-01 penalty (P2); no longer counts from 2025-02-01 on

            What comes
              If nothing new happens, from 2025-02-01 on: grade green.
                  No longer counts: 2024-02-01 penalty (P2)""");
  }

  @Test
  void theBestGradeNeedsNoAdvice() {
    assertThat(text(Locale.ENGLISH, subject("600")))
        .contains("inspected at least once in two years", "If nothing new happens, it stays so to")
        .doesNotContain("What would make it better");
  }

  @Test
  void whatIsNotKnownIsSaidWithWhatCanBeDone() {
    assertThat(text(Locale.CHINESE, subject()))
        .contains("没有等级：有 1 项尚不清楚，见下文。", "尚不清楚的事项", "面积：")
        .contains("areaM2")
        .doesNotContain("怎样会更好", "FS-");
  }
}

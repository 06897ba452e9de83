package io.foodsafety.testkit.report;

import io.foodsafety.model.report.Evidence;
import io.foodsafety.model.report.ReasonLine;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** The lines of an invented policy, for one business. */
final class SampleReasons {

  /** Chinese, English, most points, basis. */
  private static final String[][] ITEMS = {
    {"经营规模", "Premises area", "10", "食药监食监一〔2016〕115号 附件1"},
    {"供应品种", "Number of dishes or items", "10", "食药监食监一〔2016〕115号 附件1"},
    {"消费对象", "Consumers served", "20", "食药监食监一〔2016〕115号 附件1"},
    {"经营许可", "Licence", "4", "食品安全法 第三十五条"},
    {"进货查验", "Incoming inspection", "8", "食品安全法 第五十三条"},
    {"加工过程控制", "Process control", "14", "食品安全法 第五十五条"},
    {"从业人员管理", "Staff and health certificates", "6", "食品安全法 第四十五条"},
    {"场所与设施", "Premises and equipment", "8", "食品安全法 第三十三条"},
    {"抽检不合格", "Failed samples", "10", "食品安全抽样检验管理办法 第四十条"},
    {"投诉举报", "Complaints upheld", "6", "市场监督管理投诉举报处理办法"},
    {"行政处罚", "Penalties", "12", "食品安全法 第一百二十四条"},
    {"网络餐饮", "On-line ordering", "4", "网络餐饮服务食品安全监督管理办法"},
    {"自查报告", "Self-check report", "4", "食品安全法 第四十七条"},
  };

  private static final int DYNAMIC = 3;

  private SampleReasons() {}

  /**
   * Lines whose points are near a share of what is possible.
   *
   * @param badness from 0 to 1
   */
  static List<ReasonLine> of(
      int number, double badness, SampleTexts texts, SplittableRandom random) {
    List<ReasonLine> lines = new ArrayList<>();
    for (int i = 0; i < ITEMS.length; i++) {
      String[] item = ITEMS[i];
      String name = (i < DYNAMIC ? "static." : "dynamic.") + (i + 1);
      String title = texts.of(item[0], item[1]);
      int luck = random.nextInt(100);
      if (i == 11 && luck < 60) {
        lines.add(ReasonLine.notApplicable(name, title).withBasis(item[3]));
      } else if (i >= DYNAMIC && luck < 2) {
        lines.add(
            ReasonLine.missing(name, title, texts.of("两年内没有检查记录", "no inspection within two years"))
                .withBasis(item[3]));
      } else {
        lines.add(scored(number, i, name, title, badness, texts, random));
      }
    }
    return lines;
  }

  private static ReasonLine scored(
      int number,
      int index,
      String name,
      String title,
      double badness,
      SampleTexts texts,
      SplittableRandom random) {
    int halves = 2 * Integer.parseInt(ITEMS[index][2]);
    double share = Math.max(0, Math.min(1, badness + random.nextDouble(-0.35, 0.3)));
    BigDecimal points =
        BigDecimal.valueOf(Math.round(share * halves)).divide(BigDecimal.valueOf(2));
    List<Evidence> evidence = new ArrayList<>();
    int facts = index < DYNAMIC || points.signum() == 0 ? 1 : 1 + random.nextInt(2);
    for (int i = 0; i < facts; i++) {
      String day =
          "20%d-%02d-%02d"
              .formatted(24 + random.nextInt(2), 1 + random.nextInt(12), 1 + random.nextInt(28));
      evidence.add(
          Evidence.of(
              "F%d-%d".formatted(number * 40L + index * 3L + i, random.nextInt(1000)),
              day + " " + texts.of("监督检查", "inspection")));
    }
    String value =
        index == 0
            ? (20 + random.nextInt(900)) + " m²"
            : texts.of(random.nextInt(20) + " 项", random.nextInt(20) + " findings");
    return ReasonLine.scored(name, title, points)
        .withValue(value)
        .withEvidence(evidence)
        .withBasis(ITEMS[index][3]);
  }

  /** The exact sum of the points. */
  static BigDecimal sum(List<ReasonLine> lines) {
    return lines.stream()
        .flatMap(line -> line.points().stream())
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }
}

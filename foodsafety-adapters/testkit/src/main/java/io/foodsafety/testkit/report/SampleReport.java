package io.foodsafety.testkit.report;

import io.foodsafety.model.grade.GradeScale;
import io.foodsafety.model.report.BusinessBlock;
import io.foodsafety.model.report.BusinessRow;
import io.foodsafety.model.report.Cell;
import io.foodsafety.model.report.ChartBlock;
import io.foodsafety.model.report.Column;
import io.foodsafety.model.report.DueItem;
import io.foodsafety.model.report.Label;
import io.foodsafety.model.report.Legend;
import io.foodsafety.model.report.MapArea;
import io.foodsafety.model.report.PastGrade;
import io.foodsafety.model.report.ReasonLine;
import io.foodsafety.model.report.Report;
import io.foodsafety.model.report.Rows;
import io.foodsafety.model.report.TableBlock;
import io.foodsafety.model.report.TextBlock;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * Makes the report of an invented city. Some of its businesses have names that would do harm if a
 * renderer took them for markup, a script or a formula; some have no place, no grade or no history.
 */
public final class SampleReport {

  private static final LocalDate TODAY = LocalDate.of(2026, 3, 1);
  private static final GradeScale SCALE =
      GradeScale.of("risk", GradeScale.Better.LOWER, List.of("A", "B", "C", "D"));
  private static final String[] COLOURS = {"none", "blue", "yellow", "orange", "red"};

  private final SampleTexts texts;
  private final Locale locale;
  private final int count;
  private final long seed;
  private final List<District> districts;

  private SampleReport(Locale locale, int count, long seed, List<District> districts) {
    this.texts = new SampleTexts(locale.getLanguage().equals("zh"));
    this.locale = locale;
    this.count = count;
    this.seed = seed;
    this.districts = List.copyOf(districts);
  }

  /**
   * The report of an invented city with five districts, one of them without an outline.
   *
   * @param locale Chinese for any {@code zh}, else English
   * @param count how many businesses it has
   * @param seed the seed
   * @return the report
   */
  public static Report of(Locale locale, int count, long seed) {
    return of(locale, count, seed, District.invented(locale.getLanguage().equals("zh")));
  }

  /**
   * The report of a city with given districts.
   *
   * @param locale Chinese for any {@code zh}, else English
   * @param count how many businesses it has
   * @param seed the seed
   * @param districts its districts, at least one
   * @return the report
   */
  public static Report of(Locale locale, int count, long seed, List<District> districts) {
    return new SampleReport(locale, count, seed, districts).report();
  }

  private Report report() {
    return Report.builder(
            "risk-report",
            texts.of("食品安全风险分级报告 2026", "Food-safety risk grades 2026"),
            locale,
            Instant.parse("2026-03-01T01:30:00Z"),
            ZoneId.of("Asia/Shanghai"))
        .note(texts.of("示例数据，由种子生成。", "Sample data, made from a seed."))
        .block(
            TextBlock.of(
                "method",
                texts.of("方法", "Method"),
                List.of(
                    texts.of(
                        "等级按静态与动态风险因素计分：A 最低，D 最高。",
                        "Grades are scored from static and dynamic risk factors: A is the lowest"
                            + " risk, D the highest."))))
        .block(businesses())
        .block(quarters())
        .block(checks())
        .build();
  }

  private BusinessBlock businesses() {
    List<MapArea> areas = new ArrayList<>();
    String[] colours = {"yellow", "blue", "orange", "blue"};
    for (int i = 0; i < districts.size(); i++) {
      MapArea area = districts.get(i).area();
      areas.add(
          area.outline().isEmpty() ? area : area.withColourClass(colours[i % colours.length]));
    }
    return BusinessBlock.builder(
            "businesses",
            texts.of("食品生产经营者", "Businesses"),
            Legend.fourColours(
                texts.of("未评级", "No grade"),
                texts.of("A级 低风险", "A low risk"),
                texts.of("B级 较低风险", "B fair risk"),
                texts.of("C级 中等风险", "C raised risk"),
                texts.of("D级 高风险", "D high risk")),
            SCALE)
        .divisions(areas)
        .segments(
            IntStream.range(0, SampleTexts.SEGMENTS.length)
                .mapToObj(i -> Label.of(SampleTexts.SEGMENTS[i], texts.segment(i)))
                .toList())
        .businesses(() -> IntStream.range(0, count).mapToObj(this::business))
        .build();
  }

  private BusinessRow business(int index) {
    SplittableRandom random = new SplittableRandom(seed * 1_000_003 + index);
    int segment = new int[] {0, 0, 0, 1, 1, 2}[random.nextInt(6)];
    int kind = random.nextInt(5);
    District district = districts.get(random.nextInt(districts.size()));
    List<ReasonLine> lines =
        SampleReasons.of(index, Math.pow(random.nextDouble(), 2) * 0.8 + 0.12, texts, random);
    boolean graded = lines.stream().allMatch(line -> line.state() != ReasonLine.State.MISSING);
    BigDecimal score = SampleReasons.sum(lines);
    int grade = graded ? grade(score) : 0;
    String name =
        index >= 3 && index - 3 < SampleTexts.HOSTILE.length
            ? SampleTexts.HOSTILE[index - 3]
            : texts.name(segment, kind, random.nextInt(96), index + 1);
    BusinessRow.Builder row =
        BusinessRow.builder("S%05d".formatted(index + 1), name, COLOURS[grade])
            .division(district.area().code())
            .segment(SampleTexts.SEGMENTS[segment], texts.format(segment, kind))
            .lines(lines);
    if (grade > 0) {
      row.grade(label(grade)).score(score).nextGrade(label(Math.max(1, grade - random.nextInt(2))));
    } else {
      row.remark(texts.of("资料不全，未评级", "Not graded: something is not known"));
    }
    if (random.nextInt(100) >= 2) {
      row.location(district.place(random));
    }
    LocalDate due = TODAY.plusDays(random.nextInt(-20, 300));
    return row.nextInspection(due).due(due(due, random)).history(history(grade, random)).build();
  }

  private List<DueItem> due(LocalDate inspection, SplittableRandom random) {
    List<DueItem> due = new ArrayList<>();
    due.add(DueItem.of(texts.of("日常监督检查", "Routine inspection"), inspection));
    if (random.nextInt(4) == 0) {
      due.add(
          DueItem.of(
              texts.of("整改复查", "Check of rectification"), TODAY.plusDays(random.nextInt(1, 60))));
    }
    return due;
  }

  private static List<PastGrade> history(int grade, SplittableRandom random) {
    List<PastGrade> history = new ArrayList<>();
    for (int year = 2026 - random.nextInt(5); year <= 2025; year++) {
      int past = Math.max(1, Math.min(4, grade + random.nextInt(-1, 2)));
      BigDecimal score = BigDecimal.valueOf(150L * past + random.nextInt(150), 1);
      history.add(
          PastGrade.of(
              LocalDate.of(year, 12, 20), label(grade(score)), score, COLOURS[grade(score)]));
    }
    return history;
  }

  private static String label(int grade) {
    return SCALE.labels().get(grade - 1);
  }

  /** From 1 to 4, by the bands of 2016. */
  private static int grade(BigDecimal score) {
    double points = score.doubleValue();
    return points <= 30 ? 1 : points <= 45 ? 2 : points <= 60 ? 3 : 4;
  }

  private ChartBlock quarters() {
    List<Optional<BigDecimal>> values =
        List.of(number(1820), number(2105), Optional.empty(), number(2390));
    return ChartBlock.of(
        "inspections",
        texts.of("各季度检查次数", "Inspections by quarter"),
        ChartBlock.Kind.LINE,
        List.of("2025 Q1", "2025 Q2", "2025 Q3", "2025 Q4"),
        List.of(ChartBlock.Series.of(texts.of("检查", "Inspections"), values)));
  }

  private TableBlock checks() {
    return TableBlock.of(
        "sources",
        texts.of("数据来源", "Sources"),
        List.of(
            Column.of("source", texts.of("来源", "Source"), Column.Type.TEXT),
            Column.of("facts", texts.of("事实数", "Facts"), Column.Type.NUMBER),
            Column.of("until", texts.of("截至", "Until"), Column.Type.DATE)),
        Rows.of(
            List.of(
                List.of(
                    Cell.text(texts.of("监督检查", "Inspections")),
                    Cell.number(BigDecimal.valueOf(86_420)),
                    Cell.date(TODAY)),
                List.of(
                    Cell.text(texts.of("抽检", "Samples")),
                    Cell.number(new BigDecimal("-1.5")),
                    Cell.empty()))));
  }

  private static Optional<BigDecimal> number(long value) {
    return Optional.of(BigDecimal.valueOf(value));
  }
}

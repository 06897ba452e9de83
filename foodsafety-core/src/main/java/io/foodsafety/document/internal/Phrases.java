package io.foodsafety.document.internal;

import io.foodsafety.form.Answer;
import io.foodsafety.form.Handling;
import io.foodsafety.form.Measure;
import io.foodsafety.model.fact.AttributeValue;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.BiFunction;

/** The words of documents in one language: those of the region, and our own. */
final class Phrases {

  /** What marks a key item in the official tables. */
  static final String KEY = "*";

  private static final Map<Measure, String> CHINESE =
      Map.of(
          Measure.ON_SPOT, "当场改正",
          Measure.DEADLINE, "限期改正",
          Measure.INVESTIGATE, "调查处理",
          Measure.STOP, "责令停止生产经营");
  private static final Map<Measure, String> ENGLISH =
      Map.of(
          Measure.ON_SPOT, "Corrected on the spot",
          Measure.DEADLINE, "To be corrected by a day",
          Measure.INVESTIGATE, "To be investigated",
          Measure.STOP, "Business ordered to stop");

  private final Locale locale;
  private final BiFunction<String, Locale, String> texts;

  Phrases(Locale locale, BiFunction<String, Locale, String> texts) {
    this.locale = locale;
    this.texts = texts;
  }

  Locale locale() {
    return locale;
  }

  BiFunction<String, Locale, String> texts() {
    return texts;
  }

  String of(String chinese, String english) {
    return isChinese() ? chinese : english;
  }

  private boolean isChinese() {
    return locale.getLanguage().equals("zh");
  }

  /** The region's name of a code, or the code. */
  String name(String kind, String code) {
    String key = kind + "." + code;
    String name = texts.apply(key, locale);
    return name.equals(key) ? code : name;
  }

  String date(LocalDate date) {
    return isChinese()
        ? "%d年%d月%d日".formatted(date.getYear(), date.getMonthValue(), date.getDayOfMonth())
        : date.toString();
  }

  String number(BigDecimal number) {
    BigDecimal plain = number.stripTrailingZeros();
    return (plain.scale() < 0 ? plain.setScale(0) : plain).toPlainString();
  }

  String list(List<String> texts) {
    return String.join(of("、", ", "), texts);
  }

  String state(Answer.State state) {
    return switch (state) {
      case SATISFIED -> of("符合", "Satisfied");
      case NOT_SATISFIED -> of("不符合", "Not satisfied");
      case NOT_APPLICABLE -> of("合理缺项", "Not applicable");
    };
  }

  String measure(Measure measure) {
    return (isChinese() ? CHINESE : ENGLISH).getOrDefault(measure, measure.code());
  }

  String handling(Handling handling) {
    return handling
        .deadline()
        .map(day -> of(date(day) + "前改正", "To be corrected by " + date(day)))
        .orElseGet(() -> measure(handling.measure()));
  }

  String outcome(String code) {
    return code.equals("no-problem")
        ? of("未发现问题", "No problem found")
        : of("发现问题", "Problems found");
  }

  String value(AttributeValue value) {
    if (value instanceof AttributeValue.Text text) {
      return text.value();
    } else if (value instanceof AttributeValue.Decimal decimal) {
      return number(decimal.value());
    } else if (value instanceof AttributeValue.Bool bool) {
      return bool.value() ? of("是", "Yes") : of("否", "No");
    } else if (value instanceof AttributeValue.Date date) {
      return date(date.value());
    } else if (value instanceof AttributeValue.Code code) {
      return code.value();
    } else if (value instanceof AttributeValue.Codes codes) {
      return list(codes.values());
    }
    throw new IllegalArgumentException("There is no such type of value.");
  }
}

package io.foodsafety.report.internal;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The basis of a rule as people read it. Packs mark in brackets how sure a value is; here the marks
 * are put into words. In Chinese, a remark in English behind the name of the instrument is left
 * out.
 */
final class BasisText {

  private static final Pattern MARK =
      Pattern.compile(" ?\\[(C|C-part|C-|M|U|NOT FOUND)(:[^\\]]*)?\\]");
  private static final Pattern HAN = Pattern.compile("\\p{IsHan}");
  private static final String REMARK = ": ";
  private static final int FIRST_WORDS = 30;

  private final ReportWords words;

  BasisText(ReportWords words) {
    this.words = words;
  }

  String of(String basis) {
    Matcher marks = MARK.matcher(basis);
    StringBuilder sure = new StringBuilder();
    StringBuilder text = new StringBuilder();
    while (marks.find()) {
      marks.appendReplacement(text, "");
      String meaning = meaning(marks.group(1));
      if (sure.indexOf(meaning) < 0) {
        sure.append(meaning);
      }
    }
    marks.appendTail(text);
    return instrument(text.toString()) + sure;
  }

  private String instrument(String text) {
    int colon = text.indexOf(REMARK);
    boolean isForeign =
        words.isChinese()
            && colon > 0
            && HAN.matcher(text.substring(0, colon)).find()
            && !HAN.matcher(remark(text, colon)).find();
    return isForeign ? text.substring(0, colon) : text;
  }

  /** The first words behind the colon: they tell its language. */
  private static String remark(String text, int colon) {
    return text.substring(colon, Math.min(text.length(), colon + FIRST_WORDS));
  }

  private String meaning(String mark) {
    return switch (mark) {
      case "NOT FOUND" -> words.of("（分值未见公布，由当地规定）", " (set locally)");
      case "M" -> words.of("（部分内容未核对原文）", " (in part not checked against the text)");
      case "U" -> words.of("（部分为本规则的约定）", " (in part a convention)");
      default -> "";
    };
  }
}

package io.foodsafety.match;

import java.util.Locale;

/** What can speak for or against two records being one business. */
public enum MatchReason {
  /** Credit codes: one, or two different ones. */
  CREDIT_CODE("统一社会信用代码", "credit code"),
  /** Licence numbers: one in common, or only different ones. */
  LICENCE("许可证编号", "licence number"),
  /** Telephone numbers: one in common, or only different ones. */
  TELEPHONE("联系电话", "telephone"),
  /** How alike the names are. */
  NAME("名称", "name"),
  /** Different numbers in the names, such as those of two branches. */
  NUMBER_IN_NAME("名称中的编号", "number in the name"),
  /** How alike the addresses are. */
  ADDRESS("地址", "address"),
  /** No licence in common and quite different addresses: maybe two premises of one operator. */
  PREMISES("不同场所", "other premises"),
  /** How far they are from each other. */
  LOCATION("位置", "location"),
  /** Divisions: one, or two different ones. */
  DIVISION("行政区划", "division"),
  /** Segments: one, or two different ones. */
  SEGMENT("环节", "segment");

  private final String chinese;
  private final String english;

  MatchReason(String chinese, String english) {
    this.chinese = chinese;
    this.english = english;
  }

  /**
   * The reason for people.
   *
   * @param locale Chinese for any {@code zh}, else English
   * @return its name
   */
  public String text(Locale locale) {
    return locale.getLanguage().equals("zh") ? chinese : english;
  }
}

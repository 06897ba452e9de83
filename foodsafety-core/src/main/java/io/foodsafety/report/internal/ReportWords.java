package io.foodsafety.report.internal;

import io.foodsafety.region.Region;
import java.util.Locale;
import java.util.Optional;

/** The words of reports in one language: those of the region, and our own. */
final class ReportWords {

  private final Optional<Region> region;
  private final Locale locale;

  ReportWords(Optional<Region> region, Locale locale) {
    this.region = region;
    this.locale = locale;
  }

  Locale locale() {
    return locale;
  }

  /** Chooses by language. */
  String of(String chinese, String english) {
    return isChinese() ? chinese : english;
  }

  boolean isChinese() {
    return locale.getLanguage().equals("zh");
  }

  /** The region's name for a code of a kind, or the code itself. */
  String name(String kind, String code) {
    String key = kind + "." + code;
    String name = region.map(known -> known.text(key, locale)).orElse(key);
    return name.equals(key) ? code : name;
  }
}

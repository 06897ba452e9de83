package io.foodsafety.report.internal;

import io.foodsafety.region.Region;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The words of reports in one language: those of the region, and our own. */
final class ReportWords {

  private final Optional<Region> region;
  private final Locale locale;
  private final Map<String, String> names = new ConcurrentHashMap<>();

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
    return names.computeIfAbsent(
        kind + "." + code,
        key -> {
          String name = region.map(known -> known.text(key, locale)).orElse(key);
          return name.equals(key) ? code : name;
        });
  }
}

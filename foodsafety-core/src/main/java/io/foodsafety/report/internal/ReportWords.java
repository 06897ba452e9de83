package io.foodsafety.report.internal;

import io.foodsafety.model.issue.Issue;
import io.foodsafety.region.Region;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

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

  /** What an issue of an assessment says; rules have their names, with their codes in brackets. */
  String message(Issue issue) {
    String text = issue.type().messageTemplate(locale);
    for (Map.Entry<String, String> slot : issue.attributes().entrySet()) {
      boolean isOfRules = slot.getKey().equals("item") || slot.getKey().equals("items");
      text =
          text.replace(
              "{" + slot.getKey() + "}", isOfRules ? rules(slot.getValue()) : slot.getValue());
    }
    return text;
  }

  private String rules(String codes) {
    return Stream.of(codes.split(", "))
        .map(
            code -> {
              String name = name("item", code);
              return name.equals(code) ? code : name + " [" + code + "]";
            })
        .collect(Collectors.joining(of("、", ", ")));
  }
}

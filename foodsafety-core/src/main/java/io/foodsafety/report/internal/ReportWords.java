package io.foodsafety.report.internal;

import io.foodsafety.model.issue.Issue;
import io.foodsafety.region.Region;
import io.foodsafety.risk.PolicyTexts;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The words of reports in one language: those of the region, and our own. */
final class ReportWords {

  private static final String ITEM = "item";

  /** What slots of messages hold whose values have names. */
  private static final Map<String, String> NAMED =
      Map.of("item", ITEM, "items", ITEM, "attribute", "attribute", "kind", "kind");

  private final Optional<Region> region;
  private final PolicyTexts texts;
  private final Locale locale;
  private final Map<String, String> names = new ConcurrentHashMap<>();

  /** The words of a report by a policy. */
  ReportWords(Optional<Region> region, PolicyTexts texts, Locale locale) {
    this.region = region;
    this.texts = texts;
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

  /** The name of a code of a kind: the policy's for its rules, else the region's, or the code. */
  String name(String kind, String code) {
    return names.computeIfAbsent(
        kind + "." + code,
        key -> {
          if (kind.equals(ITEM) && texts.name(code).isPresent()) {
            return texts.name(code).get().in(locale);
          }
          String name = region.map(known -> known.text(key, locale)).orElse(key);
          return name.equals(key) ? code : name;
        });
  }

  /** What an issue of an assessment says; what has a name has it, with its code in brackets. */
  String message(Issue issue) {
    return message(issue, true);
  }

  /** What an issue of an assessment says, by names; codes only of what has none. */
  String plainMessage(Issue issue) {
    return message(issue, false);
  }

  private String message(Issue issue, boolean showsCodes) {
    String text = issue.type().messageTemplate(locale);
    for (Map.Entry<String, String> slot : issue.attributes().entrySet()) {
      String kind = NAMED.get(slot.getKey());
      text =
          text.replace(
              "{" + slot.getKey() + "}",
              kind == null ? slot.getValue() : named(kind, slot.getValue(), showsCodes));
    }
    return text;
  }

  private String named(String kind, String codes, boolean showsCodes) {
    return Stream.of(codes.split(", "))
        .map(
            code -> {
              String name = name(kind, code);
              return name.equals(code) || !showsCodes ? name : name + " [" + code + "]";
            })
        .collect(Collectors.joining(of("、", ", ")));
  }
}

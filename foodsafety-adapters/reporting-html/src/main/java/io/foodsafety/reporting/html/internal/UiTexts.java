package io.foodsafety.reporting.html.internal;

import java.util.Collections;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** The texts of the page's controls in one language. */
final class UiTexts {

  private final Map<String, String> texts;

  private UiTexts(Map<String, String> texts) {
    this.texts = texts;
  }

  /** Chinese for any {@code zh}, else English. */
  static UiTexts in(Locale locale) {
    String file = locale.getLanguage().equals("zh") ? "ui_zh.properties" : "ui_en.properties";
    Map<String, String> texts = new TreeMap<>();
    for (String line : PageAssets.text(file).split("\n")) {
      int equals = line.indexOf('=');
      if (equals > 0) {
        texts.put(line.substring(0, equals), line.substring(equals + 1).strip());
      }
    }
    return new UiTexts(Collections.unmodifiableMap(texts));
  }

  /** All texts by key. */
  Map<String, String> all() {
    return texts;
  }

  String get(String key) {
    return texts.getOrDefault(key, key);
  }
}

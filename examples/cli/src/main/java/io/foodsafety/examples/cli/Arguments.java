package io.foodsafety.examples.cli;

import io.foodsafety.examples.cli.CommonOptions.Language;
import java.util.List;
import java.util.Locale;

/**
 * The common options, looked for in the arguments themselves: they hold also if the arguments are
 * wrong or the run failed.
 *
 * @param json whether problems are NDJSON
 * @param locale the language of messages
 * @param debug whether to show where a fault happened
 */
record Arguments(boolean json, Locale locale, boolean debug) {

  private static final String LANGUAGE = "--lang";

  static Arguments of(List<String> args) {
    int end = args.indexOf("--");
    List<String> options = end < 0 ? args : args.subList(0, end);
    return new Arguments(
        options.contains("--json"), language(options).locale(), options.contains("--debug"));
  }

  private static Language language(List<String> options) {
    Language language = Language.system();
    for (int i = 0; i < options.size(); i++) {
      String option = options.get(i);
      String word = "";
      if (option.startsWith(LANGUAGE + "=")) {
        word = option.substring(LANGUAGE.length() + 1);
      } else if (option.equals(LANGUAGE) && i + 1 < options.size()) {
        word = options.get(i + 1);
      }
      for (Language each : Language.values()) {
        if (each.name().equalsIgnoreCase(word)) {
          language = each;
        }
      }
    }
    return language;
  }

  Problems problems(Console console) {
    return new Problems(new Progress(console.err(), false), json, locale);
  }
}

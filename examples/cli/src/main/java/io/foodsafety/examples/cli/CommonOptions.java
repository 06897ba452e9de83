package io.foodsafety.examples.cli;

import java.util.Locale;
import picocli.CommandLine.Option;

/** Options that every command has. */
final class CommonOptions {

  @Option(names = "--json", description = "Results as NDJSON, problems as NDJSON, no summary.")
  private boolean json;

  @Option(
      names = "--lang",
      paramLabel = "zh|en",
      description = "Language of messages. Default: that of the system.")
  private Language language = Language.system();

  // Read by Arguments: a fault may come before the options are there.
  @SuppressWarnings("unused")
  @Option(names = "--debug", description = "Show where a fault of the program happened.")
  private boolean debug;

  /** A language of messages. */
  enum Language {
    zh(Locale.CHINESE),
    en(Locale.ENGLISH);

    private final Locale locale;

    Language(Locale locale) {
      this.locale = locale;
    }

    Locale locale() {
      return locale;
    }

    static Language system() {
      return Locale.getDefault().getLanguage().equals("zh") ? zh : en;
    }
  }

  Run run(Console console, boolean endsWithReader) {
    return new Run(console, json, language.locale, endsWithReader);
  }
}

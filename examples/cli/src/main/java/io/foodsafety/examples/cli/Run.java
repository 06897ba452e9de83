package io.foodsafety.examples.cli;

import java.io.IOException;
import java.util.Locale;

/** One run of a command: where its result and its problems go, and how long it took. */
final class Run {

  private final Console console;
  private final boolean json;
  private final Locale locale;
  private final ResultStream result;
  private final Progress progress;
  private final Problems problems;
  private final long begin = System.nanoTime();

  Run(Console console, boolean json, Locale locale, boolean endsWithReader) {
    this.console = console;
    this.json = json;
    this.locale = locale;
    this.result = new ResultStream(console.out(), endsWithReader);
    this.progress = new Progress(console.err(), console.terminal());
    this.problems = new Problems(progress, json, locale);
  }

  Console console() {
    return console;
  }

  boolean json() {
    return json;
  }

  Locale locale() {
    return locale;
  }

  ResultStream result() {
    return result;
  }

  Progress progress() {
    return progress;
  }

  Problems problems() {
    return problems;
  }

  /** Chooses by the language of the run. */
  String text(String english, String chinese) {
    return locale.getLanguage().equals("zh") ? chinese : english;
  }

  /** Ends the result and says, unless in JSON, how quick the run was. */
  void close(long records) throws IOException {
    result.flush();
    progress.clear();
    if (!json) {
      double seconds = Math.max(1e-3, (System.nanoTime() - begin) / 1e9);
      progress.problem(
          String.format(
              Locale.ROOT,
              text("%,d records in %.1f s: %,d per second.", "%,d 条记录，%.1f 秒，每秒 %,d 条。"),
              records,
              seconds,
              Math.round(records / seconds)));
    }
  }
}

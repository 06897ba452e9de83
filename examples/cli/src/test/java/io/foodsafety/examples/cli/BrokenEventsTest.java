package io.foodsafety.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A file of trace events in which one line in a hundred is broken: every good line is taken, and
 * every bad one is named with its number, what is wrong, and what to do.
 */
class BrokenEventsTest {

  private static final int LINES = 20_000;

  private static final Pattern ISSUE =
      Pattern.compile(
          "\\{\"type\":\"issue\",\"severity\":\"error\",\"code\":\"([^\"]+)\",\"source\":\"[^\"]+\","
              + "\"line\":(\\d+),\"path\":.*,\"message\":\".+\",\"remedy\":\".+\"}");

  @TempDir Path folder;

  @Test
  void everyBadLineIsNamedAndEveryGoodOneIsTaken() throws IOException {
    Path file = folder.resolve("events.ndjson");
    List<String> expected;
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
      expected = BrokenEvents.write(LINES, 1, out);
    }
    String url = TestFiles.database(folder);

    CommandResult stored = CommandResult.of("import", "--json", "--db", url, file.toString());
    CommandResult gaps = CommandResult.of("gaps", "--json", "--input", file.toString());
    CommandResult gapsStored = CommandResult.of("gaps", "--json", "--db", url);

    assertThat(stored.code()).isEqualTo(1);
    assertThat(named(stored)).containsExactlyInAnyOrderElementsOf(expected);
    assertThat(stored.out())
        .contains(
            "\"recorded\":%d,\"alreadyKnown\":0,\"rejected\":%d,"
                .formatted(LINES - LINES / 100, LINES / 100));
    assertThat(gaps.code()).isEqualTo(1);
    assertThat(named(gaps)).containsExactlyElementsOf(expected);
    assertThat(gapsStored.code()).isZero();
    assertThat(gaps.out()).isEqualTo(gapsStored.out());
  }

  /** What is wrong, as {@code line code}; whatever else was written is there as it is. */
  private static List<String> named(CommandResult result) {
    List<String> named = new ArrayList<>();
    for (String line : result.errLines()) {
      Matcher issue = ISSUE.matcher(line);
      named.add(issue.matches() ? issue.group(2) + " " + issue.group(1) : line);
    }
    return named;
  }
}

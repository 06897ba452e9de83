package io.foodsafety.examples.cli;

import io.foodsafety.model.issue.Issue;
import io.foodsafety.model.issue.Location;
import io.foodsafety.record.ImportIssues;
import io.foodsafety.record.RecordSource;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The files named on the command line; {@code -} is standard input. */
final class Sources {

  static final String STANDARD_INPUT = "-";

  private Sources() {}

  static List<RecordSource> of(List<String> files, @Nullable String format, Console console) {
    List<RecordSource> sources = new ArrayList<>();
    for (String file : files) {
      RecordSource source =
          file.equals(STANDARD_INPUT)
              ? RecordSource.of("standard input", console::in)
              : RecordSource.of(Path.of(file));
      sources.add(format == null ? source : source.withFormat(format));
    }
    return sources;
  }

  /** What is wrong with files that cannot even be opened. */
  static List<Issue> faults(List<String> files) {
    return files.stream()
        .filter(file -> !file.equals(STANDARD_INPUT))
        .flatMap(file -> fault(Path.of(file)).stream())
        .toList();
  }

  private static Optional<Issue> fault(Path file) {
    if (Files.isRegularFile(file) && Files.isReadable(file)) {
      return Optional.empty();
    }
    if (!Files.exists(file)) {
      return Optional.of(issue(file, "there is no such file"));
    }
    if (Files.isDirectory(file)) {
      return Optional.of(issue(file, "it is a folder"));
    }
    // A pipe or a device, such as /dev/stdin, is tried.
    return Files.isReadable(file)
        ? Optional.empty()
        : Optional.of(issue(file, "this user may not read it"));
  }

  private static Issue issue(Path file, String cause) {
    return ImportIssues.UNREADABLE
        .at(new Location(file.toString(), 0, ""))
        .with("source", file)
        .with("cause", cause)
        .with("records", 0)
        .build();
  }
}

package io.foodsafety.model.issue;

import java.util.Objects;

/**
 * Where an issue is: a source, a line in it, and a path inside a document.
 *
 * @param source name of the file or stream, or an empty string when there is none
 * @param line line number from 1, or 0 when there is none
 * @param path path inside the document, as a JSON pointer (RFC 6901), or an empty string
 */
public record Location(String source, int line, String path) {

  private static final Location UNKNOWN = new Location("", 0, "");

  /** Checks the components. */
  public Location {
    Objects.requireNonNull(source, "source");
    Objects.requireNonNull(path, "path");
    if (line < 0) {
      throw new IllegalArgumentException("The line (%d) must not be negative.".formatted(line));
    }
  }

  /**
   * Nowhere in particular: the value came from a call.
   *
   * @return the empty location
   */
  public static Location unknown() {
    return UNKNOWN;
  }

  /**
   * A line of a source.
   *
   * @param source name of the file or stream
   * @param line line number from 1
   * @return the location
   */
  public static Location line(String source, int line) {
    return new Location(source, line, "");
  }

  /**
   * The same place with a path inside the document.
   *
   * @param newPath a JSON pointer, or an empty string
   * @return the location
   */
  public Location withPath(String newPath) {
    return new Location(source, line, newPath);
  }

  /**
   * Shows the place on one line: what would break it is replaced, in names that the input gave too.
   *
   * @return {@code source:line path}, leaving out what is not known
   */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder(source);
    if (line > 0) {
      text.append(':').append(line);
    }
    if (!path.isEmpty()) {
      text.append(text.isEmpty() ? "" : " ").append(path);
    }
    return OneLine.of(text.toString());
  }
}

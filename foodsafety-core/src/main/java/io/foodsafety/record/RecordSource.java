package io.foodsafety.record;

import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A file or stream of records, and how to read it. Immutable. */
public final class RecordSource {

  /** Opens a stream; it is closed by whoever asked for it. */
  @FunctionalInterface
  public interface Opener {

    /**
     * Opens the stream.
     *
     * @return the bytes from the beginning
     * @throws IOException if it cannot be opened
     */
    InputStream open() throws IOException;
  }

  private final String name;
  private final Opener opener;
  private final @Nullable String format;

  private RecordSource(String name, Opener opener, @Nullable String format) {
    this.name = Objects.requireNonNull(name, "name");
    this.opener = Objects.requireNonNull(opener, "opener");
    this.format = format;
  }

  /**
   * A source whose format is found by looking at its first bytes.
   *
   * @param name how messages call it
   * @param opener opens it
   * @return the source
   */
  public static RecordSource of(String name, Opener opener) {
    return new RecordSource(name, opener, null);
  }

  /**
   * A file or pipe whose format is found by looking at its first bytes.
   *
   * @param path the file
   * @return the source
   */
  public static RecordSource of(Path path) {
    return of(path.toString(), () -> open(path));
  }

  /** A channel wants to know its position, which a pipe does not have. */
  private static InputStream open(Path path) throws IOException {
    boolean isSpecial = Files.readAttributes(path, BasicFileAttributes.class).isOther();
    return isSpecial ? new FileInputStream(path.toFile()) : Files.newInputStream(path);
  }

  /**
   * The same source in a format that is named.
   *
   * @param newFormat the format's name, such as {@code ndjson}
   * @return the source
   */
  public RecordSource withFormat(String newFormat) {
    return new RecordSource(name, opener, newFormat);
  }

  /** {@return how messages call it} */
  public String name() {
    return name;
  }

  /** {@return the name of the format, if it was given} */
  public Optional<String> format() {
    return Optional.ofNullable(format);
  }

  /**
   * Opens it.
   *
   * @return the bytes from the beginning
   * @throws IOException if it cannot be opened
   */
  public InputStream open() throws IOException {
    return opener.open();
  }
}

package io.foodsafety.testkit.measure;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Locale;
import java.util.Objects;

/**
 * The figures of a measurement: each is a line that is logged and added to a file, by default
 * {@code target/measurements/NAME.txt} below the folder of the run. A run begins the file anew.
 * Safe for use by many threads.
 */
public final class Figures {

  private static final Path FOLDER = Path.of("target", "measurements");

  private final Path file;
  private final System.Logger logger;

  private Figures(Path file, System.Logger logger) {
    this.file = file;
    this.logger = logger;
  }

  /**
   * Begins the figures of a measurement.
   *
   * @param name its name, such as {@code storage-speed}
   * @return no figures yet
   */
  public static Figures of(String name) {
    return in(FOLDER, name);
  }

  /**
   * Begins the figures of a measurement in a folder.
   *
   * @param folder the folder, made if it is not there
   * @param name its name
   * @return no figures yet
   */
  public static Figures in(Path folder, String name) {
    Path file = folder.resolve(Objects.requireNonNull(name, "name") + ".txt");
    try {
      Files.createDirectories(folder);
      Files.deleteIfExists(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new Figures(file, System.getLogger(Figures.class.getName() + "." + name));
  }

  /**
   * Logs a line and adds it to the file.
   *
   * @param format the line, as {@link String#format} takes it, in the same digits everywhere
   * @param values what stands in it
   */
  public synchronized void add(String format, Object... values) {
    String line = String.format(Locale.ROOT, format, values);
    logger.log(Level.INFO, line);
    try {
      Files.writeString(
          file,
          line + "\n",
          StandardCharsets.UTF_8,
          StandardOpenOption.CREATE,
          StandardOpenOption.APPEND);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** {@return the file that the lines are in} */
  public Path file() {
    return file;
  }
}

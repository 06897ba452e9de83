package io.foodsafety.examples.cli.crash;

import io.foodsafety.examples.cli.Main;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** {@code foodsafety import --ack} in a JVM of its own, and the lines that it has printed. */
final class ChildImport {

  private final Process process;
  private final Path errors;
  private final ByteArrayOutputStream output = new ByteArrayOutputStream();
  private final AtomicInteger lines = new AtomicInteger();
  private final Thread reader;

  private ChildImport(Process process, Path errors) {
    this.process = process;
    this.errors = errors;
    this.reader = new Thread(this::read, "child-output");
    reader.start();
  }

  /** An import with eight writers, whose errors are added to a file in the folder. */
  static ChildImport start(String url, Path file, int batch, Path folder) throws IOException {
    return start(List.of(), url, file, batch, folder);
  }

  /** Likewise, by a command that sets the limits of the process, such as {@code nice}. */
  static ChildImport start(
      List<String> limits, String url, Path file, int batch, Path folder, String... options)
      throws IOException {
    List<String> command = new ArrayList<>(limits);
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-Xmx256m", "-XX:TieredStopAtLevel=1", "-XX:-UsePerfData"));
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), Main.class.getName()));
    command.addAll(List.of("import", "--db", url, "--ack", "--writers", "8"));
    command.addAll(List.of("--batch", String.valueOf(batch)));
    if (url.startsWith("jdbc:postgresql:")) {
      command.addAll(List.of("--user", "postgres"));
    }
    command.addAll(List.of(options));
    command.add(file.toString());
    Path errors = folder.resolve("child-errors.txt");
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.redirectError(ProcessBuilder.Redirect.appendTo(errors.toFile()));
    return new ChildImport(builder.start(), errors);
  }

  private void read() {
    byte[] buffer = new byte[8_192];
    try (InputStream in = process.getInputStream()) {
      for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
        synchronized (output) {
          output.write(buffer, 0, n);
        }
        for (int i = 0; i < n; i++) {
          lines.addAndGet(buffer[i] == '\n' ? 1 : 0);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Waits until so many records are acknowledged, or the child has ended by itself. */
  void awaitAcknowledged(int count) throws InterruptedException {
    while (lines.get() < count && process.isAlive()) {
      Thread.sleep(1);
    }
  }

  /** {@code kill -9}, now. What it has printed before is still read. */
  void kill() throws InterruptedException {
    process.toHandle().destroyForcibly(); // the process itself would close its output unread
    join();
  }

  /** Waits for its end and returns the exit code. */
  int join() throws InterruptedException {
    if (!process.waitFor(5, TimeUnit.MINUTES)) {
      process.destroyForcibly();
      throw new IllegalStateException("The import does not end; see " + errors);
    }
    reader.join();
    return process.exitValue();
  }

  /** The lines of its errors, in the file that it may share with others. */
  List<String> errors() throws IOException {
    return Files.readAllLines(errors);
  }

  /** The records acknowledged, as {@code type id}: whole lines only. */
  List<String> acknowledged() {
    String text = output.toString(StandardCharsets.UTF_8);
    return text.substring(0, text.lastIndexOf('\n') + 1).lines().toList();
  }
}

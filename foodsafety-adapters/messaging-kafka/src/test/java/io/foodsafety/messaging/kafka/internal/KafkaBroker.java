package io.foodsafety.messaging.kafka.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;

/** A real broker on loopback, at ports that were free, whose data outlive its process. */
final class KafkaBroker implements AutoCloseable {

  private static final long LONGEST_START_SECONDS = 90;

  private static KafkaBroker shared;

  private final Path folder;
  private final int port;
  private final int controllerPort;
  private Process process;

  private KafkaBroker(Path folder, int port, int controllerPort) {
    this.folder = folder;
    this.port = port;
    this.controllerPort = controllerPort;
  }

  /** Starts a broker of one's own. */
  static KafkaBroker start() {
    try {
      KafkaBroker broker = atFreePorts(Files.createTempDirectory("foodsafety-kafka"));
      broker.resume();
      return broker;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static KafkaBroker atFreePorts(Path folder) throws IOException {
    try (ServerSocket one = free();
        ServerSocket other = free()) {
      return new KafkaBroker(folder, one.getLocalPort(), other.getLocalPort());
    }
  }

  private static ServerSocket free() throws IOException {
    return new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
  }

  /** The broker of all tests that do not stop it; it ends with this JVM. */
  static synchronized KafkaBroker shared() {
    if (shared == null) {
      shared = start();
      Runtime.getRuntime().addShutdownHook(new Thread(shared::close));
    }
    return shared;
  }

  /** Its address, host and port. */
  String servers() {
    return "127.0.0.1:" + port;
  }

  /** Settings that lead to it, with retries that follow soon. */
  Map<String, String> settings() {
    return Map.of(
        "servers", servers(), "attempts", "3", "retryDelay", "PT0.05S", "session", "PT6S");
  }

  /** Starts the process, and waits until it answers. */
  void resume() {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-Xmx384m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-cp"));
    command.add(System.getProperty("java.class.path"));
    command.add(BrokerMain.class.getName());
    command.addAll(
        List.of(folder.toString(), Integer.toString(port), Integer.toString(controllerPort)));
    try {
      process =
          new ProcessBuilder(command)
              .redirectOutput(folder.resolve("out.txt").toFile())
              .redirectError(folder.resolve("err.txt").toFile())
              .start();
      awaitAnswer();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void awaitAnswer() throws IOException {
    long start = System.nanoTime();
    try (Admin admin =
        Admin.create(
            Map.of(
                AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG,
                servers(),
                AdminClientConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG,
                200))) {
      while (true) {
        try {
          if (!admin.describeCluster().nodes().get(1, TimeUnit.SECONDS).isEmpty()) {
            return;
          }
        } catch (ExecutionException | TimeoutException e) {
          boolean late =
              System.nanoTime() - start > TimeUnit.SECONDS.toNanos(LONGEST_START_SECONDS);
          if (late || !process.isAlive()) {
            throw new IOException(
                "The broker does not answer: " + Files.readString(folder.resolve("err.txt")), e);
          }
        } catch (InterruptedException e) {
          Thread.currentThread().interrupt();
          throw new IOException(e);
        }
      }
    }
  }

  /** Kills the process, as a power failure of its machine would without losing the disk. */
  void kill() {
    end(process.destroyForcibly());
  }

  /** Asks the process to end in order. */
  void terminate() {
    process.destroy();
    end(process);
  }

  private static void end(Process process) {
    try {
      if (!process.waitFor(30, TimeUnit.SECONDS)) {
        process.destroyForcibly().waitFor();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    kill();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path each : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(each);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

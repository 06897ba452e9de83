package io.foodsafety.storage.jdbc.internal;

import io.foodsafety.spi.storage.Storage;
import io.foodsafety.spi.storage.StorageException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A second JVM. What it prints is what the test that started it reads. */
final class ChildProcess {

  static final int RECORDED = 200;

  private ChildProcess() {}

  static Process start(String... arguments) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-Xmx128m", "-cp", System.getProperty("java.class.path")));
    command.add(ChildProcess.class.getName());
    command.addAll(List.of(arguments));
    return new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
  }

  /**
   * {@code open URL}, or {@code record URL PREFIX}, which goes on until it is killed, or {@code
   * close URL PREFIX}, which records {@value #RECORDED} and closes.
   */
  public static void main(String[] arguments) {
    try (Storage storage = Opening.open(Map.of("url", arguments[1], "pool", "2"))) {
      System.out.println("opened");
      int most =
          switch (arguments[0]) {
            case "record" -> Integer.MAX_VALUE;
            case "close" -> RECORDED;
            default -> 0;
          };
      for (int i = 0; i < most; i++) {
        String id = arguments[2] + i;
        Opening.record(storage, id);
        System.out.println(id);
      }
    } catch (StorageException e) {
      System.out.println(e.getMessage());
    }
  }
}

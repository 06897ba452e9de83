package io.foodsafety.examples.cli;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.module.ModuleDescriptor;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** The modules of this build, found by their compiled classes under the root of the source tree. */
final class Reactor {

  /**
   * Modules that must have been found, so that a test never passes because it looked at nothing.
   */
  static final List<String> EXPECTED =
      List.of(
          "benchmarks",
          "examples/cli",
          "examples/custom-adapter",
          "examples/ledger-verifier",
          "examples/newyork",
          "examples/quickstart",
          "foodsafety-adapters/crypto-sm",
          "foodsafety-adapters/documents-pdf",
          "foodsafety-adapters/messaging-kafka",
          "foodsafety-adapters/region-cn",
          "foodsafety-adapters/region-nanchang",
          "foodsafety-adapters/reporting-html",
          "foodsafety-adapters/reporting-xlsx",
          "foodsafety-adapters/storage-jdbc",
          "foodsafety-adapters/testkit",
          "foodsafety-adapters/testkit-rules",
          "foodsafety-core",
          "foodsafety-spi");

  private static final String CLASSES = "target/classes";

  /**
   * One Maven module.
   *
   * @param path its folder, relative to the root, with {@code /} between the names
   * @param classes its compiled main classes
   */
  record Module(String path, Path classes) {

    /** What its {@code module-info.class} says; empty without one. */
    Optional<ModuleDescriptor> descriptor() {
      Path file = classes.resolve("module-info.class");
      if (Files.notExists(file)) {
        return Optional.empty();
      }
      try (InputStream in = Files.newInputStream(file)) {
        return Optional.of(ModuleDescriptor.read(in));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    /** Whether its {@code module-info.java} is annotated with {@code @NullMarked}. */
    boolean isNullMarked() {
      Path file = classes.resolve("module-info.class");
      try {
        // The descriptor does not keep annotations; the name of the type in the class file does.
        return Files.exists(file)
            && Files.readString(file, ISO_8859_1).contains("Lorg/jspecify/annotations/NullMarked;");
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    @Override
    public String toString() {
      return path;
    }
  }

  private Reactor() {}

  /** All modules with compiled classes, by path: those at the root and those one folder below. */
  static List<Module> modules() {
    Path root = root();
    try (Stream<Path> folders = Files.walk(root, 2)) {
      return folders
          .filter(folder -> Files.exists(folder.resolve("pom.xml")))
          .filter(folder -> Files.isDirectory(folder.resolve(CLASSES)))
          .map(folder -> module(root, folder))
          .sorted((a, b) -> a.path().compareTo(b.path()))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The expected modules that have no compiled classes; empty when the whole tree was built. */
  static Set<String> missing() {
    Set<String> missing = new TreeSet<>(EXPECTED);
    modules().forEach(module -> missing.remove(module.path()));
    return missing;
  }

  private static Module module(Path root, Path folder) {
    String path = root.relativize(folder).toString().replace('\\', '/');
    return new Module(path, folder.resolve(CLASSES));
  }

  private static Path root() {
    String root = System.getProperty("foodsafety.root");
    if (root == null) {
      throw new IllegalStateException(
          "The system property foodsafety.root must name the root of the source tree. "
              + "Maybe the test was not started by Maven?");
    }
    return Path.of(root).toAbsolutePath().normalize();
  }
}

package io.foodsafety.examples.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.foodsafety.examples.cli.Reactor.Module;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleDescriptor.Provides;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * A plug-in is found on the module path by {@code provides} and on the class path by {@code
 * META-INF/services}: both must name the same providers in the same order, or a city finds other
 * plug-ins after it moves its jars.
 */
class ServicesAgreeTest {

  private static final List<String> WITH_DESCRIPTOR =
      List.of(
          "examples/newyork",
          "foodsafety-adapters/region-cn",
          "foodsafety-adapters/region-nanchang",
          "foodsafety-adapters/reporting-html",
          "foodsafety-adapters/testkit",
          "foodsafety-core",
          "foodsafety-spi");

  @Test
  void everyModuleOfTheBuildIsLookedAt() {
    assertThat(Reactor.missing()).isEmpty();
    assertThat(Reactor.modules())
        .filteredOn(module -> module.descriptor().isPresent())
        .extracting(Module::path)
        .containsAll(WITH_DESCRIPTOR);
  }

  @TestFactory
  Stream<DynamicTest> providesAndServicesFilesAgree() {
    return Reactor.modules().stream()
        .filter(module -> module.descriptor().isPresent())
        .map(module -> DynamicTest.dynamicTest(module.path(), () -> assertAgree(module)));
  }

  @Test
  void commentsAndBlankLinesOfServicesFilesAreSkipped(@TempDir Path classes) throws IOException {
    Path services = Files.createDirectories(classes.resolve("META-INF/services"));
    Files.writeString(services.resolve("a.Service"), "# why\n\na.First # the first\na.Second\n");

    assertThat(servicesFiles(classes))
        .isEqualTo(Map.of("a.Service", List.of("a.First", "a.Second")));
  }

  private static void assertAgree(Module module) {
    assertThat(servicesFiles(module.classes()))
        .as("META-INF/services of %s, compared with `provides` of its module-info", module)
        .isEqualTo(provides(module.descriptor().orElseThrow()));
  }

  private static Map<String, List<String>> provides(ModuleDescriptor descriptor) {
    Map<String, List<String>> providers = new TreeMap<>();
    for (Provides provides : descriptor.provides()) {
      providers.put(provides.service(), provides.providers());
    }
    return providers;
  }

  private static Map<String, List<String>> servicesFiles(Path classes) {
    Map<String, List<String>> providers = new TreeMap<>();
    Path folder = classes.resolve("META-INF/services");
    if (Files.notExists(folder)) {
      return providers;
    }
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.toList()) {
        providers.put(file.getFileName().toString(), lines(file));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return providers;
  }

  private static List<String> lines(Path servicesFile) throws IOException {
    List<String> names = new ArrayList<>();
    for (String line : Files.readAllLines(servicesFile, UTF_8)) {
      String name = line.replaceFirst("#.*", "").strip();
      if (!name.isEmpty()) {
        names.add(name);
      }
    }
    return names;
  }
}

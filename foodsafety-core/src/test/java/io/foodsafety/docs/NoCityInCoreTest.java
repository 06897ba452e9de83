package io.foodsafety.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A city is data: neither its name nor its code stands in spi or core. */
class NoCityInCoreTest {

  private static final Path ROOT = Path.of(System.getProperty("foodsafety.root"));

  /** The cities whose plans the library implements, and those of the examples. */
  private static final List<String> CITIES =
      List.of(
          "南昌",
          "南通",
          "常州",
          "新北区",
          "江门",
          "鹤山",
          "nanchang",
          "nantong",
          "changzhou",
          "xinbei",
          "jiangmen",
          "heshan",
          "new york",
          "newyork");

  @Test
  void noSourceOfSpiOrCoreNamesACity() throws IOException {
    List<String> names = new ArrayList<>(CITIES);
    names.addAll(divisionsOfPacks());
    assertThat(names).hasSizeGreaterThan(CITIES.size() + 9);
    Map<String, String> found = new TreeMap<>();
    for (String module : List.of("foodsafety-spi", "foodsafety-core")) {
      try (Stream<Path> files = Files.walk(ROOT.resolve(module).resolve("src/main"))) {
        for (Path file : files.filter(Files::isRegularFile).toList()) {
          String text = Files.readString(file).toLowerCase(Locale.ROOT);
          names.stream()
              .filter(text::contains)
              .forEach(name -> found.put(ROOT.relativize(file) + ": " + name, name));
        }
      }
    }
    assertThat(found.keySet()).isEmpty();
  }

  /** Names and codes of the counties and cities in the tables of region packs. */
  private static List<String> divisionsOfPacks() throws IOException {
    List<String> names = new ArrayList<>();
    try (Stream<Path> files = Files.walk(ROOT.resolve("foodsafety-adapters"))) {
      files
          .filter(file -> file.endsWith("divisions.csv"))
          .filter(file -> file.toString().contains("src/main"))
          .forEach(file -> names.addAll(countiesOf(file)));
    }
    return names;
  }

  private static List<String> countiesOf(Path file) {
    List<String> names = new ArrayList<>();
    try {
      for (String line : Files.readAllLines(file, StandardCharsets.UTF_8)) {
        String[] cells = line.split(",");
        if (cells[0].matches("[0-9]{6}")) {
          names.add(cells[1]);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return names;
  }
}

package io.foodsafety.docs;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.foodsafety.fact.FactCatalogue;
import io.foodsafety.model.fact.AttributeDeclaration;
import io.foodsafety.model.fact.FactKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The glossary has a row for everything that the standard catalogue declares. */
class GlossaryTest {

  private static final FactCatalogue CATALOGUE = FactCatalogue.standard();

  private static List<String> rows() throws IOException {
    Path page = Path.of(System.getProperty("foodsafety.root"), "GLOSSARY.md");
    return Files.readAllLines(page, UTF_8).stream().filter(row -> row.startsWith("|")).toList();
  }

  @Test
  void kindsAndTheirAttributesStandTogetherInOrder() throws IOException {
    List<String> rows = rows();
    for (FactKind kind : CATALOGUE.kinds()) {
      int begin = indexOf(rows, "| **`" + kind.name() + "`** |");
      List<String> expected =
          kind.attributes().stream().map(each -> "| | `" + described(each)).toList();
      assertThat(rows.subList(begin + 1, begin + 1 + expected.size()))
          .as("rows of %s", kind.name())
          .zipSatisfy(expected, (row, start) -> assertThat(row).startsWith(start));
    }
  }

  @Test
  void attributesOfBusinessesAreThere() throws IOException {
    List<String> rows = rows();
    assertThat(CATALOGUE.subjectAttributes())
        .allSatisfy(each -> indexOf(rows, "| `" + described(each)));
  }

  private static String described(AttributeDeclaration attribute) {
    return attribute.name()
        + "` "
        + attribute.type().code()
        + attribute.unit().map(unit -> " (" + unit.code() + ")").orElse("")
        + (attribute.required() ? ", required" : "");
  }

  private static int indexOf(List<String> rows, String start) {
    assertThat(rows).as("rows of GLOSSARY.md").anyMatch(row -> row.startsWith(start));
    return rows.indexOf(rows.stream().filter(row -> row.startsWith(start)).findFirst().get());
  }
}

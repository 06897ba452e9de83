package io.foodsafety.docs;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The documents at the root, in docs and in examples hang together. */
class DocumentsTest {

  private static final Path ROOT = Path.of(System.getProperty("foodsafety.root"));
  private static final Pattern LINK = Pattern.compile("]\\(([^)\\s]+)\\)");
  private static final Pattern TEST = Pattern.compile("\\b[A-Z][A-Za-z0-9]*[a-z0-9](Test|IT)\\b");
  private static final Pattern CODE_BLOCK =
      Pattern.compile("^```([^\n]*)\n(.*?)^```$", Pattern.MULTILINE | Pattern.DOTALL);

  @TestFactory
  Stream<DynamicTest> linksLeadSomewhere() {
    return documents().stream()
        .map(
            document ->
                DynamicTest.dynamicTest(
                    ROOT.relativize(document).toString(), () -> checkLinks(document)));
  }

  private static List<Path> documents() {
    List<Path> documents = new ArrayList<>();
    for (Path folder : List.of(ROOT, ROOT.resolve("docs"), ROOT.resolve("docs/decisions"))) {
      try (Stream<Path> files = Files.list(folder)) {
        files.filter(file -> file.toString().endsWith(".md")).sorted().forEach(documents::add);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    try (Stream<Path> files = Files.walk(ROOT.resolve("examples"))) {
      files
          .filter(file -> file.toString().endsWith(".md"))
          .filter(file -> !ROOT.relativize(file).toString().contains("target/"))
          .sorted()
          .forEach(documents::add);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return documents;
  }

  private static void checkLinks(Path document) {
    Matcher links = LINK.matcher(CODE_BLOCK.matcher(read(document)).replaceAll(""));
    while (links.find()) {
      String link = links.group(1);
      if (link.startsWith("https:")) {
        continue;
      }
      String[] parts = link.split("#", 2);
      Path target = parts[0].isEmpty() ? document : document.resolveSibling(parts[0]);
      assertThat(target).as("target of the link (%s)", link).exists();
      if (parts.length > 1) {
        assertThat(anchors(target)).as("anchors for the link (%s)", link).contains(parts[1]);
      }
    }
  }

  /** Anchors of the headings, as GitHub makes them. */
  private static List<String> anchors(Path document) {
    return read(document)
        .lines()
        .filter(line -> line.matches("#{1,6} .*"))
        .map(line -> line.replaceFirst("#+ ", "").toLowerCase(Locale.ROOT))
        .map(line -> line.replaceAll("[^\\p{L}\\p{N} _-]", "").replace(' ', '-'))
        .toList();
  }

  @Test
  void testsThatAreNamedExist() throws IOException {
    List<String> existing;
    try (Stream<Path> files = Files.walk(ROOT)) {
      existing =
          files
              .filter(file -> file.toString().contains("src"))
              .map(file -> file.getFileName().toString())
              .filter(name -> name.endsWith(".java"))
              .map(name -> name.substring(0, name.length() - ".java".length()))
              .toList();
    }

    assertThat(documents())
        .allSatisfy(
            document -> assertThat(existing).as("%s", document).containsAll(testsIn(document)));
  }

  private static List<String> testsIn(Path document) {
    return TEST.matcher(read(document))
        .results()
        .map(MatchResult::group)
        .filter(name -> !name.startsWith("Foo"))
        .toList();
  }

  @Test
  void bothReadmesShowTheSameCode() {
    assertThat(code("README.zh-CN.md").stream().map(DocumentsTest::withoutComments))
        .containsExactlyElementsOf(
            code("README.md").stream().map(DocumentsTest::withoutComments).toList());
  }

  @Test
  void bothReadmesShowTheQuickstartAsItIsCompiled() {
    Path sources = ROOT.resolve("examples/quickstart/src/main/java");
    String compiled = withoutSpace(readAll(sources));
    List<String> shown =
        code("README.md").stream().filter(block -> block.startsWith("java\n")).toList();

    assertThat(shown).isNotEmpty();
    assertThat(shown)
        .allSatisfy(
            block ->
                assertThat(compiled).contains(withoutSpace(block.substring("java\n".length()))));
  }

  private static String withoutSpace(String text) {
    return text.replaceAll("\\s", "");
  }

  private static String readAll(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .filter(file -> file.toString().endsWith(".java"))
          .sorted()
          .map(DocumentsTest::read)
          .reduce("", String::concat);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String withoutComments(String code) {
    return code.replaceAll(" *(#|//) .*", "");
  }

  /** Label and text of each code block. */
  private static List<String> code(String document) {
    return CODE_BLOCK
        .matcher(read(ROOT.resolve(document)))
        .results()
        .map(block -> block.group(1) + "\n" + block.group(2))
        .toList();
  }

  private static String read(Path file) {
    try {
      return Files.readString(file, UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

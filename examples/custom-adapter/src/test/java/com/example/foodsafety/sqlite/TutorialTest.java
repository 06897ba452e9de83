package com.example.foodsafety.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The code in docs/write-an-adapter.md is the code of this module, without the package comment. */
class TutorialTest {

  private static final Path TUTORIAL = Path.of("../../docs/write-an-adapter.md");
  private static final Pattern LISTING =
      Pattern.compile("^```\\w+ (src/\\S+)\\n(.*?)^```$", Pattern.MULTILINE | Pattern.DOTALL);
  private static final int MOST_LINES = 400;

  @Test
  void listsEveryFileAsItIs() throws IOException {
    List<String> listed = new ArrayList<>();
    Matcher listing = LISTING.matcher(Files.readString(TUTORIAL));
    while (listing.find()) {
      listed.add(listing.group(1));
      assertThat(listing.group(2))
          .as(listing.group(1))
          .isEqualTo(Files.readString(Path.of(listing.group(1))));
    }
    assertThat(listed).hasSize(7).contains("src/test/java/" + folder() + "/SqliteStorageTest.java");
  }

  @Test
  void isShort() throws IOException {
    int lines = 0;
    try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        lines +=
            (int) Files.readAllLines(file).stream().map(String::strip).filter(this::isCode).count();
      }
    }
    assertThat(lines).isLessThan(MOST_LINES);
  }

  private boolean isCode(String line) {
    return !line.isEmpty()
        && !line.startsWith("import ")
        && !line.startsWith("package ")
        && !line.startsWith("/*")
        && !line.startsWith("*")
        && !line.startsWith("//");
  }

  private static String folder() {
    return TutorialTest.class.getPackageName().replace('.', '/');
  }
}

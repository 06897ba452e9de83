package io.foodsafety.examples.cli;

import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Path;

/** Files that tests hand to the command line. */
final class TestFiles {

  private TestFiles() {}

  /** A resource of this module's tests. */
  static String resource(String name) {
    URL url = TestFiles.class.getResource("/" + name);
    if (url == null) {
      throw new IllegalArgumentException("There is no resource (%s).".formatted(name));
    }
    try {
      return Path.of(url.toURI()).toString();
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  /** A file of the source tree. */
  static String ofTree(String name) {
    return Path.of(System.getProperty("foodsafety.root", "../..")).resolve(name).toString();
  }

  /** An embedded database in a folder. */
  static String database(Path folder) {
    return "jdbc:h2:file:" + folder.resolve("city");
  }
}

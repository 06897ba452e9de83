package io.foodsafety.examples.cli.crash;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.foodsafety.model.actor.Actor;
import io.foodsafety.model.subject.Subject;
import io.foodsafety.runtime.FoodSafety;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A place that must not be written: one line says so, and nothing there changes. */
class ReadOnlyFolderIT {

  private static final int USAGE = 2;

  /** Takes from the superuser what lets him write everywhere. */
  private static final List<String> WITHOUT_PRIVILEGE =
      List.of("setpriv", "--bounding-set", "-dac_override,-dac_read_search", "--inh-caps", "-all");

  @TempDir private Path outer;
  private Path folder;
  private CrashInput input;

  @BeforeEach
  void makeFolder() throws IOException {
    folder = Files.createDirectory(outer.resolve("place"));
    input = new CrashInput(outer.resolve("input.ndjson"), new Random(3));
  }

  @AfterEach
  void giveBack() throws IOException {
    permit(folder, "rwxr-xr-x");
  }

  @Test
  void aFolderThatIsAFileIsRefused() throws Exception {
    Path file = Files.writeString(outer.resolve("file"), "a file");
    assertRefused(List.of(), file.resolve("city"));
    assertThat(file).hasContent("a file");
  }

  @Test
  void aFolderThatMayOnlyBeReadIsRefused() throws Exception {
    permit(folder, "r-xr-xr-x");
    assertRefused(limits(), folder.resolve("city"));
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void aDatabaseThatMayOnlyBeReadIsRefused() throws Exception {
    String url = "jdbc:h2:file:" + folder.resolve("city");
    try (FoodSafety city = FoodSafety.builder().storage("jdbc", Map.of("url", url)).build()) {
      city.as(Actor.system("test")).subjects().register(Subject.builder("S1", "Kept").build());
    }
    Path file = folder.resolve("city.mv.db");
    byte[] before = Files.readAllBytes(file);
    permit(file, "r--r--r--");
    permit(folder, "r-xr-xr-x");

    assertRefused(limits(), folder.resolve("city"));
    assertThat(file).hasBinaryContent(before);
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files).containsExactly(file);
    }
  }

  /** Permissions bind the superuser only if he gives his privileges away. */
  private static List<String> limits() throws InterruptedException {
    boolean isSuperuser = "root".equals(System.getProperty("user.name"));
    if (isSuperuser) {
      assumeThat(canGiveAway()).as("setpriv of util-linux, for tests run by root").isTrue();
    }
    return isSuperuser ? WITHOUT_PRIVILEGE : List.of();
  }

  private static boolean canGiveAway() throws InterruptedException {
    try {
      return new ProcessBuilder(
                  Stream.concat(WITHOUT_PRIVILEGE.stream(), Stream.of("true")).toList())
              .start()
              .waitFor()
          == 0;
    } catch (IOException e) {
      return false; // there is no such command
    }
  }

  private void assertRefused(List<String> limits, Path database)
      throws IOException, InterruptedException {
    String url = "jdbc:h2:file:" + database;
    ChildImport child = ChildImport.start(limits, url, input.file(), 50, outer, "--lang", "en");
    assertThat(child.join()).isEqualTo(USAGE);
    assertThat(child.acknowledged()).isEmpty();
    assertThat(child.errors())
        .singleElement()
        .asString()
        .startsWith("FS-JDBC-0002 The database (" + url + ") cannot be written: ")
        .contains("may write to the folder and the file");
  }

  private static void permit(Path path, String permissions) throws IOException {
    Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(permissions));
  }
}

package io.foodsafety.examples.cli.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The disk takes no more in the middle of an import: its process may not write a file beyond a
 * size. One line says so, in the language of the user; what was acknowledged is there; with more
 * room the same import stores the rest.
 */
class FullDiskIT {

  /** Blocks of 512 bytes, as POSIX counts them. */
  private static final List<String> TWO_MEGABYTES =
      List.of("sh", "-c", "ulimit -f 4096 && exec \"$@\"", "sh");

  private static final int FAULT = 3;

  @TempDir private Path folder;

  @Test
  void isSaidAndLosesNothing() throws Exception {
    check("en", "The disk of the database (%s) does not take any more: ", "Make room, open")
        .complete(1_000);
  }

  @Test
  void isSaidInChinese() throws Exception {
    check("zh", "数据库（%s）所在磁盘无法继续写入：", "请腾出空间");
  }

  private CrashCheck check(String language, String message, String remedy)
      throws IOException, InterruptedException {
    CrashInput input = new CrashInput(folder.resolve("input.ndjson"), new Random(1));
    Path file = folder.resolve("city");
    String url = "jdbc:h2:file:" + file;
    ChildImport child =
        ChildImport.start(TWO_MEGABYTES, url, input.file(), 50, folder, "--lang", language);

    assertThat(child.join()).isEqualTo(FAULT);
    assertThat(child.errors())
        .singleElement()
        .asString()
        .startsWith("FS-JDBC-0003 ")
        .contains(message.formatted(url), remedy);
    List<String> acknowledged = child.acknowledged();
    assertThat(acknowledged).hasSizeBetween(50, input.size() - 1);
    assertThat(Files.size(folder.resolve("city.mv.db"))).isLessThanOrEqualTo(4096 * 512);

    CrashCheck check = new CrashCheck(url, input);
    check.verify(Set.copyOf(acknowledged));
    return check;
  }
}

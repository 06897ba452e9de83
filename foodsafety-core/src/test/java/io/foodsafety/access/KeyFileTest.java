package io.foodsafety.access;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.foodsafety.spi.crypto.KeyException;
import io.foodsafety.spi.crypto.KeyRing;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeyFileTest {

  private static final byte[] PLACE = "facts/F1".getBytes(UTF_8);

  @TempDir Path folder;
  private Path file;

  @BeforeEach
  void setUp() {
    file = folder.resolve("keys.json");
    KeyFile.create(file);
  }

  @Test
  void onlyItsOwnerMayReadIt() throws IOException {
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r-----"));
    assertThatThrownBy(() -> KeyFile.open(file))
        .isInstanceOf(KeyException.class)
        .hasMessageContaining("mode 600");
  }

  @Test
  void isMadeOnceAndNeverByOpening() {
    assertThatThrownBy(() -> KeyFile.create(file)).isInstanceOf(KeyException.class);
    assertThatThrownBy(() -> KeyFile.open(folder.resolve("none")))
        .isInstanceOf(KeyException.class)
        .hasMessageContaining("does not exist");
    assertThat(folder.resolve("none")).doesNotExist();
  }

  @Test
  void aDestroyedKeyIsGoneFromTheFile() throws IOException {
    try (KeyRing keys = KeyFile.open(file)) {
      String before = Files.readString(file);
      String key = before.substring(before.indexOf("\"key\":\"") + 7).substring(0, 43);
      String first = keys.keys().get(0).id();
      assertThatThrownBy(() -> keys.destroy(first)).hasMessageContaining("current");
      keys.rotate();
      assertThat(Files.readString(file)).contains(key);
      keys.destroy(first);
      assertThat(Files.readString(file)).doesNotContain(key).contains(first, "destroyed");
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
          .isEqualTo("rw-------");
    }
  }

  @Test
  void twoThatUseOneFileSeeEachOther() {
    try (KeyRing one = KeyFile.open(file);
        KeyRing other = KeyFile.open(file)) {
      KeyRing.Wrapped early = one.wrap(PLACE, new byte[32]);
      String fresh = other.rotate();
      KeyRing.Wrapped late = one.wrap(PLACE, new byte[32]);
      assertThat(late.keyId()).isEqualTo(fresh);
      assertThat(other.unwrap(PLACE, early)).isPresent();
      one.destroy(early.keyId());
      assertThat(other.unwrap(PLACE, early)).isEmpty();
    }
  }

  @Test
  void aDamagedFileIsSaidWithoutItsContent() throws IOException {
    Files.writeString(file, Files.readString(file).replace("\"format\":1", "\"format\":2"));
    assertThatThrownBy(() -> KeyFile.open(file))
        .isInstanceOf(KeyException.class)
        .hasNoCause()
        .hasMessageContaining("format 1");
    Files.writeString(file, "{\"cipher\":\"other\",\"format\":1,\"keys\":[]}");
    assertThatThrownBy(() -> KeyFile.open(file)).hasMessageContaining("for the cipher (other)");
  }
}

package io.foodsafety.runtime;

import static io.foodsafety.runtime.Samples.INSPECTOR;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.hash.Hashing;
import io.foodsafety.access.KeyFile;
import io.foodsafety.archive.ArchiveException;
import io.foodsafety.archive.ArchiveHeader;
import io.foodsafety.record.CanonicalJson;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An archive that is not what was written is refused, and nothing of it looks like a city. */
class ArchiveDamageTest {

  private static final String HEADER = "archive.json";
  private static final String FACTS = "collections/facts.ndjson";

  @TempDir private Path folder;

  private WholeCity whole;
  private Path file;
  private ArchiveHeader header;

  @BeforeEach
  void export() {
    Path keys = folder.resolve("keys");
    KeyFile.create(keys);
    whole = new WholeCity(keys);
    file = folder.resolve("city.zip");
    IndexedStorage source = IndexedStorage.empty();
    try (FoodSafety city = whole.open(source.city())) {
      whole.fill(city, source.raw());
      header = city.exportTo(file);
    }
  }

  private Path write(byte[] bytes) throws IOException {
    return Files.write(folder.resolve("changed.zip"), bytes);
  }

  private static void assertRefused(Path archive, String code) {
    assertThatThrownBy(() -> ArchiveHeader.read(archive))
        .isInstanceOf(ArchiveException.class)
        .hasMessageContaining(code);
    IndexedStorage target = IndexedStorage.empty();
    assertThatThrownBy(() -> target.city().importing(archive).build())
        .isInstanceOf(StartupException.class)
        .hasMessageContaining(code);
    target.city().build().close(); // nothing was written: it becomes an empty city
  }

  @Test
  void aFileThatIsNoArchiveIsRefused() throws IOException {
    assertRefused(write("id,name\n1,a\n".getBytes(UTF_8)), "FS-ARCH-0001");
    assertRefused(write(new byte[0]), "FS-ARCH-0001");
    assertRefused(folder.resolve("missing.zip"), "FS-ARCH-0001");
    assertRefused(folder, "FS-ARCH-0001");
    assertRefused(
        zip(Map.of("readme.txt", "a zip of something else".getBytes(UTF_8))), "FS-ARCH-0001");
  }

  @Test
  void aFileThatWasCutOffIsRefused() throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    for (int kept = 1; kept < bytes.length; kept += 1 + bytes.length / 40) {
      assertRefused(write(Arrays.copyOf(bytes, kept)), "FS-ARCH-0001");
    }
    assertRefused(write(Arrays.copyOf(bytes, bytes.length - 1)), "FS-ARCH-0001");
  }

  /** A changed byte is found, unless it is one of the zip's own that says nothing of a part. */
  @Test
  void aChangedByteIsFound() throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    Random random = new Random(5);
    int found = 0;
    for (int i = 0; i < 400; i++) {
      byte[] changed = bytes.clone();
      changed[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
      Path archive = write(changed);
      try {
        assertThat(ArchiveHeader.read(archive)).isEqualTo(header);
      } catch (ArchiveException e) {
        found++;
        assertThat(e.issues().get(0).code()).matches("FS-ARCH-000[123]");
      }
    }
    assertThat(found).isGreaterThan(300);
  }

  @Test
  void aChangedPartOrHeaderIsRefused() throws IOException {
    assertRefused(rewritten(FACTS, text -> text.replace("hotline", "hotlime")), "FS-ARCH-0002");
    assertRefused(rewritten(FACTS, text -> text.substring(text.indexOf('\n') + 1)), "FS-ARCH-0002");
    assertRefused(
        rewritten(HEADER, text -> text.replace("Asia/Shanghai", "Asia/Tokyo")), "FS-ARCH-0002");
    assertRefused(
        rewritten(HEADER, text -> text.replace("\"format\":1", "\"format\":2")), "FS-ARCH-0003");
    assertRefused(rewritten(HEADER, text -> text.replace("foodsafety-city", "x")), "FS-ARCH-0001");
    Map<String, byte[]> parts = parts();
    parts.remove(FACTS);
    assertRefused(zip(parts), "FS-ARCH-0002");
    parts = parts();
    parts.put("collections/more.ndjson", new byte[0]);
    assertRefused(zip(parts), "FS-ARCH-0002");
  }

  @Test
  void aPartThatThisVersionDoesNotKnowIsRefused() throws IOException {
    Map<String, byte[]> parts = parts();
    Map<String, @Nullable Object> fields = fields();
    List<Object> list = new ArrayList<>((List<?>) fields.get("parts"));
    list.add(
        Map.of(
            "kind",
            "collection",
            "name",
            "drones",
            "count",
            BigDecimal.ZERO,
            "sha256",
            Hashing.sha256().hashBytes(new byte[0]).toString()));
    fields.put("parts", list);
    parts.put("collections/drones.ndjson", new byte[0]);
    parts.put(HEADER, sign(fields));
    Path archive = zip(parts);
    assertThatThrownBy(() -> IndexedStorage.empty().city().importing(archive).build())
        .hasMessageContaining("FS-ARCH-0004");
  }

  /** Whoever changes the parts and all checksums is found by the ledger. */
  @Test
  void aForgedArchiveDoesNotBecomeACity() throws IOException {
    Map<String, byte[]> parts = parts();
    String forged = new String(parts.get(FACTS), UTF_8).replaceFirst("hotline", "hotlime");
    parts.put(FACTS, forged.getBytes(UTF_8));
    parts.put(HEADER, sign(withHash(fields(), "facts", parts.get(FACTS))));
    assertDifferent(zip(parts), "FS-LEDG-");

    Map<String, @Nullable Object> fields = fields();
    fields.put("root", "0".repeat(64));
    Map<String, byte[]> other = parts();
    other.put(HEADER, sign(fields));
    assertDifferent(zip(other), "another root");
  }

  private static void assertDifferent(Path archive, String what) {
    IndexedStorage target = IndexedStorage.empty();
    assertThatThrownBy(() -> target.city().importing(archive).build())
        .isInstanceOf(StartupException.class)
        .hasMessageContaining("FS-ARCH-0010")
        .hasMessageContaining(what);
    assertThatThrownBy(() -> target.city().build()).hasMessageContaining("FS-ARCH-0007");
  }

  @Test
  void theFormatIsTheDocumentedOne() throws IOException {
    Map<String, byte[]> parts = parts();
    assertThat(parts.keySet()).contains(FACTS, "logs/ledger.ndjson", HEADER);
    assertThat(new String(parts.get(HEADER), UTF_8)).endsWith("}\n").doesNotContain("\n{");
    String[] facts = new String(parts.get(FACTS), UTF_8).split("\n");
    assertThat(facts)
        .anySatisfy(line -> assertThat(line).startsWith("{\"id\":\"F0\",\"text\":\"{\\\"at\\\":"));
    assertThat(new String(parts.get("logs/ledger.ndjson"), UTF_8))
        .startsWith("{\"position\":1,\"text\":\"{\\\"actor\\\":");
    assertThat(new String(parts.get("collections/unsent.ndjson"), UTF_8))
        .isEqualTo("{\"id\":\"0000000000000000002\",\"base64\":\"e30K/wA=\"}\n");
    assertThat(new String(parts.get("collections/subjects.ndjson"), UTF_8))
        .contains("{\"id\":\"S2\",\"version\":2,\"text\":");
    Map<String, @Nullable Object> fields = CanonicalJson.read(parts.get(HEADER));
    assertThat(fields)
        .containsOnlyKeys(
            "checksum", "digest", "entries", "format", "parts", "root", "size", "type", "zone");
  }

  @Test
  void theArchiveHoldsNoKeyAndNoSealedValue() throws IOException {
    for (byte[] part : parts().values()) {
      assertThat(new String(part, UTF_8)).doesNotContain("Zhang San");
    }
    try (FoodSafety city = FoodSafety.builder().withoutDiscovery().importing(file).build()) {
      assertThat(city.as(INSPECTOR).facts().find("C1").orElseThrow().sealed())
          .containsExactly("reporter");
    }
  }

  private Map<String, byte[]> parts() throws IOException {
    Map<String, byte[]> parts = new LinkedHashMap<>();
    try (InputStream in = Files.newInputStream(file);
        ZipInputStream zip = new ZipInputStream(in)) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        parts.put(entry.getName(), zip.readAllBytes());
      }
    }
    return parts;
  }

  private Path zip(Map<String, byte[]> parts) throws IOException {
    Path archive = folder.resolve("changed.zip");
    try (OutputStream out = Files.newOutputStream(archive);
        ZipOutputStream zip = new ZipOutputStream(out)) {
      for (Map.Entry<String, byte[]> part : parts.entrySet()) {
        zip.putNextEntry(new ZipEntry(part.getKey()));
        zip.write(part.getValue());
        zip.closeEntry();
      }
    }
    return archive;
  }

  private Path rewritten(String part, UnaryOperator<String> change) throws IOException {
    Map<String, byte[]> parts = parts();
    String before = new String(parts.get(part), UTF_8);
    String after = change.apply(before);
    assertThat(after).isNotEqualTo(before);
    parts.put(part, after.getBytes(UTF_8));
    return zip(parts);
  }

  private Map<String, @Nullable Object> fields() throws IOException {
    return new TreeMap<>(CanonicalJson.read(parts().get(HEADER)));
  }

  private static Map<String, @Nullable Object> withHash(
      Map<String, @Nullable Object> fields, String name, byte[] part) {
    List<Object> list = new ArrayList<>();
    for (Object each : (List<?>) fields.get("parts")) {
      Map<String, @Nullable Object> copy = new TreeMap<>();
      ((Map<?, ?>) each).forEach((key, value) -> copy.put(String.valueOf(key), value));
      if (name.equals(copy.get("name"))) {
        copy.put("sha256", Hashing.sha256().hashBytes(part).toString());
      }
      list.add(copy);
    }
    fields.put("parts", list);
    return fields;
  }

  private static byte[] sign(Map<String, @Nullable Object> fields) {
    fields.remove("checksum");
    fields.put("checksum", Hashing.sha256().hashBytes(CanonicalJson.write(fields)).toString());
    return CanonicalJson.write(fields);
  }
}

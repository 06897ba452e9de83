package io.foodsafety.archive.internal;

import com.google.common.hash.Hashing;
import io.foodsafety.archive.ArchiveHeader;
import io.foodsafety.archive.ArchivePart;
import io.foodsafety.archive.ArchivePart.Kind;
import io.foodsafety.ledger.TreeRoot;
import io.foodsafety.record.CanonicalJson;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The header of an archive as canonical JSON, with a checksum over its other fields. */
final class ArchiveJson {

  private static final String TYPE = "foodsafety-city";
  private static final String CHECKSUM = "checksum";
  private static final String COUNT = "count";
  private static final String ENTRIES = "entries";
  private static final String SIZE = "size";

  private ArchiveJson() {}

  static ArchiveHeader header(ZoneId zone, TreeRoot root, long entries, List<ArchivePart> parts) {
    return new ArchiveHeader(zone, root, entries, parts, hash(fields(zone, root, entries, parts)));
  }

  static byte[] write(ArchiveHeader header) {
    Map<String, @Nullable Object> fields =
        fields(header.zone(), header.root(), header.entries(), header.parts());
    fields.put(CHECKSUM, header.checksum());
    return CanonicalJson.write(fields);
  }

  /** The fields; IllegalArgumentException if the bytes are no header of any format. */
  static Map<String, @Nullable Object> fields(byte[] bytes) {
    Map<String, @Nullable Object> fields = new TreeMap<>(CanonicalJson.read(bytes));
    if (!TYPE.equals(fields.get("type"))) {
      throw new IllegalArgumentException("its header has another type");
    }
    return fields;
  }

  static String format(Map<String, @Nullable Object> fields) {
    return String.valueOf(fields.get("format"));
  }

  /**
   * Reads the fields of a header of this format; IllegalArgumentException if they are not whole.
   */
  static ArchiveHeader read(Map<String, @Nullable Object> fields) {
    String checksum = text(fields, CHECKSUM);
    Map<String, @Nullable Object> content = new TreeMap<>(fields);
    content.remove(CHECKSUM);
    if (!checksum.equals(hash(content))) {
      throw new IllegalArgumentException("its header does not have its checksum");
    }
    List<ArchivePart> parts = new ArrayList<>();
    if (fields.get("parts") instanceof List<?> list) {
      for (Object each : list) {
        parts.add(part(each));
      }
    }
    TreeRoot root =
        new TreeRoot(text(fields, "digest"), number(fields, SIZE), text(fields, "root"));
    return new ArchiveHeader(zone(fields), root, number(fields, ENTRIES), parts, checksum);
  }

  private static ZoneId zone(Map<String, @Nullable Object> fields) {
    try {
      return ZoneId.of(text(fields, "zone"));
    } catch (DateTimeException e) {
      throw new IllegalArgumentException("its zone is unknown", e);
    }
  }

  private static ArchivePart part(@Nullable Object json) {
    if (!(json instanceof Map<?, ?> map)) {
      throw new IllegalArgumentException("a part of its header is no object");
    }
    Map<String, @Nullable Object> fields = new TreeMap<>();
    map.forEach((name, value) -> fields.put(String.valueOf(name), value));
    return new ArchivePart(
        Kind.valueOf(text(fields, "kind").toUpperCase(Locale.ROOT)),
        text(fields, "name"),
        number(fields, COUNT),
        text(fields, "sha256"));
  }

  private static Map<String, @Nullable Object> fields(
      ZoneId zone, TreeRoot root, long entries, List<ArchivePart> parts) {
    List<Map<String, @Nullable Object>> list = new ArrayList<>();
    for (ArchivePart part : parts) {
      Map<String, @Nullable Object> fields = new TreeMap<>();
      fields.put("kind", part.kind().name().toLowerCase(Locale.ROOT));
      fields.put("name", part.name());
      fields.put(COUNT, BigDecimal.valueOf(part.count()));
      fields.put("sha256", part.sha256());
      list.add(fields);
    }
    Map<String, @Nullable Object> fields = new TreeMap<>();
    fields.put("type", TYPE);
    fields.put("format", BigDecimal.valueOf(ArchiveHeader.FORMAT));
    fields.put("zone", zone.getId());
    fields.put("digest", root.digest());
    fields.put("root", root.root());
    fields.put(SIZE, BigDecimal.valueOf(root.size()));
    fields.put(ENTRIES, BigDecimal.valueOf(entries));
    fields.put("parts", list);
    return fields;
  }

  private static String hash(Map<String, @Nullable Object> fields) {
    return Hashing.sha256().hashBytes(CanonicalJson.write(fields)).toString();
  }

  private static String text(Map<String, @Nullable Object> fields, String name) {
    if (fields.get(name) instanceof String text) {
      return text;
    }
    throw new IllegalArgumentException("its header has no " + name);
  }

  private static long number(Map<String, @Nullable Object> fields, String name) {
    if (fields.get(name) instanceof BigDecimal number) {
      return number.longValueExact();
    }
    throw new IllegalArgumentException("its header has no " + name);
  }
}

package io.foodsafety.region.internal;

import com.google.common.hash.Hasher;
import com.google.common.hash.Hashing;
import io.foodsafety.model.code.DivisionCode;
import io.foodsafety.model.issue.Location;
import io.foodsafety.region.PackLayer;
import io.foodsafety.region.RegionIssues;
import io.foodsafety.region.internal.PackDocument.DocumentKey;
import io.foodsafety.source.internal.IssueCollector;
import io.foodsafety.source.internal.ObjectReader;
import io.foodsafety.source.internal.SourceNode;
import io.foodsafety.source.internal.SourceReader;
import io.foodsafety.spi.region.RegionPack;
import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads a pack: its manifest, and each file that the manifest names. */
final class PackReader {

  private static final Pattern ID = Pattern.compile("[a-z][a-z0-9-]{1,62}");

  private final AskedPack pack;
  private final IssueCollector issues;
  private final Hasher hasher = Hashing.sha256().newHasher();
  private final Set<String> unreadableTables = new HashSet<>();

  private PackReader(AskedPack pack, IssueCollector issues) {
    this.pack = pack;
    this.issues = issues;
  }

  /** Reads a pack; nothing if its manifest cannot be used. */
  static Optional<Pack> read(AskedPack pack, IssueCollector issues) {
    return issues.attempt(() -> new PackReader(pack, issues).read());
  }

  /** The id and the parent of a pack, whatever else is wrong with it. */
  private Pack read() {
    Location start = new Location(path(RegionPack.MANIFEST), 0, "");
    byte[] bytes = bytes(RegionPack.MANIFEST, start);
    ObjectReader manifest =
        ObjectReader.of(SourceReader.read(bytes, path(RegionPack.MANIFEST), issues), issues);
    String id = manifest.text("pack");
    if (!id.equals(pack.id())) {
      issues.add(
          RegionIssues.OTHER_ID
              .at(manifest.location("pack"))
              .with("manifest", id)
              .with("pack", pack.id())
              .build());
    }
    if (!ID.matcher(id).matches()) {
      issues.add(RegionIssues.BAD_ID.at(manifest.location("pack")).with("pack", id).build());
    }
    manifest.findText("$schema");
    issues.attempt(() -> manifest.get("format"));
    issues.attempt(() -> manifest.findInteger("format", 1, 1));
    String version = issues.attempt(() -> manifest.text("version")).orElse("");
    Optional<String> parent = issues.find(() -> manifest.findText("parent"));
    Optional<ObjectReader> title =
        issues.attempt(() -> ObjectReader.of(manifest.get("title"), issues));
    String zh = title.flatMap(t -> issues.attempt(() -> t.text("zh"))).orElse("");
    String en = title.flatMap(t -> issues.attempt(() -> t.text("en"))).orElse("");
    title.ifPresent(ObjectReader::end);
    Optional<ZoneId> zone =
        issues.find(() -> manifest.find("zone").map(node -> ObjectReader.zone(node, issues)));
    Optional<String> division = issues.find(() -> division(manifest));
    List<Pack.Removal> removals = new ArrayList<>();
    for (SourceNode node : issues.attempt(() -> manifest.list("removes")).orElse(List.of())) {
      issues.attempt(() -> removal(node)).ifPresent(removals::add);
    }
    List<PackDocument> documents = documents(manifest);
    manifest.end();
    PackLayer layer = new PackLayer(pack.id(), parent, version, zh, en, hasher.hash().toString());
    return new Pack(
        layer, manifest.location(), zone, division, documents, unreadableTables, removals);
  }

  private Optional<String> division(ObjectReader manifest) {
    return manifest
        .find("division")
        .map(
            node ->
                ObjectReader.parse(node, "a code of GB/T 2260", DivisionCode::of, issues).value());
  }

  private Pack.Removal removal(SourceNode node) {
    ObjectReader reader = ObjectReader.of(node, issues);
    for (DocumentKind kind : DocumentKind.values()) {
      if (reader.find(kind.code()).isPresent()) {
        String id = reader.text(kind.code());
        reader.end();
        return new Pack.Removal(new DocumentKey(kind, id), node.location());
      }
    }
    throw reader.noneOf(DocumentKind.codes());
  }

  private List<PackDocument> documents(ObjectReader manifest) {
    List<PackDocument> documents = new ArrayList<>();
    Map<String, Location> files = new LinkedHashMap<>();
    for (SourceNode node : issues.attempt(() -> manifest.list("files")).orElse(List.of())) {
      issues
          .attempt(() -> document(node, files))
          .ifPresentOrElse(
              document -> {
                reportOverlap(document, documents);
                documents.add(document);
              },
              () -> addUnreadable(node));
    }
    return documents;
  }

  private void addUnreadable(SourceNode entry) {
    if (entry instanceof SourceNode.ObjectNode described
        && described.members().get("table") instanceof SourceNode.TextNode table) {
      unreadableTables.add(table.value());
    }
  }

  /** Documents take each other's place; a patch lies on top of the table of its own pack. */
  private void reportOverlap(PackDocument document, List<PackDocument> others) {
    for (PackDocument other : others) {
      if (other.key().equals(document.key())
          && other.isPatch() == document.isPatch()
          && other.validity().overlaps(document.validity())) {
        issues.add(
            RegionIssues.OVERLAP
                .at(document.location())
                .with("kind", document.key().kind().code())
                .with("id", document.key().id())
                .with("other", other.location())
                .build());
        return;
      }
    }
  }

  private PackDocument document(SourceNode node, Map<String, Location> files) {
    Optional<ObjectReader> entry =
        node instanceof SourceNode.TextNode
            ? Optional.empty()
            : Optional.of(ObjectReader.of(node, issues));
    String file = entry.map(e -> e.text("file")).orElseGet(() -> ObjectReader.text(node, issues));
    if (files.putIfAbsent(file, node.location()) != null) {
      throw issues.abandon(
          RegionIssues.DUPLICATE_FILE.at(node.location()).with("file", file).build());
    }
    byte[] bytes = bytes(file, node.location());
    hasher.putBytes(file.getBytes(java.nio.charset.StandardCharsets.UTF_8)).putByte((byte) 0);
    DocumentReader reader = new DocumentReader(pack.id(), path(file), bytes, issues);
    return entry.map(reader::described).orElseGet(reader::named);
  }

  private byte[] bytes(String file, Location namedAt) {
    if (file.startsWith("/") || file.contains("\\") || ("/" + file + "/").contains("/../")) {
      throw unreadable(file, namedAt, "the name leads out of the pack");
    }
    try {
      byte[] bytes = pack.read(file, issues);
      hasher.putLong(bytes.length).putBytes(bytes);
      return bytes;
    } catch (NoSuchFileException e) {
      throw unreadable(file, namedAt, "there is no such file");
    } catch (InvalidPathException e) {
      throw unreadable(file, namedAt, "the name cannot be that of a file");
    } catch (IOException e) {
      throw unreadable(file, namedAt, e.getClass().getSimpleName());
    }
  }

  private IssueCollector.Abandoned unreadable(String file, Location namedAt, String fault) {
    return issues.abandon(
        RegionIssues.UNREADABLE_FILE
            .at(namedAt)
            .with("file", file)
            .with("pack", pack.id())
            .with("fault", fault)
            .build());
  }

  private String path(String file) {
    return pack.location() + "/" + file;
  }
}

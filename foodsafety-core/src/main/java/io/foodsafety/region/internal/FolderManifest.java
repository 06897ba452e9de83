package io.foodsafety.region.internal;

import io.foodsafety.model.issue.Location;
import io.foodsafety.region.RegionException;
import io.foodsafety.region.RegionIssues;
import io.foodsafety.source.internal.IssueCollector;
import io.foodsafety.source.internal.ObjectReader;
import io.foodsafety.source.internal.SourceNode;
import io.foodsafety.source.internal.SourceReader;
import io.foodsafety.spi.region.RegionPack;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.Set;

/** Reads the id that a folder's manifest says. */
public final class FolderManifest {

  private FolderManifest() {}

  /** The id; throws with what is wrong if there is none. */
  public static String id(Path manifest) {
    return IssueCollector.read(
        issues ->
            ObjectReader.of(
                    SourceReader.read(bytes(manifest, issues), manifest.toString(), issues), issues)
                .text("pack"),
        RegionException::new);
  }

  /** The files that it names. */
  public static Set<String> files(Path manifest) {
    IssueCollector issues = new IssueCollector();
    Set<String> files = new LinkedHashSet<>();
    issues.attempt(
        () -> {
          ObjectReader reader =
              ObjectReader.of(
                  SourceReader.read(bytes(manifest, issues), manifest.toString(), issues), issues);
          for (SourceNode node : reader.list("files")) {
            SourceNode name =
                node instanceof SourceNode.ObjectNode described
                    ? described.members().getOrDefault("file", node)
                    : node;
            if (name instanceof SourceNode.TextNode text) {
              files.add(text.value());
            }
          }
          return true;
        });
    return files;
  }

  private static byte[] bytes(Path manifest, IssueCollector issues) {
    try {
      return Files.readAllBytes(manifest);
    } catch (IOException e) {
      String fault =
          e instanceof NoSuchFileException ? "there is no such file" : e.getClass().getSimpleName();
      throw issues.abandon(
          RegionIssues.UNREADABLE_FILE
              .at(new Location(manifest.toString(), 0, ""))
              .with("file", RegionPack.MANIFEST)
              .with("pack", String.valueOf(manifest.toAbsolutePath().getParent()))
              .with("fault", fault)
              .build());
    }
  }
}

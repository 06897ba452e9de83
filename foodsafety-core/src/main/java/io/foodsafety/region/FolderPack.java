package io.foodsafety.region;

import io.foodsafety.region.internal.FolderManifest;
import io.foodsafety.spi.region.RegionPack;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** A pack that is a folder, without any Java. Safe for use by many threads. */
public final class FolderPack implements RegionPack {

  private final Path folder;
  private final String id;

  private FolderPack(Path folder, String id) {
    this.folder = folder;
    this.id = id;
  }

  /**
   * A pack in a folder.
   *
   * @param folder the folder that holds {@value RegionPack#MANIFEST}
   * @return the pack, under the id that its manifest says
   * @throws RegionException if the manifest cannot be read or names no id
   */
  public static FolderPack of(Path folder) {
    Objects.requireNonNull(folder, "folder");
    return new FolderPack(folder, FolderManifest.id(folder.resolve(MANIFEST)));
  }

  @Override
  public String id() {
    return id;
  }

  @Override
  public InputStream open(String name) throws IOException {
    Path root = folder.toAbsolutePath().normalize();
    Path file = root.resolve(name).normalize();
    if (!file.startsWith(root) || Files.isDirectory(file)) {
      throw new NoSuchFileException(file.toString());
    }
    return Files.newInputStream(file);
  }

  @Override
  public String location() {
    return folder.toString();
  }

  /**
   * The files that the manifest names, whether they are there or not.
   *
   * @return the names; empty if the manifest has become unreadable
   */
  public Set<String> listedFiles() {
    return FolderManifest.files(folder.resolve(MANIFEST));
  }

  /**
   * The files in the folder, by the names that a manifest would use.
   *
   * @return the names, in their order
   * @throws IOException if the folder cannot be read
   */
  public List<String> files() throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      TreeSet<String> names = new TreeSet<>();
      all.filter(Files::isRegularFile)
          .map(file -> folder.relativize(file).toString().replace('\\', '/'))
          .filter(name -> !name.equals(MANIFEST))
          .forEach(names::add);
      return List.copyOf(names);
    }
  }
}

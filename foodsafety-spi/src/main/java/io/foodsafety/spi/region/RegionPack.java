package io.foodsafety.spi.region;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.NoSuchFileException;

/**
 * A region pack: an id and named resources. The resource {@value #MANIFEST} says what the others
 * are, which version the pack has and on which pack it is built. Safe for use by many threads.
 */
public interface RegionPack {

  /** The resource that every pack has. */
  String MANIFEST = "pack.json";

  /** {@return its id, {@code [a-z][a-z0-9-]{1,62}}} */
  String id();

  /**
   * Opens a resource.
   *
   * @param name its name in the pack, with / between folders
   * @return its bytes, to be closed by the caller
   * @throws NoSuchFileException if there is none
   * @throws IOException if it cannot be read
   */
  InputStream open(String name) throws IOException;

  /** {@return where the pack is, for messages; resources are named behind it} */
  String location();

  /**
   * A pack in the jar of a class, under {@code META-INF/foodsafety/<id>/}.
   *
   * @param id the id of the pack
   * @param anchor a class of that jar
   * @return the pack
   */
  static RegionPack of(String id, Class<?> anchor) {
    return new ClassPathPack(id, anchor);
  }
}

package io.foodsafety.region.internal;

import io.foodsafety.model.issue.Location;
import io.foodsafety.region.RegionIssues;
import io.foodsafety.source.internal.IssueCollector;
import io.foodsafety.spi.region.RegionPack;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.InvalidPathException;
import java.util.Objects;

/**
 * A pack as it is called: the one place at which that is done, for it may be of a plug-in. What it
 * throws without being allowed to becomes an issue and is kept as its cause.
 *
 * @param pack the pack
 * @param id what it says of itself
 * @param location where it says it is
 */
record AskedPack(RegionPack pack, String id, String location) {

  private interface Question<T, E extends Exception> {
    T ask() throws E;
  }

  /** Asks a pack who it is; gives up if it cannot say so. */
  static AskedPack of(RegionPack pack, IssueCollector issues) {
    String name = pack.getClass().getName();
    String id = ask(name, "its id", () -> Objects.requireNonNull(pack.id()), issues);
    String location =
        ask(id, "its location", () -> Objects.requireNonNull(pack.location()), issues);
    return new AskedPack(pack, id, location);
  }

  /** The bytes of a file. */
  byte[] read(String file, IssueCollector issues) throws IOException {
    return ask(
        id,
        "the file (" + file + ")",
        () -> {
          try (InputStream stream = pack.open(file)) {
            return stream.readAllBytes();
          }
        },
        issues);
  }

  private static <T, E extends Exception> T ask(
      String pack, String what, Question<T, E> question, IssueCollector issues) throws E {
    try {
      return question.ask();
    } catch (InvalidPathException e) {
      throw e;
    } catch (RuntimeException | LinkageError e) {
      throw issues.abandon(
          RegionIssues.BROKEN_PACK
              .at(Location.unknown())
              .with("pack", pack)
              .with("what", what)
              .with("fault", e)
              .build(),
          e);
    }
  }
}

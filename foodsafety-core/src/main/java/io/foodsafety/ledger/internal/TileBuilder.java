package io.foodsafety.ledger.internal;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Cuts a growing tree into tiles: of every eighth level, 256 hashes at a time, and the positions of
 * the entries of each tile of leaves. A tile that is not full yet is handed over when that is asked
 * for, and again when it has grown. Used by one thread.
 */
final class TileBuilder {

  /** Takes tiles. */
  interface Sink {

    /** Takes the bytes of a tile. */
    void put(String id, byte[] body);
  }

  /** Of one level, the hashes that fill no tile yet. */
  private static final class Level {
    private long fullTiles;
    private final List<byte[]> rest = new ArrayList<>();
  }

  private final LedgerDigest digest;
  private final Sink sink;
  private final List<Level> levels = new ArrayList<>();
  private final List<Long> positions = new ArrayList<>();
  private long size;

  /** An empty tree. */
  TileBuilder(LedgerDigest digest, Sink sink) {
    this.digest = digest;
    this.sink = sink;
  }

  /** Goes on with a tree of which the tiles are stored. */
  TileBuilder(LedgerDigest digest, Sink sink, long size, Function<String, byte[]> stored) {
    this(digest, sink);
    this.size = size;
    for (long count = size; count > 0; count /= Tiles.WIDTH) {
      Level level = new Level();
      level.fullTiles = count / Tiles.WIDTH;
      int rest = (int) (count % Tiles.WIDTH);
      if (rest > 0) {
        level.rest.addAll(
            Tiles.hashes(stored.apply(Tiles.id(levels.size(), level.fullTiles)), 0, rest));
        if (levels.isEmpty()) {
          Positions known = Tiles.positions(stored.apply(Tiles.positionsId(level.fullTiles)));
          for (int i = 0; i < rest; i++) {
            positions.add(known.at(i));
          }
        }
      }
      levels.add(level);
    }
  }

  /** Adds the next leaf. */
  void add(long position, byte[] leaf) {
    size++;
    positions.add(position);
    add(0, leaf);
  }

  private void add(int number, byte[] hash) {
    if (levels.size() == number) {
      levels.add(new Level());
    }
    Level level = levels.get(number);
    level.rest.add(hash);
    if (level.rest.size() == Tiles.WIDTH) {
      put(number, level);
      byte[] root = digest.root(level.rest);
      level.rest.clear();
      level.fullTiles++;
      if (number == 0) {
        positions.clear();
      }
      add(number + 1, root);
    }
  }

  /** Hands over the tiles that are not full. */
  void flush() {
    for (int number = 0; number < levels.size(); number++) {
      if (!levels.get(number).rest.isEmpty()) {
        put(number, levels.get(number));
      }
    }
  }

  private void put(int number, Level level) {
    ByteArrayOutputStream bytes =
        new ByteArrayOutputStream(level.rest.size() * LedgerDigest.LENGTH);
    level.rest.forEach(bytes::writeBytes);
    sink.put(Tiles.id(number, level.fullTiles), bytes.toByteArray());
    if (number == 0) {
      String ranges =
          Positions.of(positions.stream().mapToLong(Long::longValue).toArray()).toString();
      sink.put(Tiles.positionsId(level.fullTiles), ranges.getBytes(StandardCharsets.UTF_8));
    }
  }

  long size() {
    return size;
  }

  /** The root of all leaves. */
  byte[] root() {
    Optional<byte[]> lower = Optional.empty();
    for (Level level : levels) {
      List<byte[]> nodes = new ArrayList<>(level.rest);
      lower.ifPresent(nodes::add);
      if (!nodes.isEmpty()) {
        lower = Optional.of(digest.root(nodes));
      }
    }
    return lower.orElseGet(digest::hash);
  }
}

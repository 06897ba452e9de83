package io.foodsafety.ledger.internal;

import io.foodsafety.spi.storage.Document;
import io.foodsafety.spi.storage.ReadView;
import io.foodsafety.spi.storage.StorageException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/**
 * The stored tree of the ledger, read in one snapshot. Format 1: of levels 0, 8, 16 …, tiles of up
 * to 256 hashes one after the other under {@code tile/LEVEL/NUMBER} (level counted in eights); for
 * each tile of level 0, the positions of its entries under {@code positions/NUMBER}, as a seal
 * writes them.
 */
final class Tiles implements MerkleTree.Nodes {

  /** Hashes of a full tile. */
  static final int WIDTH = 256;

  private static final int HEIGHT = 8;
  private static final String TILE = "tile/";
  private static final String POSITIONS = "positions/";

  private final ReadView view;
  private final LedgerDigest digest;
  private final Map<String, byte[]> read = new HashMap<>();
  private final Set<String> checked = new HashSet<>();

  Tiles(ReadView view, LedgerDigest digest) {
    this.view = view;
    this.digest = digest;
  }

  static String id(int level, long number) {
    return TILE + level + "/" + number;
  }

  static String positionsId(long number) {
    return POSITIONS + number;
  }

  /** Whether a tree of a size has a document of this id. */
  static boolean has(String id, long size) {
    String number = id.substring(id.lastIndexOf('/') + 1);
    if (!number.matches("\\d{1,18}")) {
      return false;
    }
    long count = size;
    for (int level = 0; count > 0; level++) {
      boolean named =
          id.equals(id(level, Long.parseLong(number)))
              || (level == 0 && id.equals(positionsId(Long.parseLong(number))));
      if (named) {
        return Long.parseLong(number) < (count + WIDTH - 1) / WIDTH;
      }
      count /= WIDTH;
    }
    return false;
  }

  /** Some hashes of a tile; throws StorageException if it has not so many. */
  static List<byte[]> hashes(byte[] tile, int from, int count) {
    if (tile.length < (from + count) * LedgerDigest.LENGTH) {
      throw damaged("a tile is too short");
    }
    List<byte[]> hashes = new ArrayList<>(count);
    for (int i = from; i < from + count; i++) {
      hashes.add(Arrays.copyOfRange(tile, i * LedgerDigest.LENGTH, (i + 1) * LedgerDigest.LENGTH));
    }
    return hashes;
  }

  static Positions positions(byte[] body) {
    try {
      return Positions.parse(new String(body, StandardCharsets.UTF_8));
    } catch (IllegalArgumentException e) {
      throw damaged("positions cannot be read");
    }
  }

  static StorageException damaged(String how) {
    return new StorageException(
        "The tree of the ledger is damaged (%s); ledger verify says more.".formatted(how));
  }

  @Override
  public byte[] node(int level, long index) {
    int inner = level % HEIGHT;
    long first = index << inner;
    byte[] tile = tile(level / HEIGHT, first / WIDTH);
    return digest.root(hashes(tile, (int) (first % WIDTH), 1 << inner));
  }

  /** A tile; a full one is compared with the level above, so that the root vouches for it. */
  private byte[] tile(int level, long number) {
    byte[] tile = body(id(level, number));
    if (tile.length == WIDTH * LedgerDigest.LENGTH && checked.add(id(level, number))) {
      byte[] above = tile(level + 1, number / WIDTH);
      byte[] root = digest.root(hashes(tile, 0, WIDTH));
      if (!Arrays.equals(root, hashes(above, (int) (number % WIDTH), 1).get(0))) {
        throw damaged(id(level, number) + " is not what the level above says");
      }
    }
    return tile;
  }

  byte[] body(String id) {
    return read.computeIfAbsent(
        id,
        any ->
            view.get(Ledger.TREE, id)
                .map(Document::body)
                .orElseThrow(() -> damaged(id + " is missing")));
  }

  /** The number of the leaf of an entry, if the entry is in the tree of this size. */
  OptionalLong index(long position, long size) {
    long low = 0;
    long high = (size - 1) / WIDTH;
    while (low <= high && size > 0) {
      long middle = (low + high) >>> 1;
      Positions known = positions(body(positionsId(middle)));
      if (position < known.first()) {
        high = middle - 1;
      } else if (position > known.last()) {
        low = middle + 1;
      } else {
        Optional<Integer> place = known.indexOf(position);
        return place.isPresent()
            ? OptionalLong.of(middle * WIDTH + place.get()).stream()
                .filter(index -> index < size)
                .findFirst()
            : OptionalLong.empty();
      }
    }
    return OptionalLong.empty();
  }
}

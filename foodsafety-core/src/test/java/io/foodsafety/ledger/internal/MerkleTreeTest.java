package io.foodsafety.ledger.internal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.io.BaseEncoding;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class MerkleTreeTest {

  private static final BaseEncoding HEX = BaseEncoding.base16().lowerCase();
  private static final LedgerDigest SHA_256 = LedgerDigest.sha256();

  /** The inputs of the tests of the reference implementation of RFC 6962. */
  private static final List<String> INPUTS =
      List.of(
          "",
          "00",
          "10",
          "2021",
          "3031",
          "40414243",
          "5051525354555657",
          "606162636465666768696a6b6c6d6e6f");

  /** The roots that the reference implementation gives for the first one to eight of them. */
  private static final List<String> ROOTS =
      List.of(
          "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
          "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
          "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
          "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
          "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
          "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
          "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
          "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328");

  /** Leaves whose tiles are kept in a map. */
  private static final class Grown {
    private final List<byte[]> leaves = new ArrayList<>();
    private final Map<String, byte[]> tiles = new HashMap<>();
    private TileBuilder builder = new TileBuilder(SHA_256, tiles::put);

    void add(byte[] leaf) {
      leaves.add(leaf);
      builder.add(leaves.size() * 3L, leaf);
    }

    /** Forgets what is in memory. */
    void resume() {
      builder.flush();
      builder = new TileBuilder(SHA_256, tiles::put, leaves.size(), tiles::get);
    }

    MerkleTree tree() {
      builder.flush();
      return new MerkleTree(
          SHA_256,
          (level, index) -> {
            int inner = level % 8;
            long first = index << inner;
            return SHA_256.root(
                Tiles.hashes(
                    tiles.get(Tiles.id(level / 8, first / 256)), (int) (first % 256), 1 << inner));
          });
    }
  }

  private static Grown random(int size, Random random) {
    Grown grown = new Grown();
    for (int i = 0; i < size; i++) {
      byte[] leaf = new byte[32];
      random.nextBytes(leaf);
      grown.add(leaf);
      if (random.nextInt(100) == 0) {
        grown.resume();
      }
    }
    return grown;
  }

  @Test
  void rootsAreThoseOfTheReferenceImplementation() {
    Grown grown = new Grown();
    for (int i = 0; i < INPUTS.size(); i++) {
      grown.add(SHA_256.hash(new byte[] {0}, HEX.decode(INPUTS.get(i))));
      assertThat(HEX.encode(grown.tree().root(i + 1))).isEqualTo(ROOTS.get(i));
      assertThat(HEX.encode(grown.builder.root())).isEqualTo(ROOTS.get(i));
    }
    assertThat(HEX.encode(grown.tree().root(0)))
        .isEqualTo("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
  }

  @Test
  void aLeafIsHashedWithItsPosition() {
    assertThat(SHA_256.leaf(258, "x".getBytes(UTF_8)))
        .isEqualTo(SHA_256.hash(new byte[] {0, 0, 0, 0, 0, 0, 0, 1, 2, 'x'}));
  }

  /** The tiles against the plain recursion over all leaves. */
  @Test
  void tilesGiveTheRootsOfThePlainDefinition() {
    for (int seed = 0; seed < 20; seed++) {
      Random random = new Random(seed);
      Grown grown = random(1 + random.nextInt(3_000), random);
      MerkleTree tree = grown.tree();
      assertThat(grown.builder.root()).isEqualTo(SHA_256.root(grown.leaves));
      for (int i = 0; i < 20; i++) {
        int size = 1 + random.nextInt(grown.leaves.size());
        assertThat(tree.root(size))
            .as("seed %d, size %d", seed, size)
            .isEqualTo(SHA_256.root(grown.leaves.subList(0, size)));
      }
    }
  }

  @Test
  void aTreeOfThreeLevelsOfTilesIsResumed() {
    Grown grown = random(66_000, new Random(1));
    assertThat(grown.tiles).containsKeys("tile/2/0", "tile/1/1", "tile/0/257", "positions/257");
    grown.resume();
    assertThat(grown.builder.root()).isEqualTo(SHA_256.root(grown.leaves));
    assertThat(grown.tree().root(65_537)).isEqualTo(SHA_256.root(grown.leaves.subList(0, 65_537)));
  }

  /** Paths by the definitions of RFC 9162 § 2.1.3.1 and § 2.1.4.1, over all leaves. */
  @Test
  void pathsAreThoseOfThePlainDefinition() {
    for (int seed = 0; seed < 20; seed++) {
      Random random = new Random(seed);
      Grown grown = random(1 + random.nextInt(700), random);
      MerkleTree tree = grown.tree();
      for (int i = 0; i < 20; i++) {
        int size = 1 + random.nextInt(grown.leaves.size());
        int part = 1 + random.nextInt(size);
        List<byte[]> leaves = grown.leaves.subList(0, size);
        assertThat(tree.inclusion(part - 1L, size))
            .containsExactlyElementsOf(path(part - 1, leaves));
        assertThat(tree.consistency(part, size))
            .containsExactlyElementsOf(subProof(part, leaves, true));
      }
    }
  }

  private static int split(int count) {
    int half = 1;
    while (half * 2 < count) {
      half *= 2;
    }
    return half;
  }

  private static List<byte[]> path(int index, List<byte[]> leaves) {
    if (leaves.size() == 1) {
      return List.of();
    }
    int half = split(leaves.size());
    List<byte[]> left = leaves.subList(0, half);
    List<byte[]> right = leaves.subList(half, leaves.size());
    return index < half ? plus(path(index, left), right) : plus(path(index - half, right), left);
  }

  private static List<byte[]> subProof(int first, List<byte[]> leaves, boolean known) {
    if (first == leaves.size()) {
      return known ? List.of() : List.of(SHA_256.root(leaves));
    }
    int half = split(leaves.size());
    List<byte[]> left = leaves.subList(0, half);
    List<byte[]> right = leaves.subList(half, leaves.size());
    return first <= half
        ? plus(subProof(first, left, known), right)
        : plus(subProof(first - half, right, false), left);
  }

  private static List<byte[]> plus(List<byte[]> path, List<byte[]> leaves) {
    List<byte[]> longer = new ArrayList<>(path);
    longer.add(SHA_256.root(leaves));
    return longer;
  }

  @Test
  void anIdBelongsToATreeOfItsSize() {
    assertThat(Tiles.has("tile/0/0", 1)).isTrue();
    assertThat(Tiles.has("tile/0/1", 256)).isFalse();
    assertThat(Tiles.has("tile/0/1", 257)).isTrue();
    assertThat(Tiles.has("positions/1", 257)).isTrue();
    assertThat(Tiles.has("tile/1/0", 255)).isFalse();
    assertThat(Tiles.has("tile/1/0", 256)).isTrue();
    assertThat(Tiles.has("tile/0/00", 300)).isFalse();
    assertThat(Tiles.has("tile/0/x", 300)).isFalse();
    assertThat(Tiles.has("anything", 300)).isFalse();
  }
}

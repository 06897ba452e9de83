package io.foodsafety.ledger.internal;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * The Merkle tree of RFC 9162 § 2.1 (that of RFC 6962) over nodes that are looked up: roots and
 * proofs take a number of look-ups in proportion to the logarithm of the size.
 */
final class MerkleTree {

  /** Looks up the roots of complete subtrees. */
  interface Nodes {

    /**
     * The root of the leaves from {@code index << level}, {@code 1 << level} of them.
     *
     * @param level from 0, the leaves
     * @param index from 0
     * @return the hash
     */
    byte[] node(int level, long index);
  }

  private final LedgerDigest digest;
  private final Nodes nodes;

  MerkleTree(LedgerDigest digest, Nodes nodes) {
    this.digest = digest;
    this.nodes = nodes;
  }

  /** The root of the first leaves. */
  byte[] root(long size) {
    return size == 0 ? digest.hash() : range(0, size);
  }

  /** The inclusion path of a leaf in the tree of the first leaves (RFC 9162 § 2.1.3.1). */
  List<byte[]> inclusion(long index, long size) {
    List<byte[]> path = new ArrayList<>();
    long from = 0;
    long to = size;
    while (to - from > 1) {
      long middle = from + split(to - from);
      if (index < middle) {
        path.add(range(middle, to));
        to = middle;
      } else {
        path.add(range(from, middle));
        from = middle;
      }
    }
    Collections.reverse(path);
    return path;
  }

  /** The consistency path between two sizes, the first at least 1 (RFC 9162 § 2.1.4.1). */
  List<byte[]> consistency(long first, long second) {
    List<byte[]> path = new ArrayList<>();
    long from = 0;
    long to = second;
    while (first != to) {
      long middle = from + split(to - from);
      if (first <= middle) {
        path.add(range(middle, to));
        to = middle;
      } else {
        path.add(range(from, middle));
        from = middle;
      }
    }
    if (from > 0) { // else the verifier knows it: the root of the first leaves
      path.add(range(from, to));
    }
    Collections.reverse(path);
    return path;
  }

  private byte[] range(long from, long to) {
    long count = to - from;
    if (Long.bitCount(count) == 1) {
      int level = Long.numberOfTrailingZeros(count);
      return nodes.node(level, from >>> level);
    }
    long middle = from + split(count);
    return digest.node(range(from, middle), range(middle, to));
  }

  /** The greatest power of two below a count of at least 2. */
  private static long split(long count) {
    return Long.highestOneBit(count - 1);
  }
}

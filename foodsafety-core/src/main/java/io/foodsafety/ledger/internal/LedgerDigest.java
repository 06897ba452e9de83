package io.foodsafety.ledger.internal;

import com.google.common.hash.HashCode;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import java.util.function.Supplier;

/**
 * The hash function of a ledger, 32 bytes long, and the nodes of a Merkle tree by RFC 9162 § 2.1.1
 * made with it: a leaf begins with a zero byte, an inner node with a one. Immutable; safe for use
 * by many threads.
 */
public final class LedgerDigest {

  /** The length of a hash in bytes. */
  public static final int LENGTH = 32;

  /** The name of the hash function unless another is chosen. */
  public static final String STANDARD = "SHA-256";

  private static final byte[] LEAF = {0};
  private static final byte[] NODE = {1};

  private final String algorithm;
  private final Supplier<MessageDigest> maker;

  private LedgerDigest(String algorithm, Supplier<MessageDigest> maker) {
    this.algorithm = algorithm;
    this.maker = maker;
  }

  /**
   * A hash function.
   *
   * @param algorithm its name, such as {@code SM3}
   * @param maker makes one that is ready for use
   * @return the hash function
   * @throws IllegalArgumentException if its hashes have not {@value #LENGTH} bytes
   */
  public static LedgerDigest of(String algorithm, Supplier<MessageDigest> maker) {
    LedgerDigest digest = new LedgerDigest(algorithm, maker);
    if (digest.hash().length != LENGTH) {
      throw new IllegalArgumentException(
          "A hash of the ledger must have %d bytes; those of (%s) have not."
              .formatted(LENGTH, algorithm));
    }
    return digest;
  }

  /** {@return SHA-256} */
  public static LedgerDigest sha256() {
    return new LedgerDigest(STANDARD, LedgerDigest::newSha256);
  }

  private static MessageDigest newSha256() {
    try {
      return MessageDigest.getInstance(STANDARD);
    } catch (NoSuchAlgorithmException e) { // every Java platform has it
      throw new IllegalStateException(e);
    }
  }

  /** {@return the name, such as {@code SHA-256}} */
  public String algorithm() {
    return algorithm;
  }

  /** The hash of some bytes, one after the other. */
  byte[] hash(byte[]... parts) {
    MessageDigest digest = maker.get();
    for (byte[] part : parts) {
      digest.update(part);
    }
    return digest.digest();
  }

  /** The hash of some bytes in hexadecimal. */
  String text(byte[] bytes) {
    return HashCode.fromBytes(hash(bytes)).toString();
  }

  /** The leaf of an entry: its data are the position as eight bytes and the stored bytes. */
  byte[] leaf(long position, byte[] body) {
    byte[] place = new byte[Long.BYTES];
    for (int i = 0; i < Long.BYTES; i++) {
      place[i] = (byte) (position >>> (56 - 8 * i));
    }
    return hash(LEAF, place, body);
  }

  byte[] node(byte[] left, byte[] right) {
    return hash(NODE, left, right);
  }

  /** The root of a tree with these nodes, of any number, in the place of leaves. */
  byte[] root(List<byte[]> nodes) {
    if (nodes.isEmpty()) {
      return hash();
    }
    if (nodes.size() == 1) {
      return nodes.get(0);
    }
    int left = Integer.highestOneBit(nodes.size() - 1);
    return node(root(nodes.subList(0, left)), root(nodes.subList(left, nodes.size())));
  }
}

package io.foodsafety.ledger.internal;

import com.google.common.hash.HashCode;
import io.foodsafety.spi.storage.LogEntry;
import java.io.ByteArrayOutputStream;
import java.util.Base64;
import java.util.List;

/**
 * The hashes of the entries of a seal, one after the other: of each, the hash of a zero byte, the
 * position as eight bytes and the stored bytes, which is the leaf of a Merkle tree by RFC 6962.
 * Immutable.
 */
final class Leaves {

  private static final int LENGTH = LedgerDigest.LENGTH;

  private final byte[] bytes;

  private Leaves(byte[] bytes) {
    this.bytes = bytes;
  }

  static Leaves of(List<LogEntry> entries, LedgerDigest digest) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(entries.size() * LENGTH);
    entries.forEach(entry -> bytes.writeBytes(digest.leaf(entry.position(), entry.body())));
    return new Leaves(bytes.toByteArray());
  }

  /** Reads Base64; throws IllegalArgumentException for anything else. */
  static Leaves parse(String text) {
    byte[] bytes = Base64.getDecoder().decode(text);
    if (bytes.length % LENGTH != 0) {
      throw new IllegalArgumentException("The leaves are not whole.");
    }
    return new Leaves(bytes);
  }

  static HashCode hash(LogEntry entry, LedgerDigest digest) {
    return hash(entry.position(), entry.body(), digest);
  }

  static HashCode hash(long position, byte[] body, LedgerDigest digest) {
    return HashCode.fromBytes(digest.leaf(position, body));
  }

  int count() {
    return bytes.length / LENGTH;
  }

  HashCode at(int index) {
    byte[] leaf = new byte[LENGTH];
    System.arraycopy(bytes, index * LENGTH, leaf, 0, LENGTH);
    return HashCode.fromBytes(leaf);
  }

  /** {@return the hashes in Base64} */
  @Override
  public String toString() {
    return Base64.getEncoder().encodeToString(bytes);
  }
}

package io.foodsafety.ledger.internal;

import com.google.common.hash.HashCode;
import com.google.common.hash.Hasher;
import com.google.common.hash.Hashing;
import io.foodsafety.spi.storage.LogEntry;
import java.io.ByteArrayOutputStream;
import java.util.Base64;
import java.util.List;

/**
 * The hashes of the entries of a seal, one after the other: of each, SHA-256 of a zero byte, the
 * position as eight bytes and the stored bytes, which is the leaf of a Merkle tree by RFC 6962.
 * Immutable.
 */
final class Leaves {

  private static final int LENGTH = 32;

  private final byte[] bytes;

  private Leaves(byte[] bytes) {
    this.bytes = bytes;
  }

  static Leaves of(List<LogEntry> entries) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(entries.size() * LENGTH);
    entries.forEach(entry -> bytes.writeBytes(hash(entry.position(), entry.body()).asBytes()));
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

  static HashCode hash(long position, byte[] body) {
    Hasher hasher = Hashing.sha256().newHasher(9 + body.length);
    hasher.putByte((byte) 0);
    for (int shift = 56; shift >= 0; shift -= 8) {
      hasher.putByte((byte) (position >>> shift));
    }
    return hasher.putBytes(body).hash();
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

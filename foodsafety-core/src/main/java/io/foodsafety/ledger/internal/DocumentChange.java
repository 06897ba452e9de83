package io.foodsafety.ledger.internal;

import com.google.common.io.BaseEncoding;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * What a ledger entry says about a document, as bytes whose order is that of collection, id (both
 * by code point, which is the order of UTF-8) and position.
 *
 * @param collection the collection
 * @param id the document's id
 * @param position the entry's position
 * @param version the version stored or deleted
 * @param hash the hash of the bytes stored, in hexadecimal; nothing for a deletion
 */
record DocumentChange(
    String collection, String id, long position, long version, Optional<String> hash) {

  private static final BaseEncoding HEXADECIMAL = BaseEncoding.base16().lowerCase();
  private static final int TAIL = 8 + 8 + 1 + 32;

  static DocumentChange of(long position, EntryBody entry) {
    return new DocumentChange(
        entry.collection(), entry.id(), position, entry.version(), entry.hash());
  }

  byte[] encode() {
    byte[] names = (collection + '\0' + id + '\0').getBytes(StandardCharsets.UTF_8);
    return ByteBuffer.allocate(names.length + TAIL)
        .put(names)
        .putLong(position)
        .putLong(version)
        .put((byte) (hash.isPresent() ? 1 : 0))
        .put(hash.map(DocumentChange::bytes).orElseGet(() -> new byte[32]))
        .array();
  }

  /** The bytes of a hash; a text that is none gives zeros, which no document has. */
  private static byte[] bytes(String hash) {
    return hash.length() == 64 && HEXADECIMAL.canDecode(hash)
        ? HEXADECIMAL.decode(hash)
        : new byte[32];
  }

  static DocumentChange decode(byte[] bytes) {
    int end = bytes.length - TAIL;
    String names = new String(bytes, 0, end - 1, StandardCharsets.UTF_8);
    int split = names.indexOf('\0');
    ByteBuffer tail = ByteBuffer.wrap(bytes, end, TAIL);
    long position = tail.getLong();
    long version = tail.getLong();
    boolean put = tail.get() == 1;
    byte[] hash = new byte[32];
    tail.get(hash);
    return new DocumentChange(
        names.substring(0, split),
        names.substring(split + 1),
        position,
        version,
        put ? Optional.of(HEXADECIMAL.encode(hash)) : Optional.empty());
  }

  boolean isAbout(String otherCollection, String otherId) {
    return collection.equals(otherCollection) && id.equals(otherId);
  }
}

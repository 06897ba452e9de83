package io.foodsafety.ledger.internal;

import io.foodsafety.model.actor.Actor;
import io.foodsafety.record.CanonicalJson;
import io.foodsafety.spi.storage.LogEntry;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A link of the chain: the hashes of a block of consecutive entries, and the hash of the seal
 * before. Stored as canonical JSON, format 1:
 *
 * <pre>
 * format     1
 * number     1, 2, 3 …
 * previous   hash of the seal before, 64 hexadecimal digits; zeros for the first
 * positions  positions of the entries, such as "1-17,19-1000", for positions may have gaps
 * leaves     Base64 of 32 bytes for each entry: the hash of a zero byte, the position as eight bytes,
 *            the stored bytes (the leaf of a Merkle tree by RFC 6962)
 * at, actor  when and by whom it was sealed
 * hash       the hash of the canonical JSON of all other fields
 * </pre>
 *
 * Hashes are SHA-256, or those of the hash function that the city was made with.
 *
 * @param number its place in the chain, from 1
 * @param previous the hash of the seal before
 * @param positions the positions of the entries, growing, at least one
 * @param leaves the hash of each entry
 * @param at when it was made
 * @param actor by whom
 * @param hash the hash that it carries
 */
record Seal(
    long number,
    String previous,
    Positions positions,
    Leaves leaves,
    String at,
    String actor,
    String hash) {

  /** Most entries of a seal. */
  static final int MAX_ENTRIES = 1_000;

  /** What the first seal has in the place of the hash of a seal before. */
  static final String NO_HASH = "0".repeat(64);

  private static final int FORMAT = 1;

  /** The next seal after another, or the first. */
  static Seal next(
      Optional<Seal> last, List<LogEntry> entries, Instant at, Actor actor, LedgerDigest digest) {
    Seal unsigned =
        new Seal(
            last.map(Seal::number).orElse(0L) + 1,
            last.map(Seal::hash).orElse(NO_HASH),
            Positions.of(entries.stream().mapToLong(LogEntry::position).toArray()),
            Leaves.of(entries, digest),
            at.toString(),
            actor.toString(),
            "");
    return unsigned.withHash(unsigned.contentHash(digest));
  }

  private Seal withHash(String newHash) {
    return new Seal(number, previous, positions, leaves, at, actor, newHash);
  }

  /** The hash that it should carry. */
  String contentHash(LedgerDigest digest) {
    return digest.text(CanonicalJson.write(content()));
  }

  private Map<String, @Nullable Object> content() {
    Map<String, @Nullable Object> fields = new TreeMap<>();
    fields.put("format", BigDecimal.valueOf(FORMAT));
    fields.put("number", BigDecimal.valueOf(number));
    fields.put("previous", previous);
    fields.put("positions", positions.toString());
    fields.put("leaves", leaves.toString());
    fields.put("at", at);
    fields.put("actor", actor);
    return fields;
  }

  byte[] encode() {
    Map<String, @Nullable Object> fields = content();
    fields.put("hash", hash);
    return CanonicalJson.write(fields);
  }

  /** Reads a seal; nothing if the bytes are not one of this format. */
  static Optional<Seal> decode(byte[] bytes) {
    try {
      Map<String, @Nullable Object> fields = CanonicalJson.read(bytes);
      Seal seal =
          new Seal(
              number(fields, "number"),
              text(fields, "previous"),
              Positions.parse(text(fields, "positions")),
              Leaves.parse(text(fields, "leaves")),
              text(fields, "at"),
              text(fields, "actor"),
              text(fields, "hash"));
      boolean whole = seal.leaves.count() == seal.positions.count();
      return whole && number(fields, "format") == FORMAT ? Optional.of(seal) : Optional.empty();
    } catch (IllegalArgumentException | ArithmeticException e) {
      return Optional.empty();
    }
  }

  private static String text(Map<String, @Nullable Object> fields, String name) {
    if (fields.get(name) instanceof String text) {
      return text;
    }
    throw new IllegalArgumentException("The seal has no (%s).".formatted(name));
  }

  private static long number(Map<String, @Nullable Object> fields, String name) {
    if (fields.get(name) instanceof BigDecimal number) {
      return number.longValueExact();
    }
    throw new IllegalArgumentException("The seal has no (%s).".formatted(name));
  }
}

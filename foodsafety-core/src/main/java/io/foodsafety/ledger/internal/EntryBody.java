package io.foodsafety.ledger.internal;

import io.foodsafety.model.actor.Actor;
import io.foodsafety.record.CanonicalJson;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a ledger entry says. Stored as canonical JSON, format 1: {@code actor, at, collection, hash,
 * id, op, version}.
 *
 * @param actor who made the change, as {@code person:id} or {@code system:name}
 * @param at when, by the city's clock
 * @param put whether the document was stored; otherwise it was deleted
 * @param collection the document's collection
 * @param id the document's id
 * @param version the version that was stored or deleted
 * @param hash the hash of the bytes that were stored, in hexadecimal; nothing for a deletion
 */
record EntryBody(
    String actor,
    String at,
    boolean put,
    String collection,
    String id,
    long version,
    Optional<String> hash) {

  private static final String PUT = "put";
  private static final String DELETE = "delete";

  static EntryBody put(
      Actor actor, Instant at, String collection, String id, long version, String hash) {
    return new EntryBody(
        actor.toString(), at.toString(), true, collection, id, version, Optional.of(hash));
  }

  static EntryBody delete(Actor actor, Instant at, String collection, String id, long version) {
    return new EntryBody(
        actor.toString(), at.toString(), false, collection, id, version, Optional.empty());
  }

  byte[] encode() {
    Map<String, @Nullable Object> fields = new HashMap<>();
    fields.put("actor", actor);
    fields.put("at", at);
    fields.put("op", put ? PUT : DELETE);
    fields.put("collection", collection);
    fields.put("id", id);
    fields.put("version", BigDecimal.valueOf(version));
    fields.put("hash", hash.orElse(null));
    return CanonicalJson.write(fields);
  }

  /** Reads an entry; nothing if the bytes are not one. */
  static Optional<EntryBody> decode(byte[] bytes) {
    try {
      Map<String, @Nullable Object> fields = CanonicalJson.read(bytes);
      String op = text(fields, "op");
      if (!op.equals(PUT) && !op.equals(DELETE)) {
        return Optional.empty();
      }
      boolean put = op.equals(PUT);
      return Optional.of(
          new EntryBody(
              text(fields, "actor"),
              text(fields, "at"),
              put,
              text(fields, "collection"),
              text(fields, "id"),
              version(fields),
              put ? Optional.of(text(fields, "hash")) : Optional.empty()));
    } catch (IllegalArgumentException | ArithmeticException e) {
      return Optional.empty();
    }
  }

  private static String text(Map<String, @Nullable Object> fields, String name) {
    if (fields.get(name) instanceof String text) {
      return text;
    }
    throw new IllegalArgumentException("The entry has no (%s).".formatted(name));
  }

  private static long version(Map<String, @Nullable Object> fields) {
    if (fields.get("version") instanceof BigDecimal version) {
      return version.longValueExact();
    }
    throw new IllegalArgumentException("The entry has no version.");
  }
}

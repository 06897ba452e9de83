package io.foodsafety.runtime.internal;

import io.foodsafety.access.Look;
import io.foodsafety.access.SealedValue;
import io.foodsafety.record.CanonicalJson;
import io.foodsafety.spi.storage.Document;
import io.foodsafety.spi.storage.StorageException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Looks as documents: canonical JSON, {@code actor, at, attributes, fact, purpose}. */
final class StoredLook {

  private StoredLook() {}

  static byte[] body(Look look) {
    Map<String, @Nullable Object> attributes = new TreeMap<>();
    look.attributes()
        .forEach((name, state) -> attributes.put(name, state.name().toLowerCase(Locale.ROOT)));
    Map<String, @Nullable Object> fields = new TreeMap<>();
    fields.put("actor", look.actor());
    fields.put("at", look.at().toString());
    fields.put("fact", look.fact());
    fields.put("purpose", look.purpose());
    fields.put("attributes", attributes);
    return CanonicalJson.write(fields);
  }

  static Map<String, List<String>> index(Look look) {
    return Map.of(CitySchema.FACT, List.of(look.fact()));
  }

  static Look read(Document document) {
    try {
      Map<String, @Nullable Object> fields = CanonicalJson.read(document.body());
      Map<String, SealedValue.State> attributes = new TreeMap<>();
      if (fields.get("attributes") instanceof Map<?, ?> states) {
        states.forEach(
            (name, state) ->
                attributes.put(
                    String.valueOf(name),
                    SealedValue.State.valueOf(String.valueOf(state).toUpperCase(Locale.ROOT))));
      }
      return new Look(
          String.valueOf(fields.get("actor")),
          Instant.parse(String.valueOf(fields.get("at"))),
          String.valueOf(fields.get("fact")),
          String.valueOf(fields.get("purpose")),
          attributes);
    } catch (IllegalArgumentException | DateTimeException e) {
      throw new StorageException(
          "The stored document (%s/%s) is damaged; ledger verify says more."
              .formatted(CitySchema.LOOKS, document.id()),
          e);
    }
  }
}

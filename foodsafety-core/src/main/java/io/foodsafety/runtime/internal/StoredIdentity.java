package io.foodsafety.runtime.internal;

import io.foodsafety.record.CanonicalJson;
import io.foodsafety.spi.storage.Document;
import io.foodsafety.subject.IdentityAct;
import io.foodsafety.subject.IdentityAct.Op;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The acts about one id that was absorbed, as a document.
 *
 * @param absorbed the id
 * @param acts the acts in the order in which they were recorded
 */
record StoredIdentity(String absorbed, List<IdentityAct> acts) {

  private static final String ACTS = "acts";

  StoredIdentity {
    acts = List.copyOf(acts);
  }

  /** The id that it leads to by the acts before an instant. */
  Optional<String> keptBefore(Instant instant) {
    Optional<String> kept = Optional.empty();
    for (IdentityAct act : acts) {
      if (act.at().isBefore(instant)) {
        kept = act.op() == Op.MERGE ? Optional.of(act.kept()) : Optional.empty();
      }
    }
    return kept;
  }

  StoredIdentity plus(IdentityAct act) {
    List<IdentityAct> all = new ArrayList<>(acts);
    all.add(act);
    return new StoredIdentity(absorbed, all);
  }

  byte[] body() {
    List<Map<String, @Nullable Object>> list = new ArrayList<>();
    for (IdentityAct act : acts) {
      Map<String, @Nullable Object> fields = new TreeMap<>();
      fields.put("op", act.op().name().toLowerCase(Locale.ROOT));
      fields.put("kept", act.kept());
      fields.put("reason", act.reason());
      fields.put("actor", act.actor());
      fields.put("at", act.at().toString());
      list.add(fields);
    }
    return CanonicalJson.write(Map.of("id", absorbed, ACTS, list));
  }

  Map<String, List<String>> index() {
    return Map.of(CitySchema.KEPT, acts.stream().map(IdentityAct::kept).distinct().toList());
  }

  static StoredIdentity read(Document document) {
    try {
      List<IdentityAct> acts = new ArrayList<>();
      if (!(CanonicalJson.read(document.body()).get(ACTS) instanceof List<?> list)) {
        throw new IllegalArgumentException("The document has no acts.");
      }
      for (Object each : list) {
        if (!(each instanceof Map<?, ?> fields)) {
          throw new IllegalArgumentException("An act must be an object.");
        }
        acts.add(
            new IdentityAct(
                Op.valueOf(text(fields, "op").toUpperCase(Locale.ROOT)),
                text(fields, "kept"),
                document.id(),
                text(fields, "reason"),
                text(fields, "actor"),
                Instant.parse(text(fields, "at"))));
      }
      return new StoredIdentity(document.id(), acts);
    } catch (IllegalArgumentException | DateTimeException e) {
      throw DamagedDocument.of(CitySchema.IDENTITIES, document.id(), e);
    }
  }

  private static String text(Map<?, ?> fields, String name) {
    if (fields.get(name) instanceof String text) {
      return text;
    }
    throw new IllegalArgumentException("The act has no (%s).".formatted(name));
  }
}

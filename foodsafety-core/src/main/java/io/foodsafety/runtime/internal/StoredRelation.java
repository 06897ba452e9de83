package io.foodsafety.runtime.internal;

import com.google.common.hash.Hashing;
import io.foodsafety.record.CanonicalJson;
import io.foodsafety.spi.storage.Document;
import io.foodsafety.spi.storage.StorageException;
import io.foodsafety.subject.Relation;
import io.foodsafety.subject.RelationKind;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A relation as a document.
 *
 * @param relation the relation
 * @param recordedAt when it was recorded
 * @param withdrawn why it was withdrawn, if it was
 */
record StoredRelation(Relation relation, Instant recordedAt, Optional<String> withdrawn) {

  private static final String VALID_TO = "validTo";
  private static final String WITHDRAWN = "withdrawn";

  /** The id of the document: what connects whom from when. */
  static String id(Relation relation) {
    Map<String, @Nullable Object> key = fields(relation);
    key.remove(VALID_TO);
    return Hashing.sha256().hashBytes(CanonicalJson.write(key)).toString();
  }

  private static Map<String, @Nullable Object> fields(Relation relation) {
    Map<String, @Nullable Object> fields = new TreeMap<>();
    fields.put("kind", relation.kind().code());
    fields.put("from", relation.from());
    fields.put("to", relation.to());
    relation.validFrom().ifPresent(date -> fields.put("validFrom", date.toString()));
    relation.validTo().ifPresent(date -> fields.put(VALID_TO, date.toString()));
    return fields;
  }

  byte[] body() {
    Map<String, @Nullable Object> fields = fields(relation);
    fields.put(StoredContent.RECORDED_AT, recordedAt.toString());
    withdrawn.ifPresent(reason -> fields.put(WITHDRAWN, reason));
    return CanonicalJson.write(fields);
  }

  Map<String, List<String>> index() {
    return Map.of(CitySchema.END, List.of(relation.from(), relation.to()));
  }

  static StoredRelation read(Document document) {
    try {
      Map<String, @Nullable Object> fields = CanonicalJson.read(document.body());
      return new StoredRelation(
          new Relation(
              RelationKind.of(String.valueOf(fields.get("kind"))),
              String.valueOf(fields.get("from")),
              String.valueOf(fields.get("to")),
              date(fields.get("validFrom")),
              date(fields.get(VALID_TO))),
          Instant.parse(String.valueOf(fields.get(StoredContent.RECORDED_AT))),
          Optional.ofNullable(fields.get(WITHDRAWN)).map(String::valueOf));
    } catch (IllegalArgumentException | DateTimeException e) {
      throw new StorageException(
          "The stored document (%s/%s) is damaged; ledger verify says more."
              .formatted(CitySchema.RELATIONS, document.id()),
          e);
    }
  }

  private static Optional<LocalDate> date(@Nullable Object text) {
    return Optional.ofNullable(text).map(String::valueOf).map(LocalDate::parse);
  }
}

package io.foodsafety.runtime.internal;

import io.foodsafety.record.CanonicalJson;
import io.foodsafety.spi.storage.Document;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * The fields of a stored document, by name and type. What is missing or of another type is an
 * IllegalArgumentException, which {@link #read} turns into one that names the document.
 */
final class StoredFields {

  private final Map<?, ?> fields;

  private StoredFields(Map<?, ?> fields) {
    this.fields = fields;
  }

  /** Reads a document; a StorageException if it is damaged. */
  static <T> T read(String collection, Document document, Function<StoredFields, T> reader) {
    try {
      return reader.apply(new StoredFields(CanonicalJson.read(document.body())));
    } catch (IllegalArgumentException | ArithmeticException | DateTimeException e) {
      throw DamagedDocument.of(collection, document.id(), e);
    }
  }

  private <T> T get(String name, Class<T> type) {
    return find(name, type)
        .orElseThrow(() -> new IllegalArgumentException("There is no (%s).".formatted(name)));
  }

  private <T> Optional<T> find(String name, Class<T> type) {
    Object value = fields.get(name);
    if (value != null && !type.isInstance(value)) {
      throw new IllegalArgumentException("The (%s) is of another type.".formatted(name));
    }
    return Optional.ofNullable(value).map(type::cast);
  }

  String text(String name) {
    return get(name, String.class);
  }

  Optional<String> findText(String name) {
    return find(name, String.class);
  }

  Instant instant(String name) {
    return Instant.parse(text(name));
  }

  int integer(String name) {
    return get(name, BigDecimal.class).intValueExact();
  }

  long position(String name) {
    return get(name, BigDecimal.class).longValueExact();
  }

  boolean bool(String name) {
    return get(name, Boolean.class);
  }

  StoredFields part(String name) {
    return new StoredFields(get(name, Map.class));
  }

  Optional<StoredFields> findPart(String name) {
    return find(name, Map.class).map(StoredFields::new);
  }

  List<StoredFields> list(String name) {
    List<StoredFields> parts = new ArrayList<>();
    for (Object each : get(name, List.class)) {
      if (!(each instanceof Map<?, ?> map)) {
        throw new IllegalArgumentException("An item of (%s) is no object.".formatted(name));
      }
      parts.add(new StoredFields(map));
    }
    return parts;
  }

  List<String> texts(String name) {
    List<String> texts = new ArrayList<>();
    for (Object each : get(name, List.class)) {
      texts.add(String.valueOf(each));
    }
    return texts;
  }
}

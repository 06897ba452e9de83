package io.foodsafety.access.internal;

import io.foodsafety.fact.FactCatalogue;
import io.foodsafety.model.fact.AttributeDeclaration;
import io.foodsafety.model.fact.Fact;
import io.foodsafety.record.CanonicalJson;
import io.foodsafety.spi.crypto.CryptoProvider;
import io.foodsafety.spi.crypto.KeyException;
import io.foodsafety.spi.crypto.KeyRing;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Encrypts attributes of facts. A stored fact has, under {@code sealed}, {@code cipher}, {@code
 * key} (which wrapped the data key), {@code dataKey} (wrapped) and for each attribute {@code nonce}
 * and {@code data}; bytes are Base64. The data key is bound to the fact, each value to fact and
 * attribute, so that nothing can be moved. Safe for use by many threads.
 */
public final class AttributeSealing {

  /** The member of a stored fact that holds what is sealed. */
  public static final String SEALED = "sealed";

  private static final String ATTRIBUTES = "attributes";
  private static final SecureRandom RANDOM = new SecureRandom();

  private final Optional<KeyRing> keys;
  private final CryptoProvider crypto;
  private final Map<String, CryptoProvider> byCipher;

  /**
   * A sealing.
   *
   * @param keys the keys, if the city has any
   * @param crypto the suite for what is sealed from now on
   * @param all all suites that there are
   */
  public AttributeSealing(
      Optional<KeyRing> keys, CryptoProvider crypto, Collection<CryptoProvider> all) {
    this.keys = keys;
    this.crypto = crypto;
    Map<String, CryptoProvider> known = new TreeMap<>();
    all.forEach(each -> known.putIfAbsent(each.cipherAlgorithm(), each));
    this.byCipher = Map.copyOf(known);
  }

  /** {@return a sealing without keys} */
  public static AttributeSealing none() {
    CryptoProvider standard = new StandardCrypto();
    return new AttributeSealing(Optional.empty(), standard, List.of(standard));
  }

  /** The attributes of a fact that are declared as sealed. */
  public static List<String> toSeal(Fact fact, FactCatalogue catalogue) {
    return catalogue
        .findKind(fact.kind())
        .map(
            kind ->
                kind.attributes().stream()
                    .filter(AttributeDeclaration::sealed)
                    .map(AttributeDeclaration::name)
                    .filter(fact.attributes()::containsKey)
                    .toList())
        .orElse(List.of());
  }

  /** {@return the keys, if the city has any} */
  public Optional<KeyRing> keys() {
    return keys;
  }

  private KeyRing ring() {
    return keys.orElseThrow(() -> new KeyException("The city has no keys."));
  }

  /** The fields of a fact with some attributes sealed. */
  public Map<String, @Nullable Object> seal(
      String id, Map<String, @Nullable Object> fields, List<String> names) {
    byte[] dataKey = random(crypto.keyLength());
    KeyRing.Wrapped wrapped = ring().wrap(place(id), dataKey);
    Map<String, @Nullable Object> open = attributes(fields.get(ATTRIBUTES));
    Map<String, @Nullable Object> values = new TreeMap<>();
    for (String name : names) {
      byte[] nonce = random(CryptoProvider.NONCE_LENGTH);
      Map<String, @Nullable Object> value = new TreeMap<>();
      value.put("value", open.remove(name));
      byte[] data = crypto.encrypt(dataKey, nonce, place(id, name), CanonicalJson.write(value));
      values.put(name, Map.of("nonce", text(nonce), "data", text(data)));
    }
    Map<String, @Nullable Object> stored = without(names, fields);
    stored.put(SEALED, envelope(crypto.cipherAlgorithm(), wrapped, values));
    return stored;
  }

  private static Map<String, @Nullable Object> envelope(
      String cipher, KeyRing.Wrapped wrapped, Object values) {
    Map<String, @Nullable Object> envelope = new TreeMap<>();
    envelope.put("cipher", cipher);
    envelope.put("key", wrapped.keyId());
    envelope.put("dataKey", wrapped.text());
    envelope.put(ATTRIBUTES, values);
    return envelope;
  }

  /** The names of what is sealed in a stored fact. */
  public static Collection<String> names(Map<String, @Nullable Object> stored) {
    return attributes(attributes(stored.get(SEALED)).get(ATTRIBUTES)).keySet();
  }

  /**
   * The values of what is sealed in a stored fact; nothing if its key is destroyed. KeyException if
   * it was changed, or the city has not the keys.
   */
  public Optional<Map<String, @Nullable Object>> open(
      String id, Map<String, @Nullable Object> stored) {
    Map<String, @Nullable Object> envelope = attributes(stored.get(SEALED));
    CryptoProvider suite = byCipher.get(String.valueOf(envelope.get("cipher")));
    if (suite == null) {
      throw new KeyException(
          "No plug-in offers the cipher (%s).".formatted(envelope.get("cipher")));
    }
    return ring()
        .unwrap(place(id), wrapped(envelope))
        .map(dataKey -> open(id, envelope, suite, dataKey));
  }

  private static Map<String, @Nullable Object> open(
      String id, Map<String, @Nullable Object> envelope, CryptoProvider suite, byte[] dataKey) {
    Map<String, @Nullable Object> values = new TreeMap<>();
    attributes(envelope.get(ATTRIBUTES))
        .forEach(
            (name, each) -> {
              Map<String, @Nullable Object> one = attributes(each);
              byte[] plain =
                  suite
                      .decrypt(
                          dataKey,
                          bytes(one.get("nonce"), id),
                          place(id, name),
                          bytes(one.get("data"), id))
                      .orElseThrow(() -> damaged(id));
              values.put(name, CanonicalJson.read(plain).get("value"));
            });
    return values;
  }

  /**
   * The fields of a stored fact with the sealed values in their places; nothing if the key is
   * destroyed or the city has no keys.
   */
  public Optional<Map<String, @Nullable Object>> opened(
      String id, Map<String, @Nullable Object> stored) {
    return keys.isEmpty()
        ? Optional.empty()
        : open(id, stored)
            .map(
                values -> {
                  Map<String, @Nullable Object> fields = new TreeMap<>(stored);
                  fields.remove(SEALED);
                  values.putAll(attributes(stored.get(ATTRIBUTES)));
                  fields.put(ATTRIBUTES, values);
                  return fields;
                });
  }

  /** The fields of a fact without what is sealed, and without some attributes. */
  public static Map<String, @Nullable Object> without(
      Collection<String> names, Map<String, @Nullable Object> fields) {
    Map<String, @Nullable Object> rest = new TreeMap<>(fields);
    Map<String, @Nullable Object> attributes = attributes(rest.get(ATTRIBUTES));
    attributes.keySet().removeAll(List.copyOf(names));
    rest.remove(SEALED);
    rest.remove(ATTRIBUTES);
    if (!attributes.isEmpty()) {
      rest.put(ATTRIBUTES, attributes);
    }
    return rest;
  }

  /**
   * A stored fact with its data key wrapped by the current key; nothing if it is already, or if its
   * key is destroyed.
   */
  public Optional<Map<String, @Nullable Object>> rewrap(
      String id, Map<String, @Nullable Object> stored) {
    Map<String, @Nullable Object> envelope = attributes(stored.get(SEALED));
    KeyRing.Wrapped before = wrapped(envelope);
    boolean current =
        ring().keys().stream()
            .anyMatch(
                key -> key.id().equals(before.keyId()) && key.state() == KeyRing.State.CURRENT);
    return current
        ? Optional.empty()
        : ring()
            .unwrap(place(id), before)
            .map(
                dataKey -> {
                  Map<String, @Nullable Object> changed = new TreeMap<>(stored);
                  changed.put(
                      SEALED,
                      envelope(
                          String.valueOf(envelope.get("cipher")),
                          ring().wrap(place(id), dataKey),
                          attributes(envelope.get(ATTRIBUTES))));
                  return changed;
                });
  }

  private static KeyRing.Wrapped wrapped(Map<String, @Nullable Object> envelope) {
    return new KeyRing.Wrapped(
        String.valueOf(envelope.get("key")), String.valueOf(envelope.get("dataKey")));
  }

  private static Map<String, @Nullable Object> attributes(@Nullable Object object) {
    Map<String, @Nullable Object> copy = new TreeMap<>();
    if (object instanceof Map<?, ?> map) {
      map.forEach((name, value) -> copy.put(String.valueOf(name), value));
    }
    return copy;
  }

  private static byte[] place(String... parts) {
    return ("facts\0" + String.join("\0", parts)).getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] random(int length) {
    byte[] bytes = new byte[length];
    RANDOM.nextBytes(bytes);
    return bytes;
  }

  private static String text(byte[] bytes) {
    return Base64.getEncoder().encodeToString(bytes);
  }

  private static byte[] bytes(@Nullable Object text, String id) {
    try {
      return Base64.getDecoder().decode(String.valueOf(text));
    } catch (IllegalArgumentException e) {
      throw damaged(id);
    }
  }

  private static KeyException damaged(String id) {
    return new KeyException(
        "What is sealed in the fact (%s) was changed; ledger verify says more.".formatted(id));
  }
}

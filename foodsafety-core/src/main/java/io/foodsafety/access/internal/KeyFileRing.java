package io.foodsafety.access.internal;

import io.foodsafety.spi.crypto.CryptoProvider;
import io.foodsafety.spi.crypto.KeyException;
import io.foodsafety.spi.crypto.KeyRing;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * The keys of a file. Every call sees what other processes have done to the file. A wrapped key is
 * a nonce and what the cipher gives.
 */
public final class KeyFileRing implements KeyRing {

  private static final SecureRandom RANDOM = new SecureRandom();

  private final KeyStoreFile file;
  private final CryptoProvider crypto;
  private boolean closed;

  /** Opens a file; KeyException if it cannot be used. */
  public KeyFileRing(Path path, CryptoProvider crypto) {
    this.file = new KeyStoreFile(path, crypto.cipherAlgorithm());
    this.crypto = crypto;
    file.read();
  }

  /** Makes a file with one key; KeyException if it exists or cannot be written. */
  public static void create(Path path, CryptoProvider crypto) {
    new KeyStoreFile(path, crypto.cipherAlgorithm()).create(List.of(newKey(crypto.keyLength())));
  }

  private static KeyEntry newKey(int length) {
    byte[] id = random(Long.BYTES);
    return new KeyEntry(
        "%016x".formatted(ByteBuffer.wrap(id).getLong()),
        State.CURRENT,
        Optional.of(random(length)));
  }

  private static byte[] random(int length) {
    byte[] bytes = new byte[length];
    RANDOM.nextBytes(bytes);
    return bytes;
  }

  @Override
  public synchronized List<Key> keys() {
    return entries().stream().map(entry -> new Key(entry.id(), entry.state())).toList();
  }

  private List<KeyEntry> entries() {
    if (closed) {
      throw new IllegalStateException("The keys are closed.");
    }
    return file.read();
  }

  private KeyEntry entry(String id) {
    return entries().stream()
        .filter(entry -> entry.id().equals(id))
        .findFirst()
        .orElseThrow(() -> new KeyException("The key (%s) is not in the key file.".formatted(id)));
  }

  @Override
  public synchronized Wrapped wrap(byte[] associatedData, byte[] dataKey) {
    KeyEntry current =
        entries().stream()
            .filter(entry -> entry.state() == State.CURRENT)
            .findFirst()
            .orElseThrow(() -> new KeyException("The key file has no current key."));
    byte[] nonce = random(CryptoProvider.NONCE_LENGTH);
    byte[] encrypted = crypto.encrypt(current.key().orElseThrow(), nonce, associatedData, dataKey);
    return new Wrapped(
        current.id(),
        Base64.getEncoder()
            .encodeToString(
                ByteBuffer.allocate(nonce.length + encrypted.length)
                    .put(nonce)
                    .put(encrypted)
                    .array()));
  }

  @Override
  public synchronized Optional<byte[]> unwrap(byte[] associatedData, Wrapped wrapped) {
    KeyEntry entry = entry(wrapped.keyId());
    if (entry.key().isEmpty()) {
      return Optional.empty();
    }
    Optional<byte[]> dataKey = decrypt(entry.key().get(), associatedData, wrapped.text());
    if (dataKey.isEmpty()) {
      throw new KeyException(
          "What the key (%s) has wrapped was changed or is another record's."
              .formatted(wrapped.keyId()));
    }
    return dataKey;
  }

  private Optional<byte[]> decrypt(byte[] key, byte[] associatedData, String text) {
    byte[] bytes;
    try {
      bytes = Base64.getDecoder().decode(text);
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
    if (bytes.length <= CryptoProvider.NONCE_LENGTH) {
      return Optional.empty();
    }
    return crypto.decrypt(
        key,
        Arrays.copyOf(bytes, CryptoProvider.NONCE_LENGTH),
        associatedData,
        Arrays.copyOfRange(bytes, CryptoProvider.NONCE_LENGTH, bytes.length));
  }

  @Override
  public synchronized String rotate() {
    KeyEntry fresh = newKey(crypto.keyLength());
    change(
        entries -> {
          List<KeyEntry> changed =
              new ArrayList<>(entries.stream().map(KeyEntry::retired).toList());
          changed.add(fresh);
          return changed;
        });
    return fresh.id();
  }

  @Override
  public synchronized void destroy(String keyId) {
    if (entry(keyId).state() == State.CURRENT) {
      throw new KeyException("The key (%s) is current; make a new one first.".formatted(keyId));
    }
    change(
        entries ->
            entries.stream()
                .map(entry -> entry.id().equals(keyId) ? entry.destroyed() : entry)
                .toList());
  }

  private void change(UnaryOperator<List<KeyEntry>> change) {
    if (closed) {
      throw new IllegalStateException("The keys are closed.");
    }
    file.change(change);
  }

  @Override
  public synchronized void close() {
    closed = true;
  }
}

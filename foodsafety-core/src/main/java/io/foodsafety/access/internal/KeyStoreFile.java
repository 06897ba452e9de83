package io.foodsafety.access.internal;

import io.foodsafety.record.CanonicalJson;
import io.foodsafety.spi.crypto.KeyException;
import io.foodsafety.spi.crypto.KeyRing.State;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Base64;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A file of keys: canonical JSON, format 1: {@code cipher, format, keys}, of each key {@code id,
 * key} (Base64; nothing once it is destroyed) and {@code state}. It is replaced as a whole, under a
 * lock beside it. Used by one thread at a time; other processes may use the same file.
 */
final class KeyStoreFile {

  private static final Set<PosixFilePermission> OWNER_ONLY =
      EnumSet.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);
  private static final int FORMAT = 1;

  /** A file lock keeps other processes away, and throws if this one has it already. */
  private static final ReentrantLock PROCESS = new ReentrantLock();

  private final Path path;
  private final String cipher;
  private Object seen = "";
  private List<KeyEntry> entries = List.of();

  KeyStoreFile(Path path, String cipher) {
    this.path = path.toAbsolutePath();
    this.cipher = cipher;
  }

  /** The keys as they are now. */
  List<KeyEntry> read() {
    try {
      BasicFileAttributes attributes = Files.readAttributes(path, BasicFileAttributes.class);
      Object now = List.of(String.valueOf(attributes.fileKey()), attributes.lastModifiedTime());
      if (!now.equals(seen)) {
        checkOwnerOnly();
        entries = decode(Files.readAllBytes(path));
        seen = now;
      }
      return entries;
    } catch (NoSuchFileException e) {
      throw new KeyException("The key file (%s) does not exist.".formatted(path), e);
    } catch (IOException e) {
      throw new KeyException("The key file (%s) cannot be read.".formatted(path), e);
    }
  }

  private void checkOwnerOnly() throws IOException {
    if (isPosix() && !OWNER_ONLY.containsAll(Files.getPosixFilePermissions(path))) {
      throw new KeyException(
          "The key file (%s) must be readable and writable by its owner only (mode 600)."
              .formatted(path));
    }
  }

  private boolean isPosix() {
    return path.getFileSystem().supportedFileAttributeViews().contains("posix");
  }

  void create(List<KeyEntry> first) {
    PROCESS.lock();
    try (FileChannel lock = lock()) {
      FileLock held = lock.lock();
      if (Files.exists(path)) {
        throw new FileAlreadyExistsException(path.toString());
      }
      write(first);
      held.release();
    } catch (FileAlreadyExistsException e) {
      throw new KeyException("The key file (%s) exists already.".formatted(path), e);
    } catch (IOException e) {
      throw new KeyException("The key file (%s) cannot be written.".formatted(path), e);
    } finally {
      PROCESS.unlock();
    }
  }

  void change(UnaryOperator<List<KeyEntry>> change) {
    PROCESS.lock();
    try (FileChannel lock = lock()) {
      FileLock held = lock.lock();
      write(change.apply(read()));
      held.release();
    } catch (IOException e) {
      throw new KeyException("The key file (%s) cannot be written.".formatted(path), e);
    } finally {
      PROCESS.unlock();
    }
  }

  private FileChannel lock() throws IOException {
    return FileChannel.open(
        path.resolveSibling(path.getFileName() + ".lock"),
        StandardOpenOption.CREATE,
        StandardOpenOption.WRITE);
  }

  private void write(List<KeyEntry> changed) throws IOException {
    Path folder = Objects.requireNonNull(path.getParent(), "folder");
    FileAttribute<?>[] attributes =
        isPosix()
            ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(OWNER_ONLY)}
            : new FileAttribute<?>[0];
    Path next = Files.createTempFile(folder, "keys-", ".new", attributes);
    try {
      try (FileChannel channel = FileChannel.open(next, StandardOpenOption.WRITE)) {
        ByteBuffer bytes = ByteBuffer.wrap(encode(changed));
        while (bytes.hasRemaining()) {
          channel.write(bytes);
        }
        channel.force(true);
      }
      Files.move(next, path, StandardCopyOption.ATOMIC_MOVE);
    } finally {
      Files.deleteIfExists(next);
    }
  }

  private byte[] encode(List<KeyEntry> all) {
    List<Map<String, @Nullable Object>> keys = new ArrayList<>();
    for (KeyEntry entry : all) {
      Map<String, @Nullable Object> fields = new TreeMap<>();
      fields.put("id", entry.id());
      fields.put("state", entry.state().name().toLowerCase(Locale.ROOT));
      fields.put("key", entry.key().map(Base64.getEncoder()::encodeToString).orElse(null));
      keys.add(fields);
    }
    Map<String, @Nullable Object> fields = new TreeMap<>();
    fields.put("format", BigDecimal.valueOf(FORMAT));
    fields.put("cipher", cipher);
    fields.put("keys", keys);
    return CanonicalJson.write(fields);
  }

  private List<KeyEntry> decode(byte[] json) {
    Map<String, @Nullable Object> fields;
    List<KeyEntry> keys = new ArrayList<>();
    try {
      fields = CanonicalJson.read(json);
      boolean known =
          fields.get("format") instanceof BigDecimal format && format.intValueExact() == FORMAT;
      if (!known || !(fields.get("keys") instanceof List<?> list)) {
        throw new IllegalArgumentException("not format 1");
      }
      list.forEach(key -> keys.add(entry((Map<?, ?>) key)));
    } catch (IllegalArgumentException | ClassCastException | ArithmeticException e) {
      // The cause is left out: it may quote a key.
      throw new KeyException("The key file (%s) is not one of format 1.".formatted(path));
    }
    if (!cipher.equals(fields.get("cipher"))) {
      throw new KeyException(
          "The keys of (%s) are for the cipher (%s), not for (%s)."
              .formatted(path, fields.get("cipher"), cipher));
    }
    return List.copyOf(keys);
  }

  private static KeyEntry entry(Map<?, ?> fields) {
    Object key = fields.get("key");
    return new KeyEntry(
        (String) Objects.requireNonNull(fields.get("id")),
        State.valueOf(String.valueOf(fields.get("state")).toUpperCase(Locale.ROOT)),
        Optional.ofNullable(key).map(text -> Base64.getDecoder().decode((String) text)));
  }
}

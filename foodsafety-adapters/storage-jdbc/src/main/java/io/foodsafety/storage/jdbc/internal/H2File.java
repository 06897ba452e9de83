package io.foodsafety.storage.jdbc.internal;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import org.h2.store.fs.FileBaseDefault;
import org.h2.store.fs.FilePath;
import org.h2.store.fs.FilePathWrapper;
import org.jspecify.annotations.Nullable;

/**
 * A file as H2 sees it, which an interrupt of a thread does not close. A {@link
 * java.nio.channels.FileChannel} would be closed, and with it the database for all threads.
 */
public final class H2File extends FileBaseDefault {

  /** The scheme by which H2 finds this kind of file: {@code jdbc:h2:foodsafety:/data/city}. */
  static final String SCHEME = "foodsafety";

  private final RandomAccessFile file;

  private H2File(RandomAccessFile file) {
    this.file = file;
  }

  /** Makes the scheme known to H2; again is harmless. */
  static void register() {
    FilePath.register(new Path());
  }

  /** Names of such files. Public, because H2 makes them by reflection. */
  public static final class Path extends FilePathWrapper {
    /** A name still to be set. */
    public Path() {}

    @Override
    public String getScheme() {
      return SCHEME;
    }

    @Override
    public FileChannel open(String mode) throws IOException {
      return new H2File(new RandomAccessFile(getBase().toString(), mode));
    }
  }

  @Override
  public long size() throws IOException {
    return file.length();
  }

  @Override
  public synchronized int read(ByteBuffer target, long position) throws IOException {
    byte[] bytes = target.hasArray() ? target.array() : new byte[target.remaining()];
    int offset = target.hasArray() ? target.arrayOffset() + target.position() : 0;
    file.seek(position);
    int count = file.read(bytes, offset, target.remaining());
    if (count > 0 && target.hasArray()) {
      target.position(target.position() + count);
    } else if (count > 0) {
      target.put(bytes, 0, count);
    }
    return count;
  }

  @Override
  public synchronized int write(ByteBuffer source, long position) throws IOException {
    int count = source.remaining();
    file.seek(position);
    if (source.hasArray()) {
      file.write(source.array(), source.arrayOffset() + source.position(), count);
      source.position(source.position() + count);
    } else {
      byte[] bytes = new byte[count];
      source.get(bytes);
      file.write(bytes);
    }
    return count;
  }

  @Override
  protected synchronized void implTruncate(long size) throws IOException {
    if (size < file.length()) {
      file.setLength(size);
    }
  }

  @Override
  public void force(boolean metaData) throws IOException {
    file.getFD().sync();
  }

  @Override
  public @Nullable FileLock tryLock(long position, long size, boolean shared) throws IOException {
    return file.getChannel().tryLock(position, size, shared);
  }

  @Override
  protected void implCloseChannel() throws IOException {
    file.close();
  }
}

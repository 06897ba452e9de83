package io.foodsafety.runtime.internal;

import io.foodsafety.runtime.internal.StoredTrace.Captured;
import io.foodsafety.trace.TraceNetwork;
import io.foodsafety.trace.internal.LiveNetwork;
import io.foodsafety.trace.internal.columns.ColumnReader;
import io.foodsafety.trace.internal.columns.ColumnWriter;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The folder in which a city keeps its network of trace events from one start to the next, one
 * process at a time. What it holds can always be had from the log again: whatever is wrong with it,
 * it is left out, with a line that says so. All of a network that is opened is read on a thread of
 * its own. For one thread, except for {@link #isDamaged}.
 */
final class TraceSnapshots implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(TraceSnapshots.class);
  private static final String DROPPED = "The trace network in {} is dropped and built anew: {}";
  private static final String PREFIX = "network-";

  /** Others are what a process left when it was killed. */
  private static final Pattern WHOLE = Pattern.compile(PREFIX + "\\d{19}");

  private final Path folder;
  private final FileChannel channel;
  private final FileLock lock;
  private Optional<Path> used = Optional.empty();
  private volatile CompletableFuture<Boolean> whole = CompletableFuture.completedFuture(true);

  private TraceSnapshots(Path folder, FileChannel channel, FileLock lock) {
    this.folder = folder;
    this.channel = channel;
    this.lock = lock;
  }

  /** The snapshots in a folder; nothing if it cannot be used, or another process uses it. */
  static Optional<TraceSnapshots> in(Path folder) {
    try {
      Files.createDirectories(folder);
      FileChannel channel =
          FileChannel.open(
              folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      Optional<FileLock> lock = lock(channel);
      if (lock.isPresent()) {
        return Optional.of(new TraceSnapshots(folder, channel, lock.get()));
      }
      channel.close();
      LOG.warn("The folder {} of the trace network is in use; this process keeps none.", folder);
    } catch (IOException e) {
      LOG.warn("The folder {} of the trace network cannot be used: {}", folder, e.toString());
    }
    return Optional.empty();
  }

  private static Optional<FileLock> lock(FileChannel channel) throws IOException {
    try {
      return Optional.ofNullable(channel.tryLock());
    } catch (OverlappingFileLockException e) {
      return Optional.empty(); // by a city of this process
    }
  }

  /** The network saved last, if it is one of this log; all others are deleted. */
  Optional<LiveNetwork> open(StoredTrace stored, ZoneId zone) {
    Optional<LiveNetwork> found = Optional.empty();
    for (Path directory : directories()) {
      if (found.isEmpty() && WHOLE.matcher(directory.getFileName().toString()).matches()) {
        found = open(directory, stored, zone);
      }
      if (!used.equals(Optional.of(directory))) {
        delete(directory);
      }
    }
    return found;
  }

  private Optional<LiveNetwork> open(Path directory, StoredTrace stored, ZoneId zone) {
    ColumnReader columns = new ColumnReader(directory);
    LiveNetwork network;
    try {
      network = LiveNetwork.open(columns, zone);
    } catch (IOException e) {
      LOG.warn(DROPPED, directory, e.toString());
      return Optional.empty();
    }
    if (!isOf(stored.after(network.position() - 1), network)) {
      LOG.warn(DROPPED, directory, "the log has no such event at its position");
      return Optional.empty();
    }
    LOG.info("The trace network was opened at position {}.", network.position());
    used = Optional.of(directory);
    whole = CompletableFuture.supplyAsync(() -> isWhole(directory, columns), daemon());
    return Optional.of(network);
  }

  /** Whether the first of some events is the one that a network took last, at its position. */
  private static boolean isOf(List<Captured> events, LiveNetwork network) {
    if (events.isEmpty() || events.get(0).position() != network.position()) {
      return false;
    }
    try {
      return network.isLast(events.get(0).event());
    } catch (IllegalArgumentException | IllegalStateException | IndexOutOfBoundsException e) {
      LOG.debug("An event of the trace network cannot be read.", e);
      return false; // it is damaged there
    }
  }

  private static Executor daemon() {
    return task -> {
      Thread thread = new Thread(task, "trace-snapshot-check");
      thread.setDaemon(true);
      thread.start();
    };
  }

  private static boolean isWhole(Path directory, ColumnReader columns) {
    try {
      columns.check();
      return true;
    } catch (IOException e) {
      LOG.warn(DROPPED, directory, e.toString());
      delete(directory);
      return false;
    }
  }

  /** Whether it turned out that the network that was opened is damaged, and must not be used. */
  boolean isDamaged() {
    return !whole.getNow(true);
  }

  /** Waits until the network that was opened has been read; whether it is whole. */
  boolean awaitWhole() {
    return whole.join();
  }

  /** Saves a network; of what was saved before nothing is left then. */
  void save(TraceNetwork network) {
    Path directory = folder.resolve(PREFIX + "%019d".formatted(network.position()));
    try {
      if (!Files.exists(directory)) {
        network.save(directory);
      }
      directories().stream()
          .filter(each -> !each.equals(directory))
          .forEach(TraceSnapshots::delete);
    } catch (IOException e) {
      LOG.warn("The trace network could not be saved in {}: {}", directory, e.toString());
    }
  }

  /** All that was saved or begun, the newest first. */
  private List<Path> directories() {
    try (Stream<Path> all = Files.list(folder)) {
      return all.filter(Files::isDirectory)
          .filter(each -> each.getFileName().toString().startsWith(PREFIX))
          .sorted(Comparator.reverseOrder())
          .toList();
    } catch (IOException e) {
      LOG.warn("The folder {} of the trace network cannot be read: {}", folder, e.toString());
      return List.of();
    }
  }

  private static void delete(Path directory) {
    try {
      ColumnWriter.delete(directory);
    } catch (IOException e) {
      LOG.warn("An old trace network could not be deleted: {}", e.toString());
    }
  }

  @Override
  public void close() {
    try {
      lock.release();
      channel.close();
    } catch (IOException e) {
      LOG.warn("The folder {} of the trace network stays locked: {}", folder, e.toString());
    }
  }
}

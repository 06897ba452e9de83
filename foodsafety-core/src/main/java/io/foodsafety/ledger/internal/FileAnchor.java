package io.foodsafety.ledger.internal;

import io.foodsafety.ledger.LedgerIssues;
import io.foodsafety.ledger.TreeRoot;
import io.foodsafety.model.issue.Issue;
import io.foodsafety.model.issue.Location;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Roots in a file, one line of JSON each. Lines are only appended. A file that cannot be read or
 * written is an {@link UncheckedIOException}.
 */
final class FileAnchor implements LedgerAnchor {

  private static final byte LINE_END = '\n';

  private final Path file;

  FileAnchor(Path file) {
    this.file = file;
  }

  @Override
  public void append(TreeRoot root, Instant at) {
    try (FileChannel channel =
        FileChannel.open(
            file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
      FileLock lock = channel.lock();
      String line = (endsWithin(channel) ? "\n" : "") + ProofJson.of(root, at) + "\n";
      ByteBuffer bytes = ByteBuffer.wrap(line.getBytes(StandardCharsets.UTF_8));
      channel.position(channel.size());
      while (bytes.hasRemaining()) {
        channel.write(bytes);
      }
      channel.force(true);
      lock.release();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Whether somebody was stopped within the last line. */
  private static boolean endsWithin(FileChannel channel) throws IOException {
    ByteBuffer last = ByteBuffer.allocate(1);
    return channel.size() > 0
        && channel.read(last, channel.size() - 1) == 1
        && last.get(0) != LINE_END;
  }

  @Override
  public List<TreeRoot> roots(Consumer<? super Issue> faults) {
    List<TreeRoot> roots = new ArrayList<>();
    int number = 0;
    for (String line : lines()) {
      number++;
      try {
        roots.add(TreeRoot.parse(line));
      } catch (IllegalArgumentException e) {
        faults.accept(
            LedgerIssues.ANCHOR_UNREADABLE
                .at(new Location(file.toString(), number, ""))
                .with("fault", String.valueOf(e.getMessage()))
                .build());
      }
    }
    return roots;
  }

  private List<String> lines() {
    try {
      return new String(Files.readAllBytes(file), StandardCharsets.UTF_8).lines().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

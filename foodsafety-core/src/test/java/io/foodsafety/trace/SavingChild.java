package io.foodsafety.trace;

import io.foodsafety.model.trace.TraceEvent;
import io.foodsafety.trace.internal.columns.ColumnWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A process that takes event after event, saves its network after each, and says so; until it is
 * killed. Arguments: the folder, and the seed of the events.
 */
final class SavingChild {

  private SavingChild() {}

  /** Runs until it is killed. */
  public static void main(String[] args) throws IOException {
    Path folder = Path.of(args[0]);
    List<TraceEvent> events = new RandomTrace(Long.parseLong(args[1])).events();
    Optional<Path> newest = newest(folder);
    TraceNetwork network =
        newest.isPresent()
            ? TraceNetwork.open(newest.get(), TraceComparison.ZONE)
            : TraceNetwork.empty(TraceComparison.ZONE);
    for (long position = network.position() + 1; ; position++) {
      // the same events again and again; those that are known change nothing
      network.capture(List.of(events.get((int) (position % events.size()))), position);
      network.save(folder.resolve("network-%019d".formatted(position)));
      newest.ifPresent(SavingChild::delete);
      newest = newest(folder);
      System.out.println(position);
    }
  }

  private static void delete(Path directory) {
    try {
      ColumnWriter.delete(directory);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  /** What was saved last. */
  static Optional<Path> newest(Path folder) throws IOException {
    try (Stream<Path> all = Files.list(folder)) {
      return all.filter(each -> each.getFileName().toString().matches("network-\\d{19}"))
          .max(Comparator.naturalOrder());
    }
  }
}

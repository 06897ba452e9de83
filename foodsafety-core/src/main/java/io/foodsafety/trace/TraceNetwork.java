package io.foodsafety.trace;

import io.foodsafety.model.trace.TraceEvent;
import io.foodsafety.trace.internal.LiveNetwork;
import io.foodsafety.trace.internal.columns.ColumnReader;
import java.io.IOException;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;

/**
 * Lots, who holds them, and what links them, as events tell it. Answers are a function of the set
 * of events, whatever their order of arrival. Safe for use by many threads: capture waits for
 * capture, queries wait for nothing and see the events of one position.
 */
public interface TraceNetwork extends TraceQueries {

  /**
   * A network without events.
   *
   * @param zone the zone in which dates lie
   * @return the network, at position 0
   */
  static TraceNetwork empty(ZoneId zone) {
    return new LiveNetwork(zone);
  }

  /**
   * A network of events.
   *
   * @param events the events, in any order
   * @param zone the zone in which dates lie
   * @return the network; its position is the number of events
   * @throws IllegalArgumentException if two events of one id differ
   */
  static TraceNetwork of(List<? extends TraceEvent> events, ZoneId zone) {
    TraceNetwork network = new LiveNetwork(zone);
    network.capture(events, events.size());
    return network;
  }

  /**
   * The network that was saved in a directory. All of its files are read, to see that they are
   * whole; then they are memory, and must not be changed while the network is used.
   *
   * @param directory the directory
   * @param zone the zone in which dates lie, the one with which it was saved
   * @return the network, at the position at which it was saved
   * @throws IOException if the directory cannot be read, is damaged, or is of another version or
   *     zone or machine; then the network must be built from its events
   */
  static TraceNetwork open(Path directory, ZoneId zone) throws IOException {
    ColumnReader columns = new ColumnReader(directory);
    TraceNetwork network = LiveNetwork.open(columns, zone);
    columns.check();
    return network;
  }

  /**
   * Writes all that the network knows into files of a new directory, which appears under its name
   * when all is on the disk. Capture waits meanwhile, queries do not.
   *
   * @param directory a directory that is not there yet
   * @throws IOException if it is there, or cannot be written; nothing is there under its name then
   */
  void save(Path directory) throws IOException;

  /**
   * Takes events. An event that was taken before changes nothing.
   *
   * @param events the events, in any order
   * @param position the position of the log that the network has then reached; not below the one
   *     before
   * @return the lots whose records this may have changed; of all others the findings are the same
   * @throws IllegalArgumentException if an event differs from the one taken under its id, or the
   *     position is too low; nothing is taken then
   */
  Set<String> capture(List<? extends TraceEvent> events, long position);
}

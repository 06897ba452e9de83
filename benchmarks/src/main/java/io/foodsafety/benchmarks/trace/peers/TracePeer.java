package io.foodsafety.benchmarks.trace.peers;

import java.nio.file.Path;
import java.sql.SQLException;

/** A loaded network that answers questions, one after another. */
public interface TracePeer extends AutoCloseable {

  /** Loads a network. */
  @FunctionalInterface
  interface Loader {
    /** Loads all of it; files go into a folder of the peer's own. */
    TracePeer load(TimedEdges edges, Path folder) throws Exception;
  }

  /** What can be asked. */
  enum Task {
    /** All lots downstream. */
    CLOSURE,

    /** The lots downstream that can be reached in time, and when each is reached first. */
    EARLIEST_ARRIVAL;

    Answer ask(TracePeer peer, int start) {
      return this == CLOSURE ? peer.closure(start) : peer.earliestArrival(start);
    }
  }

  /** Whether a task is asked of this peer. */
  default boolean answers(Task task) {
    return true;
  }

  /** All lots downstream. */
  Answer closure(int start);

  /**
   * All lots downstream over edges whose times do not decrease; the start is there since 0. What is
   * there since {@code t} can take an edge with a time of {@code t} or later, and then is at its
   * end since that time.
   */
  Answer earliestArrival(int start);

  /** The size of the files; -1 if the network is in the heap. */
  default long bytesInFiles() {
    return -1;
  }

  @Override
  default void close() throws SQLException {}
}

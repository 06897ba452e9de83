package io.foodsafety.trace.internal.graph;

/**
 * The edges that no longer count in one snapshot.
 *
 * @param log all removals
 * @param count how many of them the snapshot sees
 */
record RemovedLinks(Removals log, int count) {

  /** All that were logged until now. */
  static RemovedLinks of(Removals log) {
    return new RemovedLinks(log, log.count());
  }

  boolean isEmpty() {
    return count == 0;
  }

  /** The nodes that a removed edge leaves in a direction, or more. */
  NodeSet touched(Direction direction) {
    return log.touched(direction);
  }

  /** Whether an edge of the base is removed. */
  boolean removesOfBase(int from, int to, int link) {
    return log.until(count, from, to, link) >= 0;
  }

  /** Whether a record of the delta is removed. */
  boolean removes(int from, int to, int link, int record) {
    return record < log.until(count, from, to, link);
  }
}

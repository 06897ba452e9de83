package io.foodsafety.benchmarks.trace.peers;

/** Adds up what a library's own search returns. */
final class Found {

  private final int lots;
  private long count;
  private long ids;

  Found(int lots) {
    this.lots = lots;
  }

  void add(int node) {
    if (node < lots) {
      count++;
      ids += node;
    }
  }

  static Answer of(Iterable<Integer> nodes, int lots) {
    Found found = new Found(lots);
    for (int node : nodes) {
      found.add(node);
    }
    return found.answer();
  }

  Answer answer() {
    return new Answer(count, ids, 0);
  }
}

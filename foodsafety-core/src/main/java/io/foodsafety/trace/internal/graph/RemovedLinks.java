package io.foodsafety.trace.internal.graph;

import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;

/**
 * Links that no longer count: immutable, small. A removal concerns the edges that were there before
 * it: those of the base, and the records of the delta below a count.
 */
final class RemovedLinks {

  static final RemovedLinks NONE =
      new RemovedLinks(new int[0], new int[0], new NodeSet(0), new NodeSet(0));

  private final int[] links;
  private final int[] untils;
  private final NodeSet origins;
  private final NodeSet ends;

  private RemovedLinks(int[] links, int[] untils, NodeSet origins, NodeSet ends) {
    this.links = links;
    this.untils = untils;
    this.origins = origins;
    this.ends = ends;
  }

  /**
   * These removals and more, with the nodes that they touch.
   *
   * @param added for each link, the count of the delta when it was removed
   */
  static RemovedLinks of(
      RemovedLinks before, Map<Integer, Integer> added, NodeSet origins, NodeSet ends) {
    TreeMap<Integer, Integer> all = new TreeMap<>(before.untilsByLink());
    all.putAll(added);
    int[] links = new int[all.size()];
    int[] untils = new int[all.size()];
    int i = 0;
    for (Map.Entry<Integer, Integer> entry : all.entrySet()) {
      links[i] = entry.getKey();
      untils[i++] = entry.getValue();
    }
    return new RemovedLinks(links, untils, origins, ends);
  }

  boolean isEmpty() {
    return links.length == 0;
  }

  int size() {
    return links.length;
  }

  /** The nodes that a removed edge leaves in a direction. */
  NodeSet touched(Direction direction) {
    return direction == Direction.FORWARD ? origins : ends;
  }

  /** Whether an edge of the base is removed. */
  boolean removesOfBase(int link) {
    return Arrays.binarySearch(links, link) >= 0;
  }

  /** Whether a record of the delta is removed. */
  boolean removes(int link, int record) {
    int at = Arrays.binarySearch(links, link);
    return at >= 0 && record < untils[at];
  }

  Map<Integer, Integer> untilsByLink() {
    Map<Integer, Integer> map = new TreeMap<>();
    for (int i = 0; i < links.length; i++) {
      map.put(links[i], untils[i]);
    }
    return map;
  }
}

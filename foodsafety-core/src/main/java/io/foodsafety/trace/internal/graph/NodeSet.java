package io.foodsafety.trace.internal.graph;

import java.util.Arrays;

/**
 * A bitmap of nodes that one thread adds to while others read. A reader sees at least what was
 * added before the publication that it goes by; to see more does no harm.
 */
public final class NodeSet {

  private volatile long[] words;

  /** No nodes yet; it grows beyond what is expected. */
  public NodeSet(int expectedNodes) {
    words = new long[(expectedNodes >> 6) + 1];
  }

  NodeSet(NodeSet other) {
    words = other.words.clone();
  }

  /** Adds a node. */
  public void add(int node) {
    int word = node >> 6;
    long[] current = words;
    if (word >= current.length) {
      current = Arrays.copyOf(current, Math.max(word + 1, current.length + (current.length >> 1)));
      words = current;
    }
    current[word] |= 1L << node;
  }

  /** Whether a node was added. */
  public boolean contains(int node) {
    return contains(words, node);
  }

  /** What {@link #contains(long[], int)} takes: a search gets it once. */
  long[] words() {
    return words;
  }

  static boolean contains(long[] words, int node) {
    int word = node >> 6;
    return word < words.length && ((words[word] >>> node) & 1) != 0;
  }
}

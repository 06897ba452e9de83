package io.foodsafety.trace.internal.graph;

import java.util.Arrays;

/** Sorts the edges of one region of a block, and their links, latest first. */
final class RegionSort {

  private static final int FEW = 24;

  private final int[] blocks;
  private final int[] links;
  private long[] keys = new long[FEW];
  private int[] copy = new int[FEW];
  private int[] copiedLinks = new int[FEW];

  RegionSort(int[] blocks, int[] links) {
    this.blocks = blocks;
    this.links = links;
  }

  void points(int start, int count) {
    sort(start, count, Adjacency.POINT);
  }

  void ranges(int start, int count) {
    sort(start, count, Adjacency.RANGE);
  }

  /** The key is the last number of an edge. */
  private void sort(int start, int count, int width) {
    int last = width - 1;
    int sorted = 1;
    while (sorted < count
        && blocks[start + sorted * width + last] <= blocks[start + (sorted - 1) * width + last]) {
      sorted++;
    }
    if (sorted >= count) {
      return;
    }
    if (count <= FEW) {
      insert(start, sorted, count, width);
    } else {
      permute(start, count, width);
    }
  }

  private void insert(int start, int sorted, int count, int width) {
    int last = width - 1;
    for (int i = sorted; i < count; i++) {
      for (int at = start + i * width;
          at > start && blocks[at + last] > blocks[at + last - width];
          at -= width) {
        swap(at, at - width, width);
      }
    }
  }

  private void swap(int a, int b, int width) {
    for (int i = 0; i < width; i++) {
      int number = blocks[a + i];
      blocks[a + i] = blocks[b + i];
      blocks[b + i] = number;
    }
    int link = links[a >>> 1];
    links[a >>> 1] = links[b >>> 1];
    links[b >>> 1] = link;
  }

  private void permute(int start, int count, int width) {
    if (keys.length < count) {
      int capacity = Math.max(count, keys.length * 2);
      keys = new long[capacity];
      copy = new int[Adjacency.RANGE * capacity];
      copiedLinks = new int[capacity];
    }
    for (int i = 0; i < count; i++) {
      int at = start + i * width;
      keys[i] = ((long) ~blocks[at + width - 1] << 32) | i;
      copiedLinks[i] = links[at >>> 1];
    }
    System.arraycopy(blocks, start, copy, 0, count * width);
    Arrays.sort(keys, 0, count);
    for (int i = 0; i < count; i++) {
      int source = (int) keys[i];
      int at = start + i * width;
      System.arraycopy(copy, source * width, blocks, at, width);
      links[at >>> 1] = copiedLinks[source];
    }
  }
}

package io.foodsafety.trace.internal.graph;

import io.foodsafety.trace.internal.columns.IntColumn;
import java.util.Arrays;

/** Sorts the edges of one region of a block, and their links, latest first. */
final class RegionSort {

  private static final int FEW = 24;

  private final IntColumn blocks;
  private final IntColumn links;
  private long[] keys = new long[FEW];
  private int[] copy = new int[FEW];
  private int[] copiedLinks = new int[FEW];

  RegionSort(IntColumn blocks, IntColumn links) {
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
        && blocks.get(start + sorted * width + last)
            <= blocks.get(start + (sorted - 1) * width + last)) {
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
          at > start && blocks.get(at + last) > blocks.get(at + last - width);
          at -= width) {
        swap(at, at - width, width);
      }
    }
  }

  private void swap(int a, int b, int width) {
    for (int i = 0; i < width; i++) {
      int number = blocks.get(a + i);
      blocks.set(a + i, blocks.get(b + i));
      blocks.set(b + i, number);
    }
    int link = links.get(a >>> 1);
    links.set(a >>> 1, links.get(b >>> 1));
    links.set(b >>> 1, link);
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
      keys[i] = ((long) ~blocks.get(at + width - 1) << 32) | i;
      copiedLinks[i] = links.get(at >>> 1);
    }
    for (int i = 0; i < count * width; i++) {
      copy[i] = blocks.get(start + i);
    }
    Arrays.sort(keys, 0, count);
    for (int i = 0; i < count; i++) {
      int source = (int) keys[i];
      int at = start + i * width;
      for (int number = 0; number < width; number++) {
        blocks.set(at + number, copy[source * width + number]);
      }
      links.set(at >>> 1, copiedLinks[source]);
    }
  }
}

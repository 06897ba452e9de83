package io.foodsafety.trace.internal;

import io.foodsafety.trace.internal.columns.ColumnReader;
import io.foodsafety.trace.internal.columns.ColumnWriter;
import io.foodsafety.trace.internal.columns.GrowingBytes;
import io.foodsafety.trace.internal.columns.GrowingInts;
import java.io.IOException;

/**
 * What was known of all nodes at one version, {@link Packed}, side by side. Records do not change
 * once they are made; marks fill in as they are asked for.
 */
final class RecordBase {

  private static final long MAX_SIZE = 0xFFFFFFFFL;

  private final GrowingBytes records;

  /** By node, where its record ends; the first begins at 0. */
  private final GrowingInts ends;

  private final int nodes;
  private final MarkTable marks;

  /** A base to which the records are {@link #add added}. */
  RecordBase() {
    this(new GrowingBytes(), new GrowingInts(), 0);
  }

  private RecordBase(GrowingBytes records, GrowingInts ends, int nodes) {
    this.records = records;
    this.ends = ends;
    this.nodes = nodes;
    this.marks = new MarkTable(nodes);
  }

  /** The base that was saved. */
  static RecordBase open(ColumnReader columns) throws IOException {
    GrowingInts ends = columns.growingInts("records.ends");
    return new RecordBase(columns.growingBytes("records"), ends, ends.size());
  }

  void save(ColumnWriter columns) throws IOException {
    columns.bytes("records", records);
    columns.ints("records.ends", ends);
  }

  /** Adds the record of the next node. */
  void add(byte[] record) {
    records.add(record, record.length);
    end();
  }

  /** Adds the record of the next node, which is that of another base. */
  void add(RecordBase other, int node) {
    if (node < other.size()) {
      records.add(other.records, other.start(node), other.end(node));
    }
    end();
  }

  private void end() {
    if (records.size() > MAX_SIZE) {
      throw new IllegalStateException("The records of all holdings cannot pass 4 GB.");
    }
    ends.add((int) records.size());
  }

  /** All that were added; nothing is added afterwards. */
  RecordBase whole() {
    return new RecordBase(records, ends, ends.size());
  }

  /** The marks of the nodes, those that somebody asked for. */
  MarkTable marks() {
    return marks;
  }

  /** How many nodes have a record. */
  int size() {
    return nodes;
  }

  /** The record of a node. */
  byte[] get(int node) {
    if (node >= nodes) {
      return Packed.NOTHING;
    }
    long start = start(node);
    int length = (int) (end(node) - start);
    return length == 0 ? Packed.NOTHING : records.get(start, length);
  }

  private long start(int node) {
    return node == 0 ? 0 : end(node - 1);
  }

  private long end(int node) {
    return ends.get(node) & MAX_SIZE;
  }
}

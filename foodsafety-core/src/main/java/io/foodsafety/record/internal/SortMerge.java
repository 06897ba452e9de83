package io.foodsafety.record.internal;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.PriorityQueue;

/** Merges sorted files and a sorted list. An unreadable file is an {@link UncheckedIOException}. */
final class SortMerge implements Iterator<SortEntry>, Closeable {

  /** One sequence of entries with its next one. */
  private record Head(SortEntry entry, int sequence) implements Comparable<Head> {
    @Override
    public int compareTo(Head other) {
      return entry.compareTo(other.entry);
    }
  }

  private final List<SortRun.Reader> readers = new ArrayList<>();
  private final Iterator<SortEntry> rest;
  private final PriorityQueue<Head> heads = new PriorityQueue<>();

  SortMerge(List<Path> files, List<SortEntry> sorted) throws IOException {
    this.rest = sorted.iterator();
    try {
      for (Path file : files) {
        readers.add(new SortRun.Reader(file));
      }
      for (int i = 0; i <= readers.size(); i++) {
        advance(i);
      }
    } catch (IOException | RuntimeException e) {
      close();
      throw e;
    }
  }

  /** Reads on in one of the sequences; the last one is the list. */
  private void advance(int sequence) throws IOException {
    if (sequence < readers.size()) {
      readers.get(sequence).next().ifPresent(entry -> heads.add(new Head(entry, sequence)));
    } else if (rest.hasNext()) {
      heads.add(new Head(rest.next(), sequence));
    }
  }

  @Override
  public boolean hasNext() {
    return !heads.isEmpty();
  }

  @Override
  public SortEntry next() {
    Head head = heads.poll();
    if (head == null) {
      throw new NoSuchElementException();
    }
    try {
      advance(head.sequence());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return head.entry();
  }

  @Override
  public void close() throws IOException {
    for (SortRun.Reader reader : readers) {
      reader.close();
    }
  }
}

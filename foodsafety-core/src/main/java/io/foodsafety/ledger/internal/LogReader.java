package io.foodsafety.ledger.internal;

import com.google.common.collect.AbstractIterator;
import io.foodsafety.spi.storage.LogEntry;
import io.foodsafety.spi.storage.ReadView;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/** The entries of a log in order, read in pages. Valid as long as its view. */
final class LogReader extends AbstractIterator<LogEntry> {

  private final ReadView view;
  private final String log;
  private final int pageSize;
  private final Deque<LogEntry> page = new ArrayDeque<>();
  private long position;

  LogReader(ReadView view, String log, int pageSize) {
    this.view = view;
    this.log = log;
    this.pageSize = pageSize;
  }

  @Override
  protected @Nullable LogEntry computeNext() {
    if (page.isEmpty()) {
      page.addAll(view.readLog(log, position, pageSize));
    }
    LogEntry entry = page.poll();
    if (entry == null) {
      return endOfData();
    }
    position = entry.position();
    return entry;
  }
}

package io.foodsafety.runtime.internal;

import io.foodsafety.spi.format.DataRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CancellationException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Threads that write batches. Records of one id go to one thread, so that they keep their order.
 * Queues are short, so that reading waits for writing. The first failure of any writer ends the
 * work: the others finish the batch in hand.
 */
final class WriterPool {

  /** About so many characters make a batch full, whatever the number of its records. */
  private static final long MAX_WEIGHT = 4_000_000;

  private static final List<DataRecord> END = List.of();

  private static final class Lane {
    private final BlockingQueue<List<DataRecord>> queue = new ArrayBlockingQueue<>(2);
    private final Thread thread;
    private List<DataRecord> batch = new ArrayList<>();
    private long weight;

    Lane(Consumer<Lane> work, String name) {
      thread = new Thread(() -> work.accept(this), name);
      thread.setDaemon(true);
    }
  }

  private final List<Lane> lanes = new ArrayList<>();
  private final int batchSize;
  private final AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();

  /** Starts writers, each with its own way to write a batch. */
  WriterPool(int writers, int batchSize, Supplier<Consumer<List<DataRecord>>> batchWriters) {
    this.batchSize = batchSize;
    for (int i = 1; i <= writers; i++) {
      Consumer<List<DataRecord>> writer = batchWriters.get();
      lanes.add(new Lane(lane -> write(lane, writer), "foodsafety-import-" + i));
    }
    lanes.forEach(lane -> lane.thread.start());
  }

  private void write(Lane lane, Consumer<List<DataRecord>> writer) {
    try {
      // After a failure the queue is still emptied, so that nobody waits for a place in it.
      for (List<DataRecord> batch = lane.queue.take(); batch != END; batch = lane.queue.take()) {
        if (failure.get() == null) {
          writeBatch(batch, writer);
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @SuppressWarnings("CatchingUnchecked") // whatever it is, the thread that waits throws it
  private void writeBatch(List<DataRecord> batch, Consumer<List<DataRecord>> writer) {
    try {
      writer.accept(batch);
    } catch (Throwable e) {
      failure.compareAndSet(null, e);
    }
  }

  /** Hands a record to its writer; waits if that one is busy. */
  void add(DataRecord record) throws RecordSourceReader.Stopped {
    Object id = record.fields().get("id");
    int hash = record.type().hashCode() * 31 + (id == null ? 0 : id.hashCode());
    Lane lane = lanes.get(Math.floorMod(hash, lanes.size()));
    lane.batch.add(record);
    lane.weight += weight(record.fields());
    if (lane.batch.size() >= batchSize || lane.weight >= MAX_WEIGHT) {
      handOver(lane);
    }
  }

  private void handOver(Lane lane) throws RecordSourceReader.Stopped {
    List<DataRecord> batch = lane.batch;
    lane.batch = new ArrayList<>();
    lane.weight = 0;
    if (!batch.isEmpty()) {
      put(lane, batch);
    }
    if (failure.get() != null) {
      throw new RecordSourceReader.Stopped();
    }
  }

  private void put(Lane lane, List<DataRecord> batch) throws RecordSourceReader.Stopped {
    try {
      lane.queue.put(batch);
    } catch (InterruptedException e) {
      failure.compareAndSet(null, e);
      throw new RecordSourceReader.Stopped();
    }
  }

  private static long weight(@Nullable Object value) {
    if (value instanceof CharSequence text) {
      return text.length() + 8L;
    }
    if (value instanceof Map<?, ?> map) {
      long sum = 16;
      for (Map.Entry<?, ?> entry : map.entrySet()) {
        sum += weight(entry.getKey()) + weight(entry.getValue());
      }
      return sum;
    }
    if (value instanceof Iterable<?> list) {
      long sum = 16;
      for (Object each : list) {
        sum += weight(each);
      }
      return sum;
    }
    return 8;
  }

  /** Writes what is left, waits for all writers, and throws what any of them threw. */
  void finish() {
    for (Lane lane : lanes) {
      try {
        handOver(lane);
      } catch (RecordSourceReader.Stopped e) {
        break; // the failure is thrown below
      }
    }
    if (joinAll() || failure.get() instanceof InterruptedException) {
      Thread.currentThread().interrupt();
      throw new CancellationException("The import was interrupted.");
    }
    Throwable thrown = failure.get();
    if (thrown instanceof Error error) {
      throw error;
    }
    if (thrown instanceof RuntimeException exception) {
      throw exception;
    }
  }

  /** Ends the writers after the batch in hand; what is in the queues is not written. */
  void abort() {
    failure.compareAndSet(null, new CancellationException("The import was stopped."));
    if (joinAll()) {
      Thread.currentThread().interrupt();
    }
  }

  private boolean joinAll() {
    boolean interrupted = false;
    for (Lane lane : lanes) {
      interrupted |= join(lane);
    }
    return interrupted;
  }

  /** Waits for a writer, whatever interrupts; whether something did. */
  private boolean join(Lane lane) {
    boolean interrupted = false;
    boolean told = false;
    while (lane.thread.isAlive()) {
      try {
        told = told || lane.queue.offer(END, 1, TimeUnit.SECONDS);
        if (told) {
          lane.thread.join();
        }
      } catch (InterruptedException e) {
        interrupted = true;
        failure.compareAndSet(null, e);
      }
    }
    return interrupted;
  }
}

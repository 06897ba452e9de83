package io.foodsafety.runtime.internal;

import io.foodsafety.fact.RecordingResult;
import io.foodsafety.model.issue.Issue;
import io.foodsafety.record.ImportOptions;
import io.foodsafety.record.ImportReport;
import io.foodsafety.record.RecordEncoder;
import io.foodsafety.record.RecordSource;
import io.foodsafety.runtime.internal.RecordIntake.Taken;
import io.foodsafety.spi.format.DataRecord;
import io.foodsafety.spi.format.RecordFormat;
import io.foodsafety.spi.format.RecordSink;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * One import: the calling thread reads, writers decode and store. Withdrawals wait until all
 * subjects and facts are stored, for their target may come later in the sources. Trace events wait
 * for nothing: what they mean does not depend on the order of their arrival.
 */
final class ImportRun {

  private static final int WITHDRAWALS_IN_MEMORY = 1_000;

  private final Map<String, RecordFormat> formats;
  private final RecordIntake intake;
  private final Supplier<Recorder> recorders;
  private final ImportOptions options;
  private final ImportTally tally;

  ImportRun(
      Map<String, RecordFormat> formats,
      RecordIntake intake,
      Supplier<Recorder> recorders,
      ImportOptions options,
      ImportTally tally) {
    this.formats = formats;
    this.intake = intake;
    this.recorders = recorders;
    this.options = options;
    this.tally = tally;
  }

  /** Produces records. */
  private interface Producer {
    int produce(WriterPool writers) throws RecordSourceReader.Stopped;
  }

  /** Imports all sources; the number of those that could not be read. */
  int run(List<RecordSource> sources) {
    try (WithdrawalSpool spool =
        new WithdrawalSpool(RecordEncoder.WITHDRAWAL, WITHDRAWALS_IN_MEMORY)) {
      int unread = write(writers -> read(sources, writers, spool));
      write(
          writers -> {
            spool.drain(writers::add);
            return 0;
          });
      return unread;
    }
  }

  private int write(Producer producer) {
    WriterPool writers = new WriterPool(options.writers(), options.batchSize(), this::batchWriter);
    int result = 0;
    try {
      result = producer.produce(writers);
    } catch (RecordSourceReader.Stopped e) {
      // Because a writer failed: finish() throws why.
    } catch (RuntimeException | Error e) {
      writers.abort();
      throw e;
    }
    writers.finish();
    return result;
  }

  private Consumer<List<DataRecord>> batchWriter() {
    Recorder recorder = recorders.get();
    return batch -> {
      List<Pending> valid = new ArrayList<>(batch.size());
      for (DataRecord record : batch) {
        Taken taken = intake.take(record);
        if (taken instanceof Taken.Valid each) {
          valid.add(each.pending());
        } else {
          tally.rejected(record.type(), ((Taken.Invalid) taken).issues());
        }
      }
      List<RecordingResult> results = recorder.record(valid);
      tally.committed(valid, results);
    };
  }

  private int read(List<RecordSource> sources, WriterPool writers, WithdrawalSpool spool)
      throws RecordSourceReader.Stopped {
    RecordSink sink =
        new RecordSink() {
          @Override
          public void accept(DataRecord record) throws RecordSourceReader.Stopped {
            if (record.type().equals(RecordEncoder.WITHDRAWAL)) {
              keep(record, spool);
            } else {
              writers.add(record);
            }
          }

          @Override
          public void reject(Issue issue) {
            tally.rejected(ImportReport.UNREADABLE, List.of(issue));
          }
        };
    RecordSourceReader reader = new RecordSourceReader(formats, sink, tally::reported);
    int unread = 0;
    for (RecordSource source : sources) {
      unread += reader.read(source) ? 0 : 1;
    }
    return unread;
  }

  /** What is kept has been found valid, so that canonical JSON can hold it. */
  private void keep(DataRecord record, WithdrawalSpool spool) {
    if (intake.take(record) instanceof Taken.Invalid invalid) {
      tally.rejected(record.type(), invalid.issues());
    } else {
      spool.add(record);
    }
  }
}

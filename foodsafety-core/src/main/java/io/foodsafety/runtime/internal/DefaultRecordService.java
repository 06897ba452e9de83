package io.foodsafety.runtime.internal;

import io.foodsafety.record.ImportListener;
import io.foodsafety.record.ImportOptions;
import io.foodsafety.record.ImportReport;
import io.foodsafety.record.RecordService;
import io.foodsafety.record.RecordSource;
import io.foodsafety.spi.format.RecordFormat;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** Imports into a storage. */
final class DefaultRecordService implements RecordService {

  private final Map<String, RecordFormat> formats;
  private final RecordIntake intake;
  private final Supplier<Recorder> recorders;
  private final Runnable imported;
  private final BooleanSupplier seal;

  /**
   * A service.
   *
   * @param formats record formats by name
   * @param intake decodes records
   * @param recorders makes a recorder for each writer
   * @param imported hears that records may have been stored, also by an import that failed
   * @param seal seals the ledger, and says whether to its end
   */
  DefaultRecordService(
      Map<String, RecordFormat> formats,
      RecordIntake intake,
      Supplier<Recorder> recorders,
      Runnable imported,
      BooleanSupplier seal) {
    this.formats = formats;
    this.intake = intake;
    this.recorders = recorders;
    this.imported = imported;
    this.seal = seal;
  }

  @Override
  public ImportReport importFrom(
      List<RecordSource> sources, ImportOptions options, ImportListener listener) {
    long start = System.nanoTime();
    ImportTally tally = new ImportTally(listener);
    int unread;
    try {
      unread = new ImportRun(formats, intake, recorders, options, tally).run(sources);
    } finally {
      imported.run();
    }
    boolean sealed = seal.getAsBoolean();
    return new ImportReport(
        tally.byType(), unread, Duration.ofNanos(System.nanoTime() - start), sealed);
  }
}

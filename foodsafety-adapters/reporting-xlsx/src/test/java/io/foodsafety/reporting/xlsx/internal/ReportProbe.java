package io.foodsafety.reporting.xlsx.internal;

import io.foodsafety.model.report.Block;
import io.foodsafety.model.report.BusinessBlock;
import io.foodsafety.model.report.Report;
import java.util.concurrent.atomic.AtomicInteger;

/** Reports that tell when a row is read. */
final class ReportProbe {

  private ReportProbe() {}

  /** The businesses of a report alone; when a row is reached, an action runs. */
  static Report watching(Report report, int row, Runnable action) {
    Report.Builder watched =
        Report.builder(
            report.id(), report.title(), report.locale(), report.generatedAt(), report.zone());
    for (Block block : report.blocks()) {
      if (block instanceof BusinessBlock businesses) {
        watched.block(watching(businesses, row, action));
      }
    }
    return watched.build();
  }

  private static BusinessBlock watching(BusinessBlock block, int row, Runnable action) {
    return BusinessBlock.builder(block.id(), block.title(), block.legend(), block.scale())
        .divisions(block.divisions())
        .segments(block.segments())
        .businesses(
            () -> {
              AtomicInteger read = new AtomicInteger();
              return block.businesses().stream()
                  .peek(
                      any -> {
                        if (read.getAndIncrement() == row) {
                          action.run();
                        }
                      });
            })
        .build();
  }
}

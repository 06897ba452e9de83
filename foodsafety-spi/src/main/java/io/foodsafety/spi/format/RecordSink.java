package io.foodsafety.spi.format;

import io.foodsafety.model.issue.Issue;
import java.io.IOException;

/** Takes what a format reads. Called by one thread, in the order of the stream. */
public interface RecordSink {

  /**
   * Takes a record.
   *
   * @param record a record that was read
   * @throws IOException if it cannot be passed on; reading ends
   */
  void accept(DataRecord record) throws IOException;

  /**
   * Takes a problem; the record it is in was left out, and reading goes on.
   *
   * @param issue what could not be read
   * @throws IOException if it cannot be passed on; reading ends
   */
  void reject(Issue issue) throws IOException;
}

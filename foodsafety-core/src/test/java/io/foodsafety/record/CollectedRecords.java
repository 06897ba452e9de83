package io.foodsafety.record;

import io.foodsafety.model.issue.Issue;
import io.foodsafety.spi.format.DataRecord;
import io.foodsafety.spi.format.RecordFormat;
import io.foodsafety.spi.format.RecordSink;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** A sink that keeps what it takes. */
final class CollectedRecords implements RecordSink {

  final List<DataRecord> records = new ArrayList<>();
  final List<Issue> issues = new ArrayList<>();

  static CollectedRecords of(RecordFormat format, InputStream in) throws IOException {
    CollectedRecords collected = new CollectedRecords();
    format.read(in, "a.ndjson", collected);
    return collected;
  }

  static CollectedRecords ofNdjson(String text) throws IOException {
    return ofNdjson(text.getBytes(StandardCharsets.UTF_8));
  }

  static CollectedRecords ofNdjson(byte[] bytes) throws IOException {
    return of(new NdjsonFormat(), new ByteArrayInputStream(bytes));
  }

  @Override
  public void accept(DataRecord record) {
    records.add(record);
  }

  @Override
  public void reject(Issue issue) {
    issues.add(issue);
  }

  List<String> codes() {
    return issues.stream().map(Issue::code).toList();
  }
}

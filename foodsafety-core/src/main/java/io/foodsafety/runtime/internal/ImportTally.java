package io.foodsafety.runtime.internal;

import io.foodsafety.fact.RecordingResult;
import io.foodsafety.model.issue.Issue;
import io.foodsafety.record.ImportCounts;
import io.foodsafety.record.ImportListener;
import io.foodsafety.record.ImportListener.RecordId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Counts records and tells the listener, one call at a time. Safe for use by many threads. */
final class ImportTally {

  private final ImportListener listener;
  private final Map<String, ImportCounts> byType = new TreeMap<>();
  private ImportCounts total = ImportCounts.NONE;

  ImportTally(ImportListener listener) {
    this.listener = listener;
  }

  /** A batch was committed. */
  synchronized void committed(List<Pending> batch, List<RecordingResult> results) {
    List<RecordId> stored = new ArrayList<>();
    for (int i = 0; i < batch.size(); i++) {
      RecordingResult result = results.get(i);
      String type = batch.get(i).type();
      count(type, counts(result.outcome()));
      if (result.isStored()) {
        stored.add(new RecordId(type, result.id()));
      }
      result.issues().forEach(listener::reported);
    }
    if (!stored.isEmpty()) {
      listener.acknowledged(stored);
    }
    listener.progressed(total);
  }

  /** A record was rejected. */
  synchronized void rejected(String type, List<Issue> issues) {
    count(type, counts(RecordingResult.Outcome.REFUSED));
    issues.forEach(listener::reported);
  }

  /** A source was given up. */
  synchronized void reported(Issue issue) {
    listener.reported(issue);
  }

  private static ImportCounts counts(RecordingResult.Outcome outcome) {
    return switch (outcome) {
      case RECORDED -> new ImportCounts(1, 0, 0);
      case ALREADY_KNOWN -> new ImportCounts(0, 1, 0);
      case REFUSED -> new ImportCounts(0, 0, 1);
    };
  }

  private void count(String type, ImportCounts counts) {
    byType.merge(type, counts, ImportCounts::plus);
    total = total.plus(counts);
  }

  synchronized Map<String, ImportCounts> byType() {
    return new TreeMap<>(byType);
  }
}

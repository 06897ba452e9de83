package io.foodsafety.runtime.internal;

import io.foodsafety.fact.RecordingResult;
import io.foodsafety.runtime.internal.RecordIntake.Taken;
import java.util.ArrayList;
import java.util.List;

/** Stores the valid ones of the records that a call hands over, and answers for each in order. */
final class RecordedCalls {

  private RecordedCalls() {}

  /**
   * A record of a call.
   *
   * @param id its id
   * @param taken what came of looking at it
   */
  record Call(String id, Taken taken) {}

  static List<RecordingResult> record(Recorder recorder, List<Call> calls) {
    List<Pending> valid = new ArrayList<>();
    for (Call call : calls) {
      if (call.taken() instanceof Taken.Valid each) {
        valid.add(each.pending());
      }
    }
    List<RecordingResult> stored = recorder.record(valid);
    List<RecordingResult> results = new ArrayList<>();
    int next = 0;
    for (Call call : calls) {
      results.add(
          call.taken() instanceof Taken.Invalid invalid
              ? RecordingResult.refused(call.id(), invalid.issues())
              : stored.get(next++));
    }
    return results;
  }
}

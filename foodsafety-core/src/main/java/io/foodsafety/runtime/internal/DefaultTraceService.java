package io.foodsafety.runtime.internal;

import io.foodsafety.fact.RecordingResult;
import io.foodsafety.model.trace.TraceEvent;
import io.foodsafety.record.RecordEncoder;
import io.foodsafety.runtime.internal.RecordedCalls.Call;
import io.foodsafety.runtime.internal.StoredTrace.Captured;
import io.foodsafety.trace.TraceService;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Trace events, kept in a storage. */
final class DefaultTraceService implements TraceService {

  private final StoredTrace stored;
  private final RecordIntake intake;
  private final Recorder recorder;

  DefaultTraceService(StoredTrace stored, RecordIntake intake, Recorder recorder) {
    this.stored = stored;
    this.intake = intake;
    this.recorder = recorder;
  }

  @Override
  public List<RecordingResult> captureAll(List<TraceEvent> events) {
    return RecordedCalls.record(
        recorder,
        events.stream()
            .map(event -> new Call(event.id(), intake.take(RecordEncoder.encode(event))))
            .toList());
  }

  @Override
  public Optional<TraceEvent> find(String id) {
    return stored.find(id);
  }

  @Override
  public Stream<TraceEvent> events() {
    return stored.follow(0).map(Captured::event);
  }

  @Override
  public long position() {
    return stored.position();
  }
}

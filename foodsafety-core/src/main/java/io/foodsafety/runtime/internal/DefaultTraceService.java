package io.foodsafety.runtime.internal;

import io.foodsafety.fact.RecordingResult;
import io.foodsafety.model.trace.Holding;
import io.foodsafety.model.trace.TraceEvent;
import io.foodsafety.record.RecordEncoder;
import io.foodsafety.runtime.internal.RecordedCalls.Call;
import io.foodsafety.runtime.internal.StoredTrace.Captured;
import io.foodsafety.trace.OutbreakCases;
import io.foodsafety.trace.OutbreakScores;
import io.foodsafety.trace.RecallScope;
import io.foodsafety.trace.TraceGaps;
import io.foodsafety.trace.TracePath;
import io.foodsafety.trace.TraceQuery;
import io.foodsafety.trace.TraceResult;
import io.foodsafety.trace.TraceService;
import io.foodsafety.trace.TraceStart;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Trace events, kept in a storage, and the network of them. */
final class DefaultTraceService implements TraceService {

  private final StoredTrace stored;
  private final TraceProjection projection;
  private final RecordIntake intake;
  private final Recorder recorder;

  DefaultTraceService(
      StoredTrace stored, TraceProjection projection, RecordIntake intake, Recorder recorder) {
    this.stored = stored;
    this.projection = projection;
    this.intake = intake;
    this.recorder = recorder;
  }

  @Override
  public List<RecordingResult> captureAll(List<TraceEvent> events) {
    try {
      return RecordedCalls.record(
          recorder,
          events.stream()
              .map(event -> new Call(event.id(), intake.take(RecordEncoder.encode(event))))
              .toList());
    } finally {
      projection.touch(); // also of a failure it is not known whether it came after the commit
    }
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
  public long refresh() {
    return projection.refresh();
  }

  @Override
  public void await(long position) {
    if (projection.current().position() < position && refresh() < position) {
      throw new IllegalArgumentException(
          "The position (%d) lies beyond the last event captured (%d)."
              .formatted(position, position()));
    }
  }

  @Override
  public long position() {
    return projection.current().position();
  }

  @Override
  public boolean knows(TraceStart start) {
    return projection.current().knows(start);
  }

  @Override
  public TraceResult trace(TraceQuery query) {
    return projection.current().trace(query);
  }

  @Override
  public Optional<TracePath> path(Holding from, Holding to, boolean strict) {
    return projection.current().path(from, to, strict);
  }

  @Override
  public RecallScope recall(TraceStart start) {
    return projection.current().recall(start);
  }

  @Override
  public OutbreakScores outbreak(OutbreakCases cases) {
    return projection.current().outbreak(cases);
  }

  @Override
  public TraceGaps gaps(Optional<String> lot) {
    return projection.current().gaps(lot);
  }
}

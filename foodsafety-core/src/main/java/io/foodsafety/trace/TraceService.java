package io.foodsafety.trace;

import io.foodsafety.fact.RecordingResult;
import io.foodsafety.model.trace.TraceEvent;
import io.foodsafety.spi.storage.StorageException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Captures trace events, reads them, and answers questions about the lots they concern. Handed out
 * by a session, on whose actor's behalf it writes. Safe for use by many threads; not for
 * implementation by a host.
 *
 * <p>Capture is idempotent by id: the same content again is already known, other content under a
 * known id is refused and changes nothing. When a method returns, what it reports as stored is
 * kept. A failing storage is a {@link StorageException}.
 *
 * <p>Answers come from a network in memory, which is built when it is first asked. It sees all that
 * this process has captured; what other processes captured it sees after {@code city.advance}, or
 * after {@link #refresh}.
 */
public interface TraceService extends TraceQueries {

  /**
   * Captures an event.
   *
   * @param event the event
   * @return what became of it; one that begins more than a day after now is refused
   */
  default RecordingResult capture(TraceEvent event) {
    return captureAll(List.of(event)).get(0);
  }

  /**
   * Captures events in one transaction; a refused one does not stop the others. Lists of about a
   * thousand are quickest. An observation keeps texts, numbers and truth values: a date or a code
   * is kept as text, a list of codes is refused.
   *
   * @param events the events
   * @return what became of each, in the same order
   */
  List<RecordingResult> captureAll(List<TraceEvent> events);

  /**
   * An event by id, void or not.
   *
   * @param id its id
   * @return the event, or nothing
   */
  Optional<TraceEvent> find(String id);

  /**
   * All events in the order of their capture, void or not. The stream reads a thousand at a time,
   * and sees events captured while it runs. It need not be closed.
   *
   * @return the events
   */
  Stream<TraceEvent> events();

  /**
   * Looks for events that other processes captured.
   *
   * @return the position of the last event captured, which queries see from now on; 0 without
   *     events
   */
  long refresh();

  /**
   * Makes sure that queries see a position, wherever it was captured.
   *
   * @param position a position that another query or process has named
   * @throws IllegalArgumentException if there is no event at that position or after it
   */
  void await(long position);
}

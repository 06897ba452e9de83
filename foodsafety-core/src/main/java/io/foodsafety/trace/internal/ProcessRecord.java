package io.foodsafety.trace.internal;

import io.foodsafety.model.measure.Quantity;
import io.foodsafety.model.trace.Holding;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * A transformation, or all that share a process: each input may be in each output. Immutable.
 *
 * @param inputs what was used
 * @param outputs what was made
 */
record ProcessRecord(List<Part> inputs, List<Part> outputs) {

  static final ProcessRecord EMPTY = new ProcessRecord(List.of(), List.of());

  /**
   * One input or output.
   *
   * @param holding of what
   * @param at when
   * @param quantity how much, if that is known
   * @param event by which event
   */
  record Part(Holding holding, Span at, Optional<Quantity> quantity, String event) {

    static final Comparator<Part> ORDER =
        Comparator.comparing((Part part) -> part.holding().lot())
            .thenComparing(part -> part.holding().party())
            .thenComparing(Part::event);
  }
}

package io.foodsafety.trace;

import io.foodsafety.model.measure.Quantity;
import io.foodsafety.model.trace.Holding;
import java.util.List;
import java.util.Optional;

/**
 * A holding that a trace reached. Immutable.
 *
 * @param holding the holding
 * @param reach how it was reached
 * @param depth the least number of links from the start
 * @param via the ids of the events that link it to the depth before; empty at the start
 * @param quantity what came in there in all; nothing if that is not known
 */
public record ReachedHolding(
    Holding holding, Reach reach, int depth, List<String> via, Optional<Quantity> quantity) {

  /** How a holding was reached. */
  public enum Reach {
    /** The trace begins there. */
    START("start"),
    /** It came from there. */
    BACKWARD("backward"),
    /** It went there. */
    FORWARD("forward");

    private final String code;

    Reach(String code) {
      this.code = code;
    }

    /** {@return the word in JSON} */
    public String code() {
      return code;
    }
  }

  /** Copies the list. */
  public ReachedHolding {
    via = List.copyOf(via);
  }
}

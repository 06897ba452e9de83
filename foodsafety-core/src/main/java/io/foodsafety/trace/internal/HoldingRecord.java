package io.foodsafety.trace.internal;

import io.foodsafety.model.trace.Holding;
import java.util.List;

/**
 * All that is known of a holding, in order of time. Immutable.
 *
 * @param holding the holding
 * @param entries what happened, in the order of {@link Entry#ORDER}
 */
record HoldingRecord(Holding holding, List<Entry> entries) {}

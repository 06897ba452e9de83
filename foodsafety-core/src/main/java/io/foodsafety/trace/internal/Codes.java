package io.foodsafety.trace.internal;

import io.foodsafety.model.trace.Holding;
import java.util.List;
import java.util.TreeSet;

/**
 * What numbers of a network stand for. What a number that was published stands for never changes,
 * so that whoever has one may ask at any time, from any thread.
 *
 * @param names codes
 * @param nodes holdings and processes
 * @param links events that link them
 * @param log events
 */
record Codes(Names names, Nodes nodes, Links links, EventLog log) {

  Holding holding(int node) {
    return nodes.holding(node);
  }

  /** The id of the party with a number. */
  String party(int number) {
    return names.parties().get(number);
  }

  /** The ids of the events that make the edges with some links, each once and in order. */
  List<String> events(int[] some, int from, int to) {
    if (from == to) {
      return List.of();
    }
    int first = links.event(some[from]);
    int second = partnerOr(some[from], first);
    boolean isMore = false;
    for (int i = from + 1; i < to && !isMore; i++) {
      int event = links.event(some[i]);
      int partner = partnerOr(some[i], event);
      isMore = !(event == first && partner == second);
    }
    if (!isMore && first == second) {
      return List.of(log.id(first));
    }
    TreeSet<String> all = new TreeSet<>();
    for (int i = from; i < to; i++) {
      int event = links.event(some[i]);
      all.add(log.id(event));
      all.add(log.id(partnerOr(some[i], event)));
    }
    return List.copyOf(all);
  }

  private int partnerOr(int link, int event) {
    int partner = links.partner(link);
    return partner == 0 ? event : partner;
  }
}

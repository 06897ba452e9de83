package io.foodsafety.trace;

import io.foodsafety.model.trace.Holding;
import io.foodsafety.trace.ReferenceNetwork.Link;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * What can be reached in one direction: docs/trace.md § 3 and § 4, by relaxing all links level by
 * level until nothing changes. Backward is forward with links and times turned round.
 */
final class ReferenceClosure {

  final Map<Holding, Integer> depths = new TreeMap<>(ReferenceNetwork.BY_LOT);
  final Map<Holding, Set<String>> via = new TreeMap<>(ReferenceNetwork.BY_LOT);
  final Set<Holding> limited = new TreeSet<>(ReferenceNetwork.BY_LOT);

  private final List<Link> links;
  private final boolean forward;
  private final boolean strict;
  private final long start;
  private final long until;
  private final Set<Holding> starts;
  private final Predicate<String> parties;
  private Map<Holding, Long> since = new HashMap<>();

  ReferenceClosure(
      ReferenceNetwork network, Set<Holding> starts, TraceQuery query, boolean forward) {
    this.links = network.links;
    this.starts = starts;
    this.forward = forward;
    this.strict = query.strict();
    ReferenceSpan last = ReferenceSpan.of(query.until(), network.zone);
    this.until =
        query.until().isEmpty() ? Long.MAX_VALUE : forward ? last.last() : -clamp(last.first());
    this.parties = query.parties().orElse(party -> true);
    ReferenceSpan time = ReferenceSpan.of(query.start().time(), network.zone);
    this.start = forward ? time.first() : -clamp(time.last());
    for (Holding holding : starts) {
      depths.put(holding, 0);
      via.put(holding, new TreeSet<>());
      since.put(holding, start);
    }
    run(query.maxDepth().orElse(Integer.MAX_VALUE), query.maxHoldings().orElse(Integer.MAX_VALUE));
  }

  private void run(int maxDepth, int maxHoldings) {
    for (int depth = 1; depth <= maxDepth; depth++) {
      Map<Holding, Long> next = new HashMap<>(since);
      Map<Holding, Set<String>> found = new TreeMap<>(ReferenceNetwork.BY_LOT);
      for (Link link : links) {
        Long at = since.get(from(link));
        if (at != null && follows(link, at) && isInTime(link)) {
          next.merge(to(link), arrival(link, at), Math::min);
          if (!depths.containsKey(to(link))) {
            found.computeIfAbsent(to(link), h -> new TreeSet<>()).addAll(link.events());
          }
        }
      }
      int room = maxHoldings - (depths.size() - starts.size());
      for (Map.Entry<Holding, Set<String>> each : found.entrySet()) {
        if (parties.test(each.getKey().party()) && room-- > 0) {
          depths.put(each.getKey(), depth);
          via.put(each.getKey(), each.getValue());
        } else {
          next.remove(each.getKey());
        }
      }
      if (next.equals(since)) {
        break;
      }
      since = next;
    }
    for (Link link : links) {
      Long at = since.get(from(link));
      if (at != null && follows(link, at) && !depths.containsKey(to(link))) {
        limited.add(from(link));
      }
    }
  }

  Set<Holding> reached() {
    return depths.keySet();
  }

  boolean leads(Holding holding) {
    return links.stream().anyMatch(link -> from(link).equals(holding));
  }

  private Holding from(Link link) {
    return forward ? link.from() : link.to();
  }

  private Holding to(Link link) {
    return forward ? link.to() : link.from();
  }

  private boolean follows(Link link, long at) {
    if (strict) {
      return at <= lastOut(link) && Math.max(at, firstOut(link)) <= lastIn(link);
    }
    return !starts.contains(from(link)) || lastOut(link) >= start;
  }

  private boolean isInTime(Link link) {
    boolean isPossible = !link.movement() || firstOut(link) <= lastIn(link);
    return until == Long.MAX_VALUE
        || (isPossible && Math.max(firstOut(link), firstIn(link)) <= until);
  }

  private long arrival(Link link, long at) {
    return strict ? Math.max(at, Math.max(firstOut(link), firstIn(link))) : 0;
  }

  private long firstOut(Link link) {
    return forward ? link.leaves().first() : -clamp(link.arrives().last());
  }

  private long lastOut(Link link) {
    return forward ? link.leaves().last() : -clamp(link.arrives().first());
  }

  private long firstIn(Link link) {
    return forward ? link.arrives().first() : -clamp(link.leaves().last());
  }

  private long lastIn(Link link) {
    return forward ? link.arrives().last() : -clamp(link.leaves().first());
  }

  private static long clamp(long value) {
    return Math.max(value, -Long.MAX_VALUE);
  }
}

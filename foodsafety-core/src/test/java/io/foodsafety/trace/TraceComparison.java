package io.foodsafety.trace;

import io.foodsafety.model.time.EventTime;
import io.foodsafety.model.trace.TraceEvent;
import io.foodsafety.trace.internal.LiveNetwork;
import java.math.BigDecimal;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.Predicate;

/** Asks a network and the reference the same, and makes inputs small for which they differ. */
final class TraceComparison {

  static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

  /** In the middle of the times of random events. */
  private static final EventTime DAY = EventTime.parse("2024-05-04");

  private TraceComparison() {}

  /** The first difference between the network of these events and the reference. */
  static Optional<String> difference(List<TraceEvent> events, TraceQuestions questions) {
    Random random = new Random(questions.seed());
    TraceNetwork network = TraceNetwork.of(events, ZONE);
    ReferenceTrace reference = new ReferenceTrace(events, ZONE);
    Optional<String> found =
        TraceAnswers.difference(
            "gaps",
            reference.gaps(Optional.empty()),
            TraceAnswers.parse(network.gaps(Optional.empty()).toJson(Locale.ENGLISH)));
    for (TraceStart start : questions.starts()) {
      found = found.or(() -> gaps(network, reference, start.lot()));
      found = found.or(() -> recall(network, reference, start));
      for (TraceDirection direction : TraceDirection.values()) {
        TraceQuery query = TraceQuery.of(start, direction);
        int limit = random.nextInt(4);
        for (TraceQuery each :
            List.of(
                query,
                query.asStrict(),
                query.toDepth(limit),
                query.asStrict().toDepth(limit),
                query.atMost(limit),
                query.asStrict().atMost(limit),
                query.until(DAY),
                query.asStrict().until(DAY).toDepth(3),
                query.within(party -> !party.endsWith("1")),
                query.asStrict().toDepth(2).atMost(limit).within(party -> !party.endsWith("2")))) {
          found = found.or(() -> trace(network, reference, each));
        }
      }
    }
    return found.or(() -> outbreak(network, reference, questions.cases()));
  }

  private static Optional<String> gaps(TraceNetwork network, ReferenceTrace reference, String lot) {
    return TraceAnswers.difference(
        "gaps " + lot,
        reference.gaps(Optional.of(lot)),
        TraceAnswers.parse(network.gaps(Optional.of(lot)).toJson(Locale.ENGLISH)));
  }

  private static Optional<String> recall(
      TraceNetwork network, ReferenceTrace reference, TraceStart start) {
    return TraceAnswers.difference(
        "recall " + start,
        reference.recall(start),
        TraceAnswers.parse(network.recall(start).toJson(Map.of(), Locale.ENGLISH)));
  }

  private static Optional<String> trace(
      TraceNetwork network, ReferenceTrace reference, TraceQuery query) {
    return TraceAnswers.difference(
        "" + query,
        reference.trace(query),
        TraceAnswers.parse(network.trace(query).toJson(Locale.ENGLISH)));
  }

  @SuppressWarnings("unchecked")
  private static Optional<String> outbreak(
      TraceNetwork network, ReferenceTrace reference, OutbreakCases cases) {
    Map<String, Object> expected = reference.outbreak(cases);
    for (String list : List.of("parties", "lots")) {
      List<Map<String, Object>> sorted =
          new ArrayList<>((List<Map<String, Object>>) expected.get(list));
      sorted.sort(
          Comparator.comparing((Map<String, Object> each) -> (BigDecimal) each.get("score"))
              .reversed()
              .thenComparing(each -> (String) each.get("id")));
      expected.put(list, sorted);
    }
    return TraceAnswers.difference(
        "outbreak " + cases, expected, TraceAnswers.parse(network.outbreak(cases).toJson()));
  }

  /** All answers of a network, to compare networks with each other. */
  static List<String> answers(TraceNetwork network, TraceQuestions questions) {
    List<String> answers = new ArrayList<>();
    answers.add(network.gaps(Optional.empty()).toJson(Locale.ENGLISH));
    for (TraceStart start : questions.starts()) {
      answers.add(network.recall(start).toJson(Map.of(), Locale.ENGLISH));
      TraceQuery query = TraceQuery.of(start, TraceDirection.BOTH);
      answers.add(network.trace(query).toJson(Locale.ENGLISH));
      answers.add(network.trace(query.asStrict()).toJson(Locale.ENGLISH));
    }
    answers.add(network.outbreak(questions.cases()).toJson());
    return answers;
  }

  /** Whether a network that took the events one by one answers otherwise than one of all. */
  static boolean dependsOnOrder(List<TraceEvent> events, long order, TraceQuestions questions) {
    return !answers(oneByOne(events, new Random(order)), questions)
        .equals(answers(TraceNetwork.of(events, ZONE), questions));
  }

  /**
   * A network that took the events one by one, in an order of its own, and moved what it knew into
   * its base again and again.
   */
  static TraceNetwork oneByOne(List<TraceEvent> events, Random random) {
    List<TraceEvent> shuffled = new ArrayList<>(events);
    Collections.shuffle(shuffled, random);
    TraceNetwork network = new LiveNetwork(ZONE, random.nextInt(8));
    for (int i = 0; i < shuffled.size(); i++) {
      network.capture(List.of(shuffled.get(i)), i + 1);
    }
    return network;
  }

  /** Leaves out events as long as the fault stays. */
  static List<TraceEvent> shrink(List<TraceEvent> events, Predicate<List<TraceEvent>> faulty) {
    List<TraceEvent> small = events;
    for (int size = Math.max(1, events.size() / 2); size > 0; size = size == 1 ? 0 : size / 2) {
      boolean again = true;
      while (again) {
        again = false;
        for (int at = 0; at < small.size(); at += size) {
          List<TraceEvent> fewer = new ArrayList<>(small.subList(0, at));
          fewer.addAll(small.subList(Math.min(small.size(), at + size), small.size()));
          if (!fewer.isEmpty() && faulty.test(fewer)) {
            small = fewer;
            again = true;
            break;
          }
        }
      }
    }
    return small;
  }
}

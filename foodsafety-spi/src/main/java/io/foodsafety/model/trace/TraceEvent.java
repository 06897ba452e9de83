package io.foodsafety.model.trace;

import io.foodsafety.model.fact.AttributeValue;
import io.foodsafety.model.internal.Checks;
import io.foodsafety.model.time.EventTime;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Something that happened to lots at a party, as one party recorded it. A party is the id of a
 * subject, which need not be registered. What is not known is absent. Immutable.
 */
public sealed interface TraceEvent {

  /** {@return the id, unique among trace events, 1 to 256 characters} */
  String id();

  /** {@return when it happened, if that is known} */
  Optional<EventTime> at();

  /** {@return all lots and containers that it names as items; none of a void} */
  List<TraceItem> items();

  /**
   * Lots come into being, without recorded ingredients: harvest, catch, import, production.
   *
   * @param id unique among trace events
   * @param at when
   * @param party where
   * @param outputs what, at least one item
   */
  record Create(String id, Optional<EventTime> at, String party, List<TraceItem> outputs)
      implements TraceEvent {
    /** Checks and copies the parts. */
    public Create {
      TraceChecks.event(id, at);
      TraceChecks.party(party);
      outputs = TraceChecks.items(outputs);
    }

    @Override
    public List<TraceItem> items() {
      return outputs;
    }
  }

  /**
   * A movement of which one record knows both ends.
   *
   * @param id unique among trace events
   * @param at when it was dispatched
   * @param receivedAt when it arrived
   * @param from the sender
   * @param to the receiver; may be the sender, which is a finding
   * @param document the paper that goes with it, if any
   * @param items what, at least one item
   */
  record Transfer(
      String id,
      Optional<EventTime> at,
      Optional<EventTime> receivedAt,
      String from,
      String to,
      Optional<String> document,
      List<TraceItem> items)
      implements TraceEvent {
    /** Checks and copies the parts. */
    public Transfer {
      TraceChecks.event(id, at);
      Objects.requireNonNull(receivedAt, "receivedAt");
      TraceChecks.party(from);
      TraceChecks.party(to);
      TraceChecks.document(document);
      items = TraceChecks.items(items);
    }
  }

  /**
   * A dispatch, as the sender recorded it.
   *
   * @param id unique among trace events
   * @param at when
   * @param from the sender
   * @param to the receiver, if the sender named one
   * @param document the paper that goes with it, if any
   * @param items what, at least one item
   */
  record Ship(
      String id,
      Optional<EventTime> at,
      String from,
      Optional<String> to,
      Optional<String> document,
      List<TraceItem> items)
      implements TraceEvent {
    /** Checks and copies the parts. */
    public Ship {
      TraceChecks.event(id, at);
      TraceChecks.party(from);
      to.ifPresent(TraceChecks::party);
      TraceChecks.document(document);
      items = TraceChecks.items(items);
    }
  }

  /**
   * A receipt, as the receiver recorded it.
   *
   * @param id unique among trace events
   * @param at when
   * @param from the sender, if the receiver named one
   * @param to the receiver
   * @param document the paper that came with it, if any
   * @param items what, at least one item
   */
  record Receive(
      String id,
      Optional<EventTime> at,
      Optional<String> from,
      String to,
      Optional<String> document,
      List<TraceItem> items)
      implements TraceEvent {
    /** Checks and copies the parts. */
    public Receive {
      TraceChecks.event(id, at);
      from.ifPresent(TraceChecks::party);
      TraceChecks.party(to);
      TraceChecks.document(document);
      items = TraceChecks.items(items);
    }
  }

  /**
   * Lots are made of lots: cooking, mixing, cutting, repacking. Each input may be in each output.
   *
   * @param id unique among trace events
   * @param at when
   * @param party where
   * @param inputs what was used; may be empty if there are outputs and a process
   * @param outputs what was made; may be empty if there are inputs and a process
   * @param process the process of which this is a part: all inputs of all events that share it may
   *     be in all outputs of all of them
   */
  record Transform(
      String id,
      Optional<EventTime> at,
      String party,
      List<TraceItem> inputs,
      List<TraceItem> outputs,
      Optional<String> process)
      implements TraceEvent {
    /** Checks and copies the parts. */
    public Transform {
      TraceChecks.event(id, at);
      TraceChecks.party(party);
      inputs = List.copyOf(inputs);
      outputs = List.copyOf(outputs);
      process.ifPresent(value -> Checks.id("process", value));
      boolean complete = !inputs.isEmpty() && !outputs.isEmpty();
      boolean part = process.isPresent() && !(inputs.isEmpty() && outputs.isEmpty());
      if (!complete && !part) {
        throw new IllegalArgumentException(
            "The transformation (%s) must have inputs and outputs, or a process and one of them."
                .formatted(id));
      }
    }

    /** {@return inputs, then outputs} */
    @Override
    public List<TraceItem> items() {
      return Stream.concat(inputs.stream(), outputs.stream()).toList();
    }
  }

  /**
   * Goods are put into a container.
   *
   * @param id unique among trace events
   * @param at when
   * @param party where
   * @param container the container
   * @param items lots or other containers, at least one
   */
  record Pack(
      String id, Optional<EventTime> at, String party, String container, List<TraceItem> items)
      implements TraceEvent {
    /** Checks and copies the parts. */
    public Pack {
      TraceChecks.event(id, at);
      TraceChecks.party(party);
      Checks.id("container", container);
      items = TraceChecks.items(items);
    }
  }

  /**
   * Goods are taken out of a container.
   *
   * @param id unique among trace events
   * @param at when
   * @param party where
   * @param container the container
   * @param items what was taken out; an empty list means all that was in it
   */
  record Unpack(
      String id, Optional<EventTime> at, String party, String container, List<TraceItem> items)
      implements TraceEvent {
    /** Checks and copies the parts. */
    public Unpack {
      TraceChecks.event(id, at);
      TraceChecks.party(party);
      Checks.id("container", container);
      items = List.copyOf(items);
    }
  }

  /**
   * Goods leave the chain.
   *
   * @param id unique among trace events
   * @param at when
   * @param party where
   * @param reason why
   * @param items what, at least one item
   */
  record Remove(
      String id, Optional<EventTime> at, String party, RemovalReason reason, List<TraceItem> items)
      implements TraceEvent {
    /** Checks and copies the parts. */
    public Remove {
      TraceChecks.event(id, at);
      TraceChecks.party(party);
      Objects.requireNonNull(reason, "reason");
      items = TraceChecks.items(items);
    }
  }

  /**
   * Goods are seen at a party, and nothing changes: a check, a scan, a stock-taking.
   *
   * @param id unique among trace events
   * @param at when
   * @param party where
   * @param items what, at least one item
   * @param attributes what was noted, by name
   */
  record Observe(
      String id,
      Optional<EventTime> at,
      String party,
      List<TraceItem> items,
      Map<String, AttributeValue> attributes)
      implements TraceEvent {
    /** Checks and copies the parts. */
    public Observe {
      TraceChecks.event(id, at);
      TraceChecks.party(party);
      items = TraceChecks.items(items);
      attributes = Map.copyOf(attributes);
    }
  }

  /**
   * An earlier event was wrong, and counts no longer. What is right comes as a new event. A void
   * that is voided leaves its target standing.
   *
   * @param id unique among trace events
   * @param at when it was declared
   * @param target the id of the event that was wrong; it may be recorded later
   * @param reason why, in the words of whoever declared it
   */
  record Voiding(String id, Optional<EventTime> at, String target, String reason)
      implements TraceEvent {
    /** Checks the parts. */
    public Voiding {
      TraceChecks.event(id, at);
      Checks.id("target", target);
      if (target.equals(id)) {
        throw new IllegalArgumentException(
            "The void (%s) must not be its own target.".formatted(id));
      }
      if (reason.isBlank()) {
        throw new IllegalArgumentException(
            "The reason of the void (%s) must not be blank.".formatted(id));
      }
    }

    @Override
    public List<TraceItem> items() {
      return List.of();
    }
  }
}

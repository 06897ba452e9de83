package io.foodsafety.trace.internal;

import io.foodsafety.model.trace.TraceEvent;
import io.foodsafety.model.trace.TraceItem;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What an event does to containers.
 *
 * @param event the event
 * @param at when
 * @param kind what it does
 * @param place where the containers must be; nothing if that is not known
 * @param destination where they are afterwards; nothing if that is not known
 * @param container into or out of which container; nothing for other events
 * @param items what is put in or taken out, or the containers that take part
 */
record ContainerStep(
    TraceEvent event,
    Span at,
    Kind kind,
    Optional<String> place,
    Optional<String> destination,
    Optional<String> container,
    List<TraceItem> items) {

  /** What an event does to containers, in the order in which steps of one time are taken. */
  enum Kind {
    /** Takes something out. */
    UNPACK,
    /** Puts something in. */
    PACK,
    /** Moves or shows the containers. */
    PASS,
    /** Says that the containers came. */
    RECEIVE,
    /** Ends what is in the containers: used, removed. */
    CONSUME
  }

  /** The step of an event, or nothing if it does not concern containers. */
  static Optional<ContainerStep> of(TraceEvent event, TimeAxis axis) {
    Span at = axis.span(event.at());
    if (event instanceof TraceEvent.Pack pack) {
      return Optional.of(
          step(pack, at, Kind.PACK, pack.party(), Optional.of(pack.container()), pack.items()));
    }
    if (event instanceof TraceEvent.Unpack unpack) {
      return Optional.of(
          step(
              unpack,
              at,
              Kind.UNPACK,
              unpack.party(),
              Optional.of(unpack.container()),
              unpack.items()));
    }
    List<TraceItem> items =
        event.items().stream().filter(TraceItem.OfContainer.class::isInstance).toList();
    return items.isEmpty() ? Optional.empty() : Optional.of(passing(event, at, axis, items));
  }

  private static ContainerStep passing(
      TraceEvent event, Span at, TimeAxis axis, List<TraceItem> items) {
    Optional<String> none = Optional.empty();
    if (event instanceof TraceEvent.Transfer transfer) {
      return new ContainerStep(
          event,
          at.or(axis.span(transfer.receivedAt())),
          Kind.PASS,
          Optional.of(transfer.from()),
          Optional.of(transfer.to()),
          none,
          items);
    }
    if (event instanceof TraceEvent.Ship ship) {
      return new ContainerStep(
          event, at, Kind.PASS, Optional.of(ship.from()), ship.to(), none, items);
    }
    if (event instanceof TraceEvent.Receive receive) {
      return new ContainerStep(
          event,
          at,
          Kind.RECEIVE,
          Optional.of(receive.to()),
          Optional.of(receive.to()),
          none,
          items);
    }
    boolean ends = event instanceof TraceEvent.Remove || event instanceof TraceEvent.Transform;
    return step(event, at, ends ? Kind.CONSUME : Kind.PASS, party(event), none, items);
  }

  /** The party of an event that is no movement and names containers. */
  private static String party(TraceEvent event) {
    if (event instanceof TraceEvent.Create create) {
      return create.party();
    }
    if (event instanceof TraceEvent.Transform transform) {
      return transform.party();
    }
    return event instanceof TraceEvent.Remove remove
        ? remove.party()
        : ((TraceEvent.Observe) event).party();
  }

  private static ContainerStep step(
      TraceEvent event,
      Span at,
      Kind kind,
      String party,
      Optional<String> container,
      List<TraceItem> items) {
    return new ContainerStep(
        event, at, kind, Optional.of(party), Optional.of(party), container, items);
  }

  /** The containers that it puts into or takes out of each other. */
  Set<String> unit() {
    return container.isPresent() ? containers() : Set.of();
  }

  /** All containers that it names. */
  Set<String> containers() {
    Set<String> containers = new LinkedHashSet<>();
    container.ifPresent(containers::add);
    for (TraceItem item : items) {
      if (item instanceof TraceItem.OfContainer inner) {
        containers.add(inner.container());
      }
    }
    return containers;
  }

  /** What decides whether it can happen: it is the same for steps that can happen together. */
  List<Object> conditions() {
    Optional<String> from =
        event instanceof TraceEvent.Receive receive ? receive.from() : Optional.empty();
    return List.of(kind, container, containers(), place, from);
  }

  /** The containers of which all that is in them is used up or removed. */
  Set<String> consumed() {
    List<TraceItem> used =
        event instanceof TraceEvent.Transform transform ? transform.inputs() : items;
    Set<String> consumed = new LinkedHashSet<>();
    for (TraceItem item : kind == Kind.CONSUME ? used : List.<TraceItem>of()) {
      if (item instanceof TraceItem.OfContainer box) {
        consumed.add(box.container());
      }
    }
    return consumed;
  }
}

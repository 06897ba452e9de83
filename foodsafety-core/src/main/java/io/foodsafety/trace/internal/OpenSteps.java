package io.foodsafety.trace.internal;

import io.foodsafety.trace.internal.ContainerStep.Kind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.TreeSet;

/**
 * Steps whose order the times leave open, and which of them comes next. Steps that are possible
 * under the same conditions are looked at as one, and only when a container of theirs has changed.
 * Used by one thread.
 */
final class OpenSteps {

  /** What the containers say about a step. */
  interface Judge {

    /** Whether it can happen now. */
    boolean canHappen(ContainerStep step);

    /** Whether it is the receipt of something that is on its way. */
    boolean isAwaited(ContainerStep step);
  }

  static final Comparator<ContainerStep> BY_TIME =
      Comparator.comparingInt((ContainerStep step) -> step.at().first())
          .thenComparing(step -> step.event().id());

  private static final Comparator<ContainerStep> BY_END =
      Comparator.comparingInt((ContainerStep step) -> step.at().last())
          .thenComparing(step -> step.event().id());

  /** What was sent arrives before anything else happens to it. */
  private static final Comparator<Group> POSSIBLE =
      Comparator.comparing((Group group) -> !group.isAwaited)
          .thenComparing(group -> group.first().kind())
          .thenComparing(Group::first, BY_TIME);

  /** If nothing can happen: what is put in comes first, what is taken out last. */
  private static final Comparator<Group> IMPOSSIBLE =
      Comparator.comparingInt((Group group) -> group.first().at().first())
          .thenComparing(group -> group.first().kind() == Kind.UNPACK)
          .thenComparing(group -> group.first().kind())
          .thenComparing(group -> group.first().event().id());

  /** Steps of one kind that ask for the same containers at the same place. */
  private static final class Group {
    private final PriorityQueue<ContainerStep> steps = new PriorityQueue<>(BY_TIME);
    private boolean canHappen;
    private boolean isAwaited;

    ContainerStep first() {
      return steps.element();
    }
  }

  private final Judge judge;
  private final Map<List<Object>, Group> groups = new HashMap<>();
  private final Map<String, List<Group>> byContainer = new HashMap<>();
  private final TreeSet<Group> possible = new TreeSet<>(POSSIBLE);
  private final TreeSet<Group> impossible = new TreeSet<>(IMPOSSIBLE);
  private final TreeSet<ContainerStep> ends = new TreeSet<>(BY_END);

  OpenSteps(Judge judge) {
    this.judge = judge;
  }

  boolean isEmpty() {
    return ends.isEmpty();
  }

  /** By when one of the steps has certainly been taken: what begins later comes after it. */
  int firstEnd() {
    return isEmpty() ? TimeAxis.LATEST : ends.first().at().last();
  }

  /** Adds a step that begins by {@link #firstEnd}, and not before those added before it. */
  void add(ContainerStep step) {
    ends.add(step);
    Group group = groups.computeIfAbsent(step.conditions(), unused -> newGroup(step));
    detach(group);
    group.steps.add(step);
    attach(group);
  }

  private Group newGroup(ContainerStep step) {
    Group group = new Group();
    for (String container : step.containers()) {
      byContainer.computeIfAbsent(container, unused -> new ArrayList<>(1)).add(group);
    }
    return group;
  }

  /** Takes out the step that comes next. */
  ContainerStep remove() {
    Group group = possible.isEmpty() ? impossible.first() : possible.first();
    detach(group);
    ContainerStep step = group.steps.remove();
    attach(group);
    ends.remove(step);
    return step;
  }

  /** Looks anew at the steps that name one of these containers. */
  void change(Set<String> containers) {
    Set<Group> changed = new HashSet<>();
    for (String container : containers) {
      changed.addAll(byContainer.getOrDefault(container, List.of()));
    }
    for (Group group : changed) {
      detach(group);
      attach(group);
    }
  }

  private void detach(Group group) {
    if (!group.steps.isEmpty()) {
      (group.canHappen ? possible : impossible).remove(group);
    }
  }

  private void attach(Group group) {
    if (!group.steps.isEmpty()) {
      group.canHappen = judge.canHappen(group.first());
      group.isAwaited = judge.isAwaited(group.first());
      (group.canHappen ? possible : impossible).add(group);
    }
  }
}

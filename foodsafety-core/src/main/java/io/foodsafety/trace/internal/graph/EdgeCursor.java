package io.foodsafety.trace.internal.graph;

import io.foodsafety.trace.internal.columns.IntColumn;

/**
 * The edges of a node, one at a time, in no particular order. For one thread.
 *
 * <pre>{@code
 * EdgeCursor edges = snapshot.edges(Direction.FORWARD);
 * edges.moveTo(node);
 * while (edges.next()) {
 *   use(edges.node(), edges.lo(), edges.hi(), edges.link());
 * }
 * }</pre>
 */
public final class EdgeCursor {

  private final Direction direction;
  private final Adjacency adjacency;
  private final IntColumn blocks;
  private final Delta delta;
  private final Delta.Side side;
  private final int count;
  private final long[] touched;
  private final RemovedLinks removed;
  private final long[] shortened;
  private final GraphSnapshot snapshot;

  private int origin;
  private boolean hasRemovals;
  private int at;
  private int pointsLeft;
  private int rangesLeft;
  private int record;

  private int ref;
  private int start;
  private int end;
  private int link;

  EdgeCursor(GraphSnapshot snapshot, Direction direction) {
    this.snapshot = snapshot;
    this.direction = direction;
    this.adjacency = snapshot.base().adjacency(direction);
    this.blocks = adjacency.blocks();
    this.delta = snapshot.delta();
    this.side = delta.side(direction);
    this.count = snapshot.addedEdges();
    this.touched = side.touched().words();
    this.removed = snapshot.removed();
    this.shortened = removed.touched(direction).words();
  }

  /** Goes before the first edge of a node. */
  public void moveTo(int node) {
    moveToRef(snapshot.ref(node, direction));
  }

  void moveToRef(int ref) {
    origin = adjacency.node(ref);
    pointsLeft = 0;
    rangesLeft = 0;
    if (!Ref.isLeaf(ref)) {
      at = Ref.block(ref);
      int header = blocks.get(at + 1);
      pointsLeft = header & Adjacency.COUNT_MASK;
      if (header < 0) {
        rangesLeft = blocks.get(at + 2) + blocks.get(at + 3);
        at += Adjacency.LONG_HEADER;
      } else {
        at += Adjacency.HEADER;
      }
    }
    hasRemovals = !removed.isEmpty() && NodeSet.contains(shortened, origin);
    record =
        NodeSet.contains(touched, origin)
            ? HeadTable.head(side.heads().entries(), origin)
            : HeadTable.NONE;
  }

  /** Goes to the next edge; false if there is none. */
  public boolean next() {
    while (pointsLeft > 0 || rangesLeft > 0) {
      nextOfBase();
      if (!hasRemovals || !isRemovedOfBase()) {
        return true;
      }
    }
    while (record != HeadTable.NONE) {
      int current = record;
      nextOfDelta();
      if (current < count && (!hasRemovals || !isRemoved(current))) {
        return true;
      }
    }
    return false;
  }

  private boolean isRemovedOfBase() {
    return direction == Direction.FORWARD
        ? removed.removesOfBase(origin, node(), link)
        : removed.removesOfBase(node(), origin, link);
  }

  private boolean isRemoved(int of) {
    return direction == Direction.FORWARD
        ? removed.removes(origin, node(), link, of)
        : removed.removes(node(), origin, link, of);
  }

  private void nextOfBase() {
    ref = blocks.get(at);
    link = adjacency.link(at);
    start = blocks.get(at + 1);
    if (pointsLeft > 0) {
      pointsLeft--;
      end = (ref & Ref.DAY) != 0 ? start + EdgeTime.DAY : start;
      at += Adjacency.POINT;
    } else {
      rangesLeft--;
      end = blocks.get(at + 2);
      at += Adjacency.RANGE;
    }
  }

  private void nextOfDelta() {
    int[] chunk = delta.chunk(record);
    int offset = Delta.offset(record);
    ref = side.ref(chunk, offset);
    start = side.start(chunk, offset);
    end = side.end(chunk, offset);
    link = delta.link(record);
    record = side.next(chunk, offset);
  }

  /** The node at the other end. */
  public int node() {
    return adjacency.node(ref);
  }

  /** Whether the node at the other end is a hub. */
  public boolean isHub() {
    return Ref.isHub(ref);
  }

  /** The earliest arrival, as it was given. */
  public int lo() {
    return direction.start(start, end);
  }

  /** The latest departure, as it was given. */
  public int hi() {
    return direction.end(start, end);
  }

  /** The link of the edge. */
  public int link() {
    return link;
  }

  /** The other end, by the name that edges of this direction give it. */
  int ref() {
    return ref & ~Ref.DAY;
  }

  /** The start on the axis of the direction. */
  int start() {
    return start;
  }

  /** The end on the axis of the direction. */
  int end() {
    return end;
  }
}

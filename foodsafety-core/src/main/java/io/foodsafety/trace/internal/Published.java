package io.foodsafety.trace.internal;

import io.foodsafety.trace.internal.graph.GraphSnapshot;
import io.foodsafety.trace.internal.graph.NodeSet;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What readers of a network see.
 *
 * @param version of which each change has its own
 * @param position the position of the log that it stands for
 * @param graph the links
 * @param base the records of most nodes
 * @param changed the records that were put since the base, by node, packed
 * @param changedNodes the nodes of those, or more
 */
record Published(
    long version,
    long position,
    GraphSnapshot graph,
    RecordBase base,
    Map<Integer, Versions<byte[]>> changed,
    NodeSet changedNodes) {

  /** The record of a node, if it was put since the base. */
  @Nullable Versions<byte[]> changed(int node) {
    return changedNodes.contains(node) ? Version.at(changed.get(node), version) : null;
  }

  /** The record of a node. */
  byte[] packed(int node) {
    Versions<byte[]> since = changed(node);
    return since == null ? base.get(node) : since.value();
  }
}

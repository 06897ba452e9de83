package io.foodsafety.trace.internal;

import io.foodsafety.model.trace.Holding;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A holding or a process as a node of the graph. */
sealed interface Node {

  /** Its id in the graph. */
  int id();

  /** A holding. The edges are for the writer only. */
  final class OfHolding implements Node {
    private final int id;
    private final Holding holding;
    private final Lot lot;
    private final Party party;
    private List<OwnEdge> edges = List.of();
    private boolean isOrigin;

    OfHolding(int id, Holding holding, Lot lot, Party party) {
      this.id = id;
      this.holding = holding;
      this.lot = lot;
      this.party = party;
    }

    @Override
    public int id() {
      return id;
    }

    Holding holding() {
      return holding;
    }

    Lot lot() {
      return lot;
    }

    Party party() {
      return party;
    }

    /** For the writer: whether it was created or made, as last written. */
    boolean isOrigin() {
      return isOrigin;
    }

    void isOrigin(boolean now) {
      isOrigin = now;
    }

    List<OwnEdge> edges() {
      return edges;
    }

    void edges(List<OwnEdge> now) {
      edges = now;
    }
  }

  /** A process with its versions. */
  final class OfProcess implements Node {
    private final int id;
    private volatile @Nullable Versions<ProcessRecord> versions;

    OfProcess(int id) {
      this.id = id;
    }

    @Override
    public int id() {
      return id;
    }

    @Nullable Versions<ProcessRecord> versions() {
      return versions;
    }

    void versions(Versions<ProcessRecord> newest) {
      versions = newest;
    }
  }
}

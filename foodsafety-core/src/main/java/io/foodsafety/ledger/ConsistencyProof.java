package io.foodsafety.ledger;

import io.foodsafety.ledger.internal.ProofJson;
import java.util.List;
import java.util.Objects;

/**
 * That a tree only grew: its first entries are all entries of an earlier tree, unchanged and in the
 * same order (RFC 9162 § 2.1.4.2). It can be checked without this library. Immutable.
 *
 * @param first the root of the earlier tree
 * @param second the root of the later tree
 * @param path the hashes that give both roots, each of 64 hexadecimal digits
 */
public record ConsistencyProof(TreeRoot first, TreeRoot second, List<String> path) {

  /** Checks that the parts are there. */
  public ConsistencyProof {
    Objects.requireNonNull(first, "first");
    Objects.requireNonNull(second, "second");
    path = List.copyOf(path);
  }

  /** {@return one line of JSON, see docs/ledger.md} */
  public String toJson() {
    return ProofJson.of(this);
  }
}

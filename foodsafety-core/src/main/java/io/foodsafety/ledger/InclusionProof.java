package io.foodsafety.ledger;

import io.foodsafety.ledger.internal.ProofJson;
import java.util.List;
import java.util.Objects;

/**
 * That an entry is in the tree with a root: hashed with the path, the entry gives the root (RFC
 * 9162 § 2.1.3.2). It can be checked without this library. Immutable.
 *
 * @param tree the root
 * @param index the number of the entry among the entries of the tree, from 0
 * @param position the position of the entry in the ledger, which is hashed with it
 * @param entry the entry's bytes, which are canonical JSON in UTF-8
 * @param path the hashes from the entry to the root, each of 64 hexadecimal digits
 */
public record InclusionProof(
    TreeRoot tree, long index, long position, String entry, List<String> path) {

  /** Checks that the parts are there. */
  public InclusionProof {
    Objects.requireNonNull(tree, "tree");
    Objects.requireNonNull(entry, "entry");
    path = List.copyOf(path);
  }

  /** {@return one line of JSON, see docs/ledger.md} */
  public String toJson() {
    return ProofJson.of(this);
  }
}

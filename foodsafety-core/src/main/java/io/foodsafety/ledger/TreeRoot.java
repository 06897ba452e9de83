package io.foodsafety.ledger;

import io.foodsafety.ledger.internal.ProofJson;
import java.util.Objects;
import java.util.regex.Pattern;

/**
 * The root of the Merkle tree over the first entries of a ledger (RFC 9162 § 2.1.1). Whoever keeps
 * one can tell later whether any of these entries was changed. Immutable.
 *
 * @param digest the hash function, such as {@code SHA-256}
 * @param size the number of entries, from 0
 * @param root 64 hexadecimal digits in lower case
 */
public record TreeRoot(String digest, long size, String root) {

  private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");

  /** Checks the form; IllegalArgumentException if it is wrong. */
  public TreeRoot {
    Objects.requireNonNull(digest, "digest");
    if (size < 0 || !HASH.matcher(root).matches()) {
      throw new IllegalArgumentException(
          "A root has a size from 0 and 64 hexadecimal digits in lower case.");
    }
  }

  /**
   * Reads what {@link #toJson} writes; further fields do not matter.
   *
   * @param json one JSON object
   * @return the root
   * @throws IllegalArgumentException if it is not one
   */
  public static TreeRoot parse(String json) {
    return ProofJson.parseRoot(json);
  }

  /** {@return one line of JSON, see docs/ledger.md} */
  public String toJson() {
    return ProofJson.of(this);
  }
}

package io.foodsafety.ledger.internal;

/** The names of the ledger's logs and of the collection of its tree. */
public final class Ledger {

  /** One entry for each change of a document. */
  public static final String ENTRIES = "ledger";

  /**
   * The Merkle tree over the sealed entries, in tiles. Derived from the seals: no entry of the
   * ledger is about it.
   */
  public static final String TREE = "ledger_tree";

  /** One seal for each block of entries. */
  public static final String SEALS = "ledger_seals";

  private Ledger() {}
}

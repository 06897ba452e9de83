package io.foodsafety.ledger.internal;

/** The names of the ledger's logs. */
public final class Ledger {

  /** One entry for each change of a document. */
  public static final String ENTRIES = "ledger";

  /** One seal for each block of entries. */
  public static final String SEALS = "ledger_seals";

  private Ledger() {}
}

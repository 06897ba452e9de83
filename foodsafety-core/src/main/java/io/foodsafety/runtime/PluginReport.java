package io.foodsafety.runtime;

import java.util.List;
import java.util.Objects;

/**
 * A plug-in that was found: whether it was loaded, why, and what it offers. Immutable.
 *
 * @param id its id; its class name if it was left out before it could be asked
 * @param version its own version; empty if it was not asked
 * @param type the name of its class
 * @param source the jar, directory or module it came from
 * @param reason why it was loaded or left out
 * @param offers what it offers, by kind and name; empty if it was left out
 */
public record PluginReport(
    String id, String version, String type, String source, Reason reason, List<Offer> offers) {

  /** Why a plug-in was loaded or left out. */
  public enum Reason {
    /** Loaded: it is part of the library. */
    BUILT_IN,
    /** Loaded: the host handed it to the builder. */
    GIVEN,
    /** Loaded: it was found by the class loader. */
    DISCOVERED,
    /** Left out: the host asked for that. */
    EXCLUDED
  }

  /** What can be offered. */
  public enum OfferKind {
    /** A storage. */
    STORAGE,
    /** A messaging. */
    MESSAGING,
    /** A channel to people. */
    CHANNEL,
    /** A record format. */
    FORMAT,
    /** A region pack. */
    REGION,
    /** A report renderer. */
    RENDERER,
    /** A document renderer. */
    DOCUMENT_RENDERER,
    /** A suite of hash function and cipher. */
    CRYPTO,
    /** A place of keys. */
    KEYS
  }

  /**
   * Something that a plug-in offers.
   *
   * @param kind what it is
   * @param name the name by which it is chosen
   * @param used whether the name leads here; if not, the host preferred another plug-in's offer
   */
  public record Offer(OfferKind kind, String name, boolean used) {

    /** Checks that the parts are there. */
    public Offer {
      Objects.requireNonNull(kind, "kind");
      Objects.requireNonNull(name, "name");
    }
  }

  /** Checks that the parts are there. */
  public PluginReport {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(version, "version");
    Objects.requireNonNull(type, "type");
    Objects.requireNonNull(source, "source");
    Objects.requireNonNull(reason, "reason");
    offers = List.copyOf(offers);
  }

  /** {@return whether it was loaded} */
  public boolean isLoaded() {
    return reason != Reason.EXCLUDED;
  }
}

package io.foodsafety.trace.internal;

import io.foodsafety.trace.internal.Entry.Match;
import java.util.Arrays;

/**
 * The entries of a holding that one event makes, one for each dimension of units, by where the log
 * has the events: what they say is to be read there. Immutable.
 */
final class Group {

  private static final int[] NOBODY = {};

  private final int ref;
  private final EntryType type;
  private final Match match;
  private final int[] partners;

  /**
   * Entries.
   *
   * @param ref where the log has the event
   * @param type their type
   * @param match how the other end is known
   * @param partners where the log has the other halves, if the two were paired
   */
  Group(int ref, EntryType type, Match match, int[] partners) {
    this.ref = ref;
    this.type = type;
    this.match = match;
    this.partners = partners;
  }

  /** Entries that depend on no other event. */
  static Group direct(int ref, EntryType type, Match match) {
    return new Group(ref, type, match, NOBODY);
  }

  int ref() {
    return ref;
  }

  EntryType type() {
    return type;
  }

  Match match() {
    return match;
  }

  int partnerCount() {
    return partners.length;
  }

  int partner(int index) {
    return partners[index];
  }

  /** Whether other events of the lot decide about it. */
  boolean isHalf() {
    return match != Match.NONE && match != Match.RECORDED;
  }

  /** Whether the holding itself recorded it, as one half of a movement. */
  boolean isOwnHalf() {
    return isHalf() && match != Match.IMPLIED;
  }

  /** The event by which the partner is known; 0 if it recorded nothing itself. */
  int partnerRef(int index) {
    return switch (match) {
      case PAIRED, AMBIGUOUS -> partners[index];
      case RECORDED -> ref;
      default -> 0;
    };
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Group that
        && ref == that.ref
        && type == that.type
        && match == that.match
        && Arrays.equals(partners, that.partners);
  }

  @Override
  public int hashCode() {
    return 31 * (31 * ref + type.bit()) + Arrays.hashCode(partners);
  }
}

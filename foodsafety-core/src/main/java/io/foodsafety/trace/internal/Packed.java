package io.foodsafety.trace.internal;

import io.foodsafety.trace.internal.Entry.Match;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;

/**
 * What is kept of a holding or a process, as bytes.
 *
 * <pre>
 *   holding: types of its entries (2 bytes), groups in order of time, each
 *            reference (4), type (4 bits), match (3 bits), whether there are partners (1 bit),
 *            [count of partners (4), references (4 each)]
 *   process: count of inputs (4), parts, each node (4) and reference (4)
 * </pre>
 */
final class Packed {

  /** Nothing is known. */
  static final byte[] NOTHING = {};

  /** Among the types: some entries are halves of movements. */
  static final int HALVES = 1 << 15;

  private static final int TYPES_BYTES = 2;
  private static final int GROUP_BYTES = 5;
  private static final int HAS_PARTNERS = 1 << 7;
  private static final int MATCH_SHIFT = 4;
  private static final Match[] MATCHES = Match.values();
  private static final EntryType[] TYPES = EntryType.values();

  /**
   * An input or output of a process.
   *
   * @param node the holding
   * @param ref where the log has the event
   */
  record Part(int node, int ref) {}

  /** The inputs and outputs of a process, in the order of {@link ProcessRecord.Part#ORDER}. */
  record Parts(List<Part> inputs, List<Part> outputs) {}

  private Packed() {}

  private static ByteBuffer buffer(byte[] bytes) {
    return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
  }

  static byte[] ofGroups(List<Group> groups) {
    if (groups.isEmpty()) {
      return NOTHING;
    }
    int types = 0;
    int size = TYPES_BYTES;
    for (Group group : groups) {
      types |= group.type().bit() | (group.isHalf() ? HALVES : 0);
      size += GROUP_BYTES;
      size += group.partnerCount() == 0 ? 0 : Integer.BYTES * (1 + group.partnerCount());
    }
    byte[] packed = new byte[size];
    ByteBuffer bytes = buffer(packed).putShort((short) types);
    for (Group group : groups) {
      int code = Integer.numberOfTrailingZeros(group.type().bit());
      code |= group.match().code() << MATCH_SHIFT;
      bytes.putInt(group.ref());
      if (group.partnerCount() == 0) {
        bytes.put((byte) code);
      } else {
        bytes.put((byte) (code | HAS_PARTNERS)).putInt(group.partnerCount());
        for (int i = 0; i < group.partnerCount(); i++) {
          bytes.putInt(group.partner(i));
        }
      }
    }
    return packed;
  }

  /** The types of the entries of a holding, and {@link #HALVES}. */
  static int types(byte[] holding) {
    return holding.length == 0 ? 0 : (holding[0] & 0xFF) | (holding[1] & 0xFF) << Byte.SIZE;
  }

  static List<Group> groups(byte[] holding) {
    List<Group> groups = new ArrayList<>(holding.length / GROUP_BYTES + 1);
    if (holding.length == 0) {
      return groups;
    }
    ByteBuffer bytes = buffer(holding).position(TYPES_BYTES);
    while (bytes.hasRemaining()) {
      int ref = bytes.getInt();
      int code = bytes.get();
      EntryType type = TYPES[code & 0xF];
      Match match = MATCHES[code >>> MATCH_SHIFT & 7];
      if ((code & HAS_PARTNERS) == 0) {
        groups.add(Group.direct(ref, type, match));
      } else {
        int[] partners = new int[bytes.getInt()];
        for (int i = 0; i < partners.length; i++) {
          partners[i] = bytes.getInt();
        }
        groups.add(new Group(ref, type, match, partners));
      }
    }
    return groups;
  }

  static byte[] ofParts(Parts parts) {
    byte[] packed =
        new byte[Integer.BYTES * (1 + 2 * (parts.inputs().size() + parts.outputs().size()))];
    ByteBuffer bytes = buffer(packed);
    bytes.putInt(parts.inputs().size());
    parts.inputs().forEach(part -> bytes.putInt(part.node()).putInt(part.ref()));
    parts.outputs().forEach(part -> bytes.putInt(part.node()).putInt(part.ref()));
    return packed;
  }

  static Parts parts(byte[] process) {
    List<Part> inputs = new ArrayList<>();
    List<Part> outputs = new ArrayList<>();
    if (process.length > 0) {
      ByteBuffer bytes = buffer(process);
      int count = bytes.getInt();
      while (bytes.hasRemaining()) {
        (inputs.size() < count ? inputs : outputs).add(new Part(bytes.getInt(), bytes.getInt()));
      }
    }
    return new Parts(inputs, outputs);
  }
}

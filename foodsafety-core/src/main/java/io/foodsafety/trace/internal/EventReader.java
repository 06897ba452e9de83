package io.foodsafety.trace.internal;

import io.foodsafety.model.measure.Quantity;
import io.foodsafety.model.measure.Unit;
import io.foodsafety.model.trace.RemovalReason;
import io.foodsafety.trace.internal.columns.Dictionary;
import io.foodsafety.trace.internal.columns.GrowingBytes;
import io.foodsafety.trace.internal.columns.Units;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads events from the log that an {@link EventWriter} writes, one after the other. For one
 * thread.
 */
final class EventReader {

  /** How the key of a process begins that has a name. */
  static final String NAMED_PROCESS = "p:";

  private static final RemovalReason[] REASONS = RemovalReason.values();

  private final Names names;
  private final GrowingBytes log;
  private long at;

  private int ref;
  private EventKind kind = EventKind.VOIDING;
  private TimeForm form = TimeForm.NONE;
  private TimeForm receivedForm = TimeForm.NONE;
  private int event;
  private Span span = Span.UNKNOWN;
  private Span received = Span.UNKNOWN;
  private String timeText = "";
  private String receivedText = "";
  private String text = "";
  private int from;
  private int to;

  /** The document, the process, the container or the target, as the kind has it. */
  private int other;

  private RemovalReason reason = RemovalReason.LOST;
  private int inputs;
  private int size;

  /** Twice the number of a lot, or of a container with one more. */
  private int[] items = new int[4];

  /** For a lot, where its quantity is. */
  private long[] places = new long[4];

  private boolean isOpened;
  private long openedAt;

  EventReader(Names names, GrowingBytes log) {
    this.names = names;
    this.log = log;
  }

  /** Goes to an event. */
  void moveTo(int newRef) {
    ref = newRef;
    at = Units.position(newRef);
    int head = log.get(at++);
    kind = EventKind.of(head & 0xF);
    form = TimeForm.of(head >>> EventWriter.FORM_SHIFT & 3);
    isOpened = (head & EventWriter.OPENED) != 0;
    event = number();
    span = span(form);
    timeText = form == TimeForm.TEXT ? text() : "";
    size = 0;
    inputs = 0;
    from = Dictionary.NONE;
    to = Dictionary.NONE;
    other = Dictionary.NONE;
    readBody();
    openedAt = at;
  }

  private void readBody() {
    switch (kind) {
      case TRANSFER -> {
        receivedForm = TimeForm.of(log.get(at++));
        received = span(receivedForm);
        receivedText = receivedForm == TimeForm.TEXT ? text() : "";
        from = number();
        to = number();
        other = number() - 1;
      }
      case SHIP -> {
        from = number();
        to = number() - 1;
        other = number() - 1;
      }
      case RECEIVE -> {
        from = number() - 1;
        to = number();
        other = number() - 1;
      }
      case VOIDING -> {
        other = number();
        text = text();
        return;
      }
      case CREATE -> from = number();
      case TRANSFORM, PACK, UNPACK -> {
        from = number();
        other = number();
      }
      case REMOVE -> {
        from = number();
        reason = REASONS[log.get(at++)];
      }
      case OBSERVE -> {
        from = number();
        text = text();
      }
    }
    readItems();
    inputs = size;
    if (kind == EventKind.TRANSFORM) {
      readItems();
    }
  }

  private void readItems() {
    int count = number();
    if (size + count > items.length) {
      items = Arrays.copyOf(items, (size + count) * 2);
      places = Arrays.copyOf(places, (size + count) * 2);
    }
    for (int i = 0; i < count; i++) {
      items[size] = number();
      places[size] = at;
      if (!isContainer(size++)) {
        skipQuantity();
      }
    }
  }

  /** Where the log has the event. */
  int ref() {
    return ref;
  }

  EventKind kind() {
    return kind;
  }

  /** The number of its id. */
  int event() {
    return event;
  }

  String id() {
    return names.events().get(event);
  }

  TimeForm form() {
    return form;
  }

  /** When it happened. */
  Span at() {
    return span;
  }

  /** The text of a time that its span does not tell. */
  String timeText() {
    return timeText;
  }

  TimeForm receivedForm() {
    return receivedForm;
  }

  /** Of a transfer: when it arrived. */
  Span received() {
    return received;
  }

  String receivedText() {
    return receivedText;
  }

  private String text() {
    int length = number();
    char[] chars = new char[length];
    for (int i = 0; i < length; i++) {
      chars[i] = (char) number();
    }
    return new String(chars);
  }

  /** The party, or the sender. */
  int from() {
    return from;
  }

  int to() {
    return to;
  }

  /** The number of the document, the process, the container or the target. */
  int other() {
    return other;
  }

  RemovalReason reason() {
    return reason;
  }

  /** The reason of a void, or what was noted of what was seen. */
  String note() {
    return text;
  }

  /** How many items there are. */
  int size() {
    return size;
  }

  /** How many of them come first: the inputs of a transformation, else all. */
  int inputs() {
    return inputs;
  }

  boolean isContainer(int item) {
    return (items[item] & 1) != 0;
  }

  /** The number of the lot or of the container. */
  int item(int item) {
    return items[item] >>> 1;
  }

  /** How much of a lot an item is. */
  Optional<Quantity> quantity(int item) {
    at = places[item];
    return quantity();
  }

  /** By number, what was in the containers that the event names. */
  Map<Integer, List<LotAmount>> opened() {
    Map<Integer, List<LotAmount>> opened = new LinkedHashMap<>();
    if (isOpened) {
      at = openedAt;
      int count = number();
      for (int i = 0; i < count; i++) {
        int container = number();
        int amounts = number();
        List<LotAmount> lots = new ArrayList<>(amounts);
        for (int each = 0; each < amounts; each++) {
          lots.add(new LotAmount(names.lots().get(number()), quantity()));
        }
        opened.put(container, lots);
      }
    }
    return opened;
  }

  private Span span(TimeForm of) {
    if (of == TimeForm.NONE) {
      return Span.UNKNOWN;
    }
    int first = 0;
    for (int shift = 0; shift < Integer.SIZE; shift += Byte.SIZE) {
      first |= (log.get(at++) & 0xFF) << shift;
    }
    return new Span(first, of == TimeForm.INSTANT ? first : (int) (first + longNumber()));
  }

  private void skipQuantity() {
    int unit = number();
    if (unit != 0) {
      skipNumber();
      if ((unit & 1) == 0) {
        skipNumber();
      } else {
        at += number();
      }
    }
  }

  private Optional<Quantity> quantity() {
    int unit = number();
    if (unit == 0) {
      return Optional.empty();
    }
    int scale = (int) signed();
    BigDecimal amount;
    if ((unit & 1) == 0) {
      amount = BigDecimal.valueOf(signed(), scale);
    } else {
      int length = number();
      amount = new BigDecimal(new BigInteger(log.get(at, length)), scale);
      at += length;
    }
    return Optional.of(new Quantity(amount, Unit.of(names.units().get((unit >>> 1) - 1))));
  }

  private int number() {
    return (int) longNumber();
  }

  private long signed() {
    long value = longNumber();
    return value >>> 1 ^ -(value & 1);
  }

  private long longNumber() {
    long value = 0;
    int shift = 0;
    byte next;
    do {
      next = log.get(at++);
      value |= (next & 0x7FL) << shift;
      shift += 7;
    } while (next < 0);
    return value;
  }

  private void skipNumber() {
    while (log.get(at++) < 0) {
      // the highest bit says that there is more
    }
  }
}

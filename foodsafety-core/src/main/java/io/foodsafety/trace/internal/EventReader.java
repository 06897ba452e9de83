package io.foodsafety.trace.internal;

import io.foodsafety.model.measure.Quantity;
import io.foodsafety.model.measure.Unit;
import io.foodsafety.model.trace.RemovalReason;
import io.foodsafety.trace.internal.columns.ByteCursor;
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
import org.jspecify.annotations.Nullable;

/**
 * Reads events from the log that an {@link EventWriter} writes, one after the other. For one
 * thread.
 */
final class EventReader {

  /** How the key of a process begins that has a name. */
  static final String NAMED_PROCESS = "p:";

  private static final RemovalReason[] REASONS = RemovalReason.values();

  private final Names names;
  private final ByteCursor log;

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

  private @Nullable Unit[] units = new Unit[4];
  private boolean isItemized;
  private long itemsAt;
  private boolean isOpened;
  private long openedAt;

  EventReader(Names names, GrowingBytes log) {
    this.names = names;
    this.log = new ByteCursor(log);
  }

  /** Goes to an event. */
  void moveTo(int newRef) {
    ref = newRef;
    log.moveTo(Units.position(newRef));
    int head = log.next();
    kind = EventKind.of(head & 0xF);
    form = TimeForm.of(head >>> EventWriter.FORM_SHIFT & 3);
    isOpened = (head & EventWriter.OPENED) != 0;
    event = number();
    span = span(form);
    timeText = form == TimeForm.TEXT ? text() : "";
    isItemized = kind == EventKind.VOIDING;
    size = 0;
    inputs = 0;
    from = Dictionary.NONE;
    to = Dictionary.NONE;
    other = Dictionary.NONE;
    readBody();
    itemsAt = log.position();
  }

  /** The id of an event, without going there. */
  String idAt(int place) {
    return id(log, place, names);
  }

  /** The id of the event at a place, by any cursor over the log. */
  static String id(ByteCursor log, int place, Names names) {
    log.moveTo(Units.position(place));
    log.next();
    return names.events().get((int) log.nextNumber());
  }

  private void readBody() {
    switch (kind) {
      case TRANSFER -> {
        receivedForm = TimeForm.of(log.next());
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
      }
      case CREATE -> from = number();
      case TRANSFORM, PACK, UNPACK -> {
        from = number();
        other = number();
      }
      case REMOVE -> {
        from = number();
        reason = REASONS[log.next()];
      }
      case OBSERVE -> {
        from = number();
        text = text();
      }
    }
  }

  /** Reads the items, which can be many, when they are first asked for. */
  private void itemize() {
    if (!isItemized) {
      isItemized = true;
      log.moveTo(itemsAt);
      readItems();
      inputs = size;
      if (kind == EventKind.TRANSFORM) {
        readItems();
      }
      openedAt = log.position();
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
      places[size] = log.position();
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
    itemize();
    return size;
  }

  /** How many of them come first: the inputs of a transformation, else all. */
  int inputs() {
    itemize();
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
    log.moveTo(places[item]);
    return quantity();
  }

  /** By number, what was in the containers that the event names. */
  Map<Integer, List<LotAmount>> opened() {
    Map<Integer, List<LotAmount>> opened = new LinkedHashMap<>();
    itemize();
    if (isOpened) {
      log.moveTo(openedAt);
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
      first |= (log.next() & 0xFF) << shift;
    }
    return new Span(first, of == TimeForm.INSTANT ? first : (int) (first + log.nextNumber()));
  }

  private Unit unit(int number) {
    if (number >= units.length) {
      units = Arrays.copyOf(units, number + 4);
    }
    Unit known = units[number];
    if (known == null) {
      known = Unit.of(names.units().get(number));
      units[number] = known;
    }
    return known;
  }

  private void skipQuantity() {
    int unit = number();
    if (unit != 0) {
      log.skipNumber();
      if ((unit & 1) == 0) {
        log.skipNumber();
      } else {
        log.next(number());
      }
    }
  }

  private Optional<Quantity> quantity() {
    int unit = number();
    if (unit == 0) {
      return Optional.empty();
    }
    int scale = (int) log.nextSigned();
    BigDecimal amount;
    if ((unit & 1) == 0) {
      amount = BigDecimal.valueOf(log.nextSigned(), scale);
    } else {
      amount = new BigDecimal(new BigInteger(log.next(number())), scale);
    }
    return Optional.of(new Quantity(amount, unit((unit >>> 1) - 1)));
  }

  private int number() {
    return (int) log.nextNumber();
  }
}

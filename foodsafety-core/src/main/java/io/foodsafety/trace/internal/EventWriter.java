package io.foodsafety.trace.internal;

import io.foodsafety.model.fact.AttributeValue;
import io.foodsafety.model.measure.Quantity;
import io.foodsafety.model.time.EventTime;
import io.foodsafety.model.trace.RemovalReason;
import io.foodsafety.model.trace.TraceEvent;
import io.foodsafety.model.trace.TraceItem;
import io.foodsafety.trace.internal.columns.Dictionary;
import io.foodsafety.trace.internal.columns.GrowingBytes;
import io.foodsafety.trace.internal.columns.Units;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Appends events to a log of bytes. An event is
 *
 * <pre>
 *   kind (4 bits), form of the time (2 bits), whether containers were opened (1 bit)
 *   number of its id
 *   time; what its kind has, each code by its number; items
 *   the containers that it names, with the lots that were in them
 * </pre>
 *
 * <p>Numbers take 7 bits to a byte, lowest first; times are in {@link TimeForm}. What is in the log
 * does not change: if it turns out that other lots were in a container, the event is appended anew.
 */
final class EventWriter {

  static final int FORM_SHIFT = 4;
  static final int OPENED = 1 << 6;

  private static final int LONG_BITS = 63;

  private final Names names;
  private final GrowingBytes log;
  private final TimeAxis axis;

  EventWriter(Names names, GrowingBytes log, TimeAxis axis) {
    this.names = names;
    this.log = log;
    this.axis = axis;
  }

  /**
   * Appends an event.
   *
   * @param number the number of its id
   * @param event the event
   * @param opened by number of a container that it names, what was in it
   * @param note the reason of a void, or the text of the attributes of what was seen
   * @return where the log has it: a quarter of the position, not 0
   */
  int write(int number, TraceEvent event, Map<Integer, List<LotAmount>> opened, String note) {
    if (log.size() == 0) {
      log.add((byte) 0); // nothing lies at 0
    }
    log.align();
    int ref = Units.of(log.size());
    TimeForm form = TimeForm.of(event.at(), axis);
    log.add(
        (byte)
            (EventKind.of(event).code()
                | form.code() << FORM_SHIFT
                | (opened.isEmpty() ? 0 : OPENED)));
    number(number);
    time(event.at(), form);
    body(event, note);
    if (!opened.isEmpty()) {
      opened(opened);
    }
    return ref;
  }

  private void body(TraceEvent event, String note) {
    if (event instanceof TraceEvent.Create create) {
      party(create.party());
      items(create.outputs());
    } else if (event instanceof TraceEvent.Transfer transfer) {
      TimeForm form = TimeForm.of(transfer.receivedAt(), axis);
      log.add((byte) form.code());
      time(transfer.receivedAt(), form);
      party(transfer.from());
      party(transfer.to());
      code(names.documents(), transfer.document());
      items(transfer.items());
    } else if (event instanceof TraceEvent.Ship ship) {
      party(ship.from());
      code(names.parties(), ship.to());
      code(names.documents(), ship.document());
      items(ship.items());
    } else if (event instanceof TraceEvent.Receive receive) {
      code(names.parties(), receive.from());
      party(receive.to());
      code(names.documents(), receive.document());
      items(receive.items());
    } else if (event instanceof TraceEvent.Transform transform) {
      party(transform.party());
      number(names.processes().add(processKey(transform)));
      items(transform.inputs());
      items(transform.outputs());
    } else if (event instanceof TraceEvent.Voiding erasure) {
      number(names.events().add(erasure.target()));
      text(note);
    } else {
      bodyOfFurther(event, note);
    }
  }

  private void bodyOfFurther(TraceEvent event, String note) {
    if (event instanceof TraceEvent.Pack pack) {
      party(pack.party());
      number(names.containers().add(pack.container()));
    } else if (event instanceof TraceEvent.Unpack unpack) {
      party(unpack.party());
      number(names.containers().add(unpack.container()));
    } else if (event instanceof TraceEvent.Remove remove) {
      party(remove.party());
      log.add((byte) List.of(RemovalReason.values()).indexOf(remove.reason()));
    } else if (event instanceof TraceEvent.Observe observe) {
      party(observe.party());
      text(note);
    }
    items(event.items());
  }

  /** A named process, or the event alone; the two never meet. */
  private static String processKey(TraceEvent.Transform transform) {
    return transform
        .process()
        .map(name -> EventReader.NAMED_PROCESS + name)
        .orElseGet(() -> "e:" + transform.id());
  }

  /** A text that is the same for the same attributes, and for no others. */
  static String attributes(TraceEvent.Observe observe) {
    StringBuilder text = new StringBuilder();
    for (Map.Entry<String, AttributeValue> each : new TreeMap<>(observe.attributes()).entrySet()) {
      String value = each.getValue().toString();
      text.append(each.getKey().length()).append(' ').append(each.getKey());
      text.append(each.getValue().type()).append(' ');
      text.append(value.length()).append(' ').append(value);
    }
    return text.toString();
  }

  private void time(Optional<EventTime> time, TimeForm form) {
    if (form == TimeForm.NONE) {
      return;
    }
    Span span = axis.span(time);
    for (int shift = 0; shift < Integer.SIZE; shift += Byte.SIZE) {
      log.add((byte) (span.first() >>> shift));
    }
    if (form != TimeForm.INSTANT) {
      number((long) span.last() - span.first());
    }
    if (form == TimeForm.TEXT) {
      text(time.orElseThrow().toString());
    }
  }

  private void items(List<TraceItem> items) {
    number(items.size());
    for (TraceItem item : items) {
      if (item instanceof TraceItem.OfLot lot) {
        number((long) names.lots().add(lot.lot()) << 1);
        quantity(lot.quantity());
      } else if (item instanceof TraceItem.OfContainer container) {
        number((long) names.containers().add(container.container()) << 1 | 1);
      }
    }
  }

  private void opened(Map<Integer, List<LotAmount>> opened) {
    number(opened.size());
    opened.forEach(
        (container, amounts) -> {
          number(container);
          number(amounts.size());
          for (LotAmount amount : amounts) {
            number(names.lots().add(amount.lot()));
            quantity(amount.quantity());
          }
        });
  }

  /** The unit above a bit that says whether the digits need more than a {@code long}. */
  private void quantity(Optional<Quantity> quantity) {
    if (quantity.isEmpty()) {
      number(0);
      return;
    }
    BigInteger digits = quantity.get().amount().unscaledValue();
    boolean isLong = digits.bitLength() < LONG_BITS;
    long unit = names.units().add(quantity.get().unit().code()) + 1L;
    number(unit << 1 | (isLong ? 0 : 1));
    signed(quantity.get().amount().scale());
    if (isLong) {
      signed(digits.longValueExact());
    } else {
      byte[] bytes = digits.toByteArray();
      number(bytes.length);
      log.add(bytes, bytes.length);
    }
  }

  private void party(String party) {
    number(names.parties().add(party));
  }

  /** The number above 0, which stands for nothing. */
  private void code(Dictionary dictionary, Optional<String> code) {
    number(code.map(dictionary::add).orElse(Dictionary.NONE) + 1L);
  }

  private void text(String text) {
    number(text.length());
    text.chars().forEach(this::number);
  }

  private void signed(long value) {
    number(value << 1 ^ value >> LONG_BITS);
  }

  private void number(long value) {
    long rest = value;
    for (; (rest & ~0x7FL) != 0; rest >>>= 7) {
      log.add((byte) (rest | 0x80));
    }
    log.add((byte) rest);
  }
}

package io.foodsafety.spi.messaging;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** Some of the messages published can never be accepted as they are; all others were accepted. */
public final class MessagesRefusedException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient Map<Message, String> reasons;

  /**
   * A refusal.
   *
   * @param reasons why, for each message refused, in the order of publishing
   */
  public MessagesRefusedException(Map<Message, String> reasons) {
    super("Refused for good: " + reasons);
    this.reasons = Collections.unmodifiableMap(new LinkedHashMap<>(reasons));
  }

  /** {@return why, for each message refused, in the order of publishing} */
  public Map<Message, String> reasons() {
    return reasons;
  }
}

package io.foodsafety.spi.messaging;

import java.util.Objects;
import java.util.Optional;

/**
 * A message that could not be handled, and why. It travels as the same message with two attributes
 * more. Immutable.
 */
public final class DeadLetter {

  /** The attribute that holds the reason. */
  public static final String REASON = "deadletterreason";

  /** The attribute that holds the number of attempts. */
  public static final String ATTEMPTS = "deadletterattempts";

  private static final int MAX_REASON = 500;

  private final Message message;
  private final String reason;
  private final int attempts;

  private DeadLetter(Message message, String reason, int attempts) {
    this.message = Objects.requireNonNull(message, "message");
    this.reason = reason;
    this.attempts = attempts;
  }

  /**
   * A dead letter.
   *
   * @param message the message
   * @param reason why it could not be handled; made to fit one line of 500 characters
   * @param attempts how often it was tried, at least 1
   * @return the dead letter
   * @throws IllegalArgumentException if there was no attempt
   */
  public static DeadLetter of(Message message, String reason, int attempts) {
    if (attempts < 1) {
      throw new IllegalArgumentException(
          "The number of attempts (%d) must be at least 1.".formatted(attempts));
    }
    return new DeadLetter(message, line(reason), attempts);
  }

  /**
   * A dead letter whose reason is what a handler threw.
   *
   * @param message the message
   * @param thrown what was thrown
   * @param attempts how often it was tried, at least 1
   * @return the dead letter
   * @throws IllegalArgumentException if there was no attempt
   */
  public static DeadLetter of(Message message, Throwable thrown, int attempts) {
    return of(message, thrown.toString(), attempts);
  }

  /** One line of characters that every adapter can carry. */
  private static String line(String reason) {
    StringBuilder line = new StringBuilder();
    reason
        .codePoints()
        .limit(MAX_REASON)
        .map(
            c ->
                Character.isISOControl(c)
                        || (c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE)
                    ? ' '
                    : c)
        .forEach(line::appendCodePoint);
    String stripped = line.toString().strip();
    return stripped.isEmpty() ? "no reason was given" : stripped;
  }

  /**
   * Reads a dead letter as it travels.
   *
   * @param message a message of a topic of dead letters
   * @return the dead letter; nothing if the message is none
   */
  public static Optional<DeadLetter> read(Message message) {
    String reason = message.attributes().get(REASON);
    String attempts = message.attributes().get(ATTEMPTS);
    if (reason == null || attempts == null || !attempts.matches("[1-9][0-9]{0,8}")) {
      return Optional.empty();
    }
    Message.Builder plain =
        Message.builder(
                message.id(), message.source(), message.type(), message.key(), message.time())
            .data(message.contentType(), message.data());
    message
        .attributes()
        .forEach(
            (name, value) -> {
              if (!name.equals(REASON) && !name.equals(ATTEMPTS)) {
                plain.attribute(name, value);
              }
            });
    return Optional.of(new DeadLetter(plain.build(), reason, Integer.parseInt(attempts)));
  }

  /** {@return the dead letter as it travels: the message with the reason and the attempts} */
  public Message toMessage() {
    return message.toBuilder()
        .attribute(REASON, reason)
        .attribute(ATTEMPTS, Integer.toString(attempts))
        .build();
  }

  /** {@return the message as it was published} */
  public Message message() {
    return message;
  }

  /** {@return why it could not be handled} */
  public String reason() {
    return reason;
  }

  /** {@return how often it was tried} */
  public int attempts() {
    return attempts;
  }

  /** {@return message and reason} */
  @Override
  public String toString() {
    return message + ": " + reason;
  }
}

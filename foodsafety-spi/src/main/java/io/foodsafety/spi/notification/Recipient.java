package io.foodsafety.spi.notification;

import io.foodsafety.model.internal.Checks;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Somebody who can be notified. The id is stored with what was sent and stands in the ledger, so it
 * is no name; addresses are asked for at each delivery and never stored. Immutable.
 */
public final class Recipient {

  private final String id;
  private final Locale language;
  private final Map<String, String> addresses;

  private Recipient(String id, Locale language, Map<String, String> addresses) {
    this.id = Checks.id("recipient", id);
    this.language = language;
    this.addresses = Map.copyOf(addresses);
  }

  /**
   * A recipient who reads Chinese and has no address.
   *
   * @param id the city's own id of the person, 1 to 256 characters
   * @return the recipient
   * @throws IllegalArgumentException if the id is not well-formed
   */
  public static Recipient of(String id) {
    return new Recipient(id, Locale.CHINESE, Map.of());
  }

  /**
   * The same recipient, who reads another language.
   *
   * @param newLanguage any {@code zh} for Chinese, every other language for English
   * @return the recipient
   */
  public Recipient withLanguage(Locale newLanguage) {
    return new Recipient(id, Objects.requireNonNull(newLanguage, "newLanguage"), addresses);
  }

  /**
   * The same recipient with an address.
   *
   * @param channel the name of the channel
   * @param address what the channel needs to find the recipient, such as a telephone number; 1 to
   *     256 characters
   * @return the recipient
   * @throws IllegalArgumentException if the address is not well-formed
   */
  public Recipient withAddress(String channel, String address) {
    Checks.idFault(address)
        .ifPresent(
            fault -> {
              throw new IllegalArgumentException(
                  "The address of recipient (%s) for channel (%s) %s."
                      .formatted(id, channel, fault));
            });
    Map<String, String> more = new TreeMap<>(addresses);
    more.put(channel, address);
    return new Recipient(id, language, more);
  }

  /** {@return the city's own id of the person} */
  public String id() {
    return id;
  }

  /** {@return the language in which texts are chosen} */
  public Locale language() {
    return language;
  }

  /**
   * The address for a channel.
   *
   * @param channel the name of the channel
   * @return the address, if there is one
   */
  public Optional<String> address(String channel) {
    return Optional.ofNullable(addresses.get(channel));
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Recipient that
        && id.equals(that.id)
        && language.equals(that.language)
        && addresses.equals(that.addresses);
  }

  @Override
  public int hashCode() {
    return id.hashCode();
  }

  /** {@return the id; no address, which is personal} */
  @Override
  public String toString() {
    return id;
  }
}

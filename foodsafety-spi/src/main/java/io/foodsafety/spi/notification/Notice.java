package io.foodsafety.spi.notification;

import io.foodsafety.model.fact.SubjectRef;
import io.foodsafety.model.internal.Checks;
import java.time.Instant;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A notification on its way to one recipient. Whoever gets a notice twice knows it by its id, which
 * is the same at every attempt. Immutable.
 */
public final class Notice {

  /** The most characters of a title. */
  public static final int MAX_TITLE = 200;

  /** The most characters of a text. */
  public static final int MAX_TEXT = 4_000;

  private static final Pattern ID = Pattern.compile("[A-Za-z0-9_-]{1,128}");

  /** Why a notice is sent. */
  public enum Occasion {
    /** The notification is new to this audience. */
    FIRST,
    /** Nobody of this audience has acknowledged it in time. */
    REMINDER,
    /** Nobody of an audience before this one has acknowledged it in time. */
    ESCALATION
  }

  private final String id;
  private final String notification;
  private final Occasion occasion;
  private final String recipient;
  private final Optional<String> address;
  private final Locale language;
  private final String title;
  private final String text;
  private final Optional<SubjectRef> about;
  private final Instant time;

  private Notice(Builder builder) {
    this.id = checkId(builder.id);
    this.notification = Checks.id("notification", builder.notification);
    this.occasion = builder.occasion;
    this.recipient = Checks.id("recipient", builder.recipient);
    this.address = builder.address;
    this.language = builder.language;
    this.title = checkTitle(builder.title);
    this.text = checkText(builder.text);
    this.about = builder.about;
    this.time = builder.time;
  }

  private static String checkId(String id) {
    if (!ID.matcher(id).matches()) {
      throw new IllegalArgumentException(
          "The id (%s) of a notice must match %s.".formatted(Checks.abbreviate(id), ID));
    }
    return id;
  }

  /**
   * Checks a title: 1 to 200 characters in one line.
   *
   * @param title the title
   * @return the same title
   * @throws IllegalArgumentException if it is not well-formed
   */
  public static String checkTitle(String title) {
    check("title", title, MAX_TITLE, false);
    return title;
  }

  /**
   * Checks a text: 1 to 4,000 characters, line breaks among them.
   *
   * @param text the text
   * @return the same text
   * @throws IllegalArgumentException if it is not well-formed
   */
  public static String checkText(String text) {
    check("text", text, MAX_TEXT, true);
    return text;
  }

  private static void check(String what, String value, int longest, boolean mayHaveLines) {
    boolean unfit =
        value
            .codePoints()
            .anyMatch(
                c ->
                    (Character.isISOControl(c) && !(mayHaveLines && c == '\n'))
                        || (c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE));
    if (value.isBlank() || unfit || value.codePointCount(0, value.length()) > longest) {
      throw new IllegalArgumentException(
          "The %s (%s) of a notification must have 1 to %d characters, no control characters and no lone surrogates."
              .formatted(what, Checks.abbreviate(value), longest));
    }
  }

  /**
   * Begins a notice.
   *
   * @param id its id, {@code [A-Za-z0-9_-]{1,128}}
   * @param notification the id of the notification
   * @param recipient the recipient's id
   * @param time when this attempt is made
   * @return a builder
   */
  public static Builder builder(String id, String notification, String recipient, Instant time) {
    return new Builder(id, notification, recipient, time);
  }

  /** {@return its id, the same at every attempt} */
  public String id() {
    return id;
  }

  /** {@return the id of the notification, which its acknowledgement names} */
  public String notification() {
    return notification;
  }

  /** {@return why it is sent} */
  public Occasion occasion() {
    return occasion;
  }

  /** {@return the recipient's id} */
  public String recipient() {
    return recipient;
  }

  /** {@return the recipient's address for the channel, if there is one} */
  public Optional<String> address() {
    return address;
  }

  /** {@return the language of title and text} */
  public Locale language() {
    return language;
  }

  /** {@return the title, one line} */
  public String title() {
    return title;
  }

  /** {@return the text, of one or more lines} */
  public String text() {
    return text;
  }

  /** {@return what it is about, if that was said} */
  public Optional<SubjectRef> about() {
    return about;
  }

  /** {@return when this attempt is made} */
  public Instant time() {
    return time;
  }

  /** {@return id and recipient; no address and no text, which may be personal} */
  @Override
  public String toString() {
    return "notice " + id + " to " + recipient;
  }

  /** Collects the parts of a notice. Not safe for use by many threads. */
  public static final class Builder {
    private final String id;
    private final String notification;
    private final String recipient;
    private final Instant time;
    private Occasion occasion = Occasion.FIRST;
    private Optional<String> address = Optional.empty();
    private Locale language = Locale.CHINESE;
    private String title = "";
    private String text = "";
    private Optional<SubjectRef> about = Optional.empty();

    private Builder(String id, String notification, String recipient, Instant time) {
      this.id = Objects.requireNonNull(id, "id");
      this.notification = Objects.requireNonNull(notification, "notification");
      this.recipient = Objects.requireNonNull(recipient, "recipient");
      this.time = Objects.requireNonNull(time, "time");
    }

    /**
     * Says why it is sent. Without this, the notification is new.
     *
     * @param newOccasion why
     * @return this builder
     */
    public Builder occasion(Occasion newOccasion) {
      this.occasion = Objects.requireNonNull(newOccasion, "newOccasion");
      return this;
    }

    /**
     * Sets the address. Without this there is none.
     *
     * @param newAddress the recipient's address for the channel, if there is one
     * @return this builder
     */
    public Builder address(Optional<String> newAddress) {
      this.address = Objects.requireNonNull(newAddress, "newAddress");
      return this;
    }

    /**
     * Sets the words, which every notice has.
     *
     * @param newLanguage their language
     * @param newTitle 1 to 200 characters in one line
     * @param newText 1 to 4,000 characters
     * @return this builder
     */
    public Builder words(Locale newLanguage, String newTitle, String newText) {
      this.language = Objects.requireNonNull(newLanguage, "newLanguage");
      this.title = Objects.requireNonNull(newTitle, "newTitle");
      this.text = Objects.requireNonNull(newText, "newText");
      return this;
    }

    /**
     * Says what it is about.
     *
     * @param newAbout what it is about, if that is known
     * @return this builder
     */
    public Builder about(Optional<SubjectRef> newAbout) {
      this.about = Objects.requireNonNull(newAbout, "newAbout");
      return this;
    }

    /**
     * Makes the notice.
     *
     * @return the notice
     * @throws IllegalArgumentException if a part is not well-formed
     */
    public Notice build() {
      return new Notice(this);
    }
  }
}

package io.foodsafety.spi.messaging;

import io.foodsafety.model.internal.Checks;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collections;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * Something that happened, told to other systems: the parts of an event of CloudEvents 1.0, with a
 * key. Whoever gets a message twice knows it by source and id. Immutable.
 */
public final class Message {

  /** The most characters of an id, source, type or key. */
  public static final int MAX_LENGTH = 512;

  /** The most characters of the value of an attribute. */
  public static final int MAX_ATTRIBUTE_LENGTH = 1024;

  private static final Pattern ATTRIBUTE = Pattern.compile("[a-z0-9]{1,20}");

  /** The names that CloudEvents 1.0 gives to other parts. */
  private static final Set<String> RESERVED =
      Set.of(
          "specversion",
          "id",
          "source",
          "type",
          "subject",
          "time",
          "datacontenttype",
          "dataschema",
          "data",
          "partitionkey");

  private static final Instant FIRST = Instant.parse("0001-01-01T00:00:00Z");
  private static final Instant LAST = Instant.parse("9999-12-31T23:59:59.999999999Z");

  private final String id;
  private final String source;
  private final String type;
  private final String key;
  private final Instant time;
  private final String contentType;
  private final byte[] data;
  private final Map<String, String> attributes;

  private Message(Builder builder) {
    this.id = text("id", builder.id, MAX_LENGTH);
    this.source = uri(text("source", builder.source, MAX_LENGTH));
    this.type = text("type", builder.type, MAX_LENGTH);
    this.key = text("key", builder.key, MAX_LENGTH);
    this.time = builder.time;
    if (time.isBefore(FIRST) || time.isAfter(LAST)) {
      throw new IllegalArgumentException(
          "The time (%s) of a message must lie in the years 1 to 9999.".formatted(time));
    }
    this.contentType = text("content type", builder.contentType, 256);
    this.data = builder.data;
    this.attributes = Collections.unmodifiableMap(new TreeMap<>(builder.attributes));
  }

  private static String uri(String source) {
    try {
      return new URI(source).toString();
    } catch (URISyntaxException e) {
      throw new IllegalArgumentException(
          "The source (%s) of a message must be a URI reference.".formatted(source), e);
    }
  }

  private static String text(String what, String value, int longest) {
    String fault = fault(value, longest);
    if (!fault.isEmpty()) {
      throw new IllegalArgumentException(
          "The %s (%s) of a message %s.".formatted(what, Checks.abbreviate(value), fault));
    }
    return value;
  }

  private static String fault(String value, int longest) {
    int count = value.codePointCount(0, value.length());
    if (count == 0 || count > longest) {
      return "must have 1 to %d characters".formatted(longest);
    }
    boolean unfit =
        value
            .codePoints()
            .anyMatch(
                c ->
                    Character.isISOControl(c)
                        || (c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE));
    return unfit ? "must not contain control characters or lone surrogates" : "";
  }

  /**
   * Begins a message.
   *
   * @param id unique among the messages of the source, 1 to 512 characters
   * @param source who says it, a URI reference such as {@code /cities/example}
   * @param type what happened, such as {@code fact-recorded}
   * @param key what it is about, such as {@code business:S1}: messages of one key keep their order
   * @param time when it happened, in the years 1 to 9999
   * @return a builder
   */
  public static Builder builder(String id, String source, String type, String key, Instant time) {
    return new Builder(id, source, type, key, time);
  }

  /** {@return a builder that holds all of this message} */
  public Builder toBuilder() {
    Builder builder = new Builder(id, source, type, key, time);
    builder.contentType = contentType;
    builder.data = data;
    builder.attributes.putAll(attributes);
    return builder;
  }

  /** {@return the id, unique among the messages of the source} */
  public String id() {
    return id;
  }

  /** {@return who says it} */
  public String source() {
    return source;
  }

  /** {@return what happened} */
  public String type() {
    return type;
  }

  /** {@return what it is about: messages of one key keep their order} */
  public String key() {
    return key;
  }

  /** {@return when it happened} */
  public Instant time() {
    return time;
  }

  /** {@return the media type of the data} */
  public String contentType() {
    return contentType;
  }

  /** {@return a copy of the data} */
  public byte[] data() {
    return data.clone();
  }

  /** {@return the number of bytes of the data} */
  public int size() {
    return data.length;
  }

  /** {@return further attributes by name} */
  public Map<String, String> attributes() {
    return attributes;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Message that
        && id.equals(that.id)
        && source.equals(that.source)
        && type.equals(that.type)
        && key.equals(that.key)
        && time.equals(that.time)
        && contentType.equals(that.contentType)
        && Arrays.equals(data, that.data)
        && attributes.equals(that.attributes);
  }

  @Override
  public int hashCode() {
    return Objects.hash(id, source, type, key);
  }

  /** {@return type and id; no data, which may be personal} */
  @Override
  public String toString() {
    return type + " " + id;
  }

  /** Collects the parts of a message. Not safe for use by many threads. */
  public static final class Builder {
    private final String id;
    private final String source;
    private final String type;
    private final String key;
    private final Instant time;
    private String contentType = "application/octet-stream";
    private byte[] data = {};
    private final Map<String, String> attributes = new TreeMap<>();

    private Builder(String id, String source, String type, String key, Instant time) {
      this.id = Objects.requireNonNull(id, "id");
      this.source = Objects.requireNonNull(source, "source");
      this.type = Objects.requireNonNull(type, "type");
      this.key = Objects.requireNonNull(key, "key");
      this.time = Objects.requireNonNull(time, "time");
    }

    /**
     * Sets the data. Without this there are none.
     *
     * @param newContentType their media type, such as {@code application/json}
     * @param newData the bytes; copied
     * @return this builder
     */
    public Builder data(String newContentType, byte[] newData) {
      this.contentType = Objects.requireNonNull(newContentType, "newContentType");
      this.data = newData.clone();
      return this;
    }

    /**
     * Adds an attribute.
     *
     * @param name 1 to 20 lower-case letters and digits, none of the names of CloudEvents 1.0
     * @param value 1 to 1,024 characters
     * @return this builder
     * @throws IllegalArgumentException if one is not well-formed
     */
    public Builder attribute(String name, String value) {
      if (!ATTRIBUTE.matcher(name).matches() || RESERVED.contains(name)) {
        throw new IllegalArgumentException(
            "The attribute (%s) must match %s and be none of %s."
                .formatted(Checks.abbreviate(name), ATTRIBUTE, new TreeSet<>(RESERVED)));
      }
      attributes.put(name, text("attribute " + name, value, MAX_ATTRIBUTE_LENGTH));
      return this;
    }

    /**
     * Makes the message.
     *
     * @return the message
     * @throws IllegalArgumentException if a part is not well-formed
     */
    public Message build() {
      return new Message(this);
    }
  }
}

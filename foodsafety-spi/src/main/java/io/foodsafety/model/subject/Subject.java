package io.foodsafety.model.subject;

import io.foodsafety.model.code.CreditCode;
import io.foodsafety.model.code.DivisionCode;
import io.foodsafety.model.fact.AttributeValue;
import io.foodsafety.model.fact.SubjectRef;
import io.foodsafety.model.internal.Checks;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A regulated business (食品生产经营者): what is known of it apart from facts. Immutable. */
public final class Subject {

  private final String id;
  private final String name;
  private final @Nullable CreditCode creditCode;
  private final @Nullable String segment;
  private final @Nullable String format;
  private final @Nullable DivisionCode division;
  private final @Nullable GeoPoint location;
  private final @Nullable String address;
  private final List<String> telephones;
  private final Map<String, AttributeHistory> attributes;
  private final List<Licence> licences;

  private Subject(Builder builder) {
    this.id = Checks.id("subject id", builder.id);
    this.name = builder.name;
    this.creditCode = builder.creditCode;
    this.segment = builder.segment;
    this.format = builder.format;
    this.division = builder.division;
    this.location = builder.location;
    this.address = builder.address;
    this.telephones = List.copyOf(builder.telephones);
    this.attributes = Collections.unmodifiableMap(new TreeMap<>(builder.attributes));
    this.licences = List.copyOf(builder.licences);
  }

  /**
   * Begins a subject.
   *
   * @param id unique among businesses, 1 to 256 characters
   * @param name its name, not blank
   * @return a builder
   */
  public static Builder builder(String id, String name) {
    return new Builder(id, name);
  }

  /** {@return a builder that holds all of this subject} */
  public Builder toBuilder() {
    Builder builder = new Builder(id, name);
    builder.creditCode = creditCode;
    builder.segment = segment;
    builder.format = format;
    builder.division = division;
    builder.location = location;
    builder.address = address;
    builder.telephones.addAll(telephones);
    builder.attributes.putAll(attributes);
    builder.licences.addAll(licences);
    return builder;
  }

  /** {@return the id} */
  public String id() {
    return id;
  }

  /** {@return the reference that facts about it carry} */
  public SubjectRef ref() {
    return SubjectRef.business(id);
  }

  /** {@return the name} */
  public String name() {
    return name;
  }

  /** {@return the unified social credit code} */
  public Optional<CreditCode> creditCode() {
    return Optional.ofNullable(creditCode);
  }

  /** {@return the segment (环节), such as production, sales or catering} */
  public Optional<String> segment() {
    return Optional.ofNullable(segment);
  }

  /** {@return the format of operation (业态)} */
  public Optional<String> format() {
    return Optional.ofNullable(format);
  }

  /** {@return the division it is in} */
  public Optional<DivisionCode> division() {
    return Optional.ofNullable(division);
  }

  /** {@return where it is} */
  public Optional<GeoPoint> location() {
    return Optional.ofNullable(location);
  }

  /** {@return the address as it is written; it may be where a person lives} */
  public Optional<String> address() {
    return Optional.ofNullable(address);
  }

  /** {@return the telephone numbers as they are written; they may be a person's} */
  public List<String> telephones() {
    return telephones;
  }

  /** {@return the attributes with their history, by name} */
  public Map<String, AttributeHistory> attributes() {
    return attributes;
  }

  /**
   * An attribute as of a day.
   *
   * @param attribute its name
   * @param date the day
   * @return the value that holds then, or nothing
   */
  public Optional<AttributeValue> findAttribute(String attribute, LocalDate date) {
    AttributeHistory history = attributes.get(attribute);
    return history == null ? Optional.empty() : history.on(date);
  }

  /** {@return the licences} */
  public List<Licence> licences() {
    return licences;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Subject that
        && id.equals(that.id)
        && name.equals(that.name)
        && Objects.equals(creditCode, that.creditCode)
        && Objects.equals(segment, that.segment)
        && Objects.equals(format, that.format)
        && Objects.equals(division, that.division)
        && Objects.equals(location, that.location)
        && Objects.equals(address, that.address)
        && telephones.equals(that.telephones)
        && attributes.equals(that.attributes)
        && licences.equals(that.licences);
  }

  @Override
  public int hashCode() {
    return Objects.hash(id, name);
  }

  /** {@return the id; not the name, which may be a person's} */
  @Override
  public String toString() {
    return ref().toString();
  }

  /** Collects the parts of a subject. Not safe for use by many threads. */
  public static final class Builder {
    private final String id;
    private final String name;
    private final Map<String, AttributeHistory> attributes = new TreeMap<>();
    private final List<Licence> licences = new ArrayList<>();
    private @Nullable CreditCode creditCode;
    private @Nullable String segment;
    private @Nullable String format;
    private @Nullable DivisionCode division;
    private final List<String> telephones = new ArrayList<>();
    private @Nullable GeoPoint location;
    private @Nullable String address;

    private Builder(String id, String name) {
      this.id = id;
      this.name = name;
    }

    /**
     * Sets the unified social credit code.
     *
     * @param value the code
     * @return this builder
     */
    public Builder creditCode(CreditCode value) {
      this.creditCode = value;
      return this;
    }

    /**
     * Sets the segment.
     *
     * @param value such as {@code catering}
     * @return this builder
     * @throws IllegalArgumentException if it is not a well-formed code
     */
    public Builder segment(String value) {
      this.segment = Checks.id("segment", value);
      return this;
    }

    /**
     * Sets the format of operation.
     *
     * @param value such as {@code restaurant}
     * @return this builder
     * @throws IllegalArgumentException if it is not a well-formed code
     */
    public Builder format(String value) {
      this.format = Checks.id("format", value);
      return this;
    }

    /**
     * Sets the division.
     *
     * @param value the division's code
     * @return this builder
     */
    public Builder division(DivisionCode value) {
      this.division = value;
      return this;
    }

    /**
     * Sets the place.
     *
     * @param value the place in WGS 84
     * @return this builder
     */
    public Builder location(GeoPoint value) {
      this.location = value;
      return this;
    }

    /**
     * Sets the address.
     *
     * @param value the address as it is written, not blank
     * @return this builder
     * @throws IllegalArgumentException if it is blank
     */
    public Builder address(String value) {
      if (value.isBlank()) {
        throw new IllegalArgumentException("The address must not be blank.");
      }
      this.address = value;
      return this;
    }

    /**
     * Adds a telephone number.
     *
     * @param value the number as it is written, not blank
     * @return this builder
     * @throws IllegalArgumentException if it is blank
     */
    public Builder telephone(String value) {
      if (value.isBlank()) {
        throw new IllegalArgumentException("The telephone number must not be blank.");
      }
      telephones.add(value);
      return this;
    }

    /**
     * Sets an attribute that has always had this value.
     *
     * @param attribute its name
     * @param value its value
     * @return this builder
     * @throws IllegalArgumentException if the name is not well-formed
     */
    public Builder attribute(String attribute, AttributeValue value) {
      return attribute(attribute, AttributeHistory.always(value));
    }

    /**
     * Sets an attribute from a day on; earlier values stay.
     *
     * @param attribute its name
     * @param value its value
     * @param from the first day of the value
     * @return this builder
     * @throws IllegalArgumentException if the name is not well-formed
     */
    public Builder attribute(String attribute, AttributeValue value, LocalDate from) {
      AttributeHistory history = attributes.get(attribute);
      return attribute(
          attribute,
          history == null ? AttributeHistory.of(Map.of(from, value)) : history.with(from, value));
    }

    /**
     * Sets the whole history of an attribute.
     *
     * @param attribute its name
     * @param history its values
     * @return this builder
     * @throws IllegalArgumentException if the name is not well-formed
     */
    public Builder attribute(String attribute, AttributeHistory history) {
      attributes.put(Checks.name("attribute", attribute), history);
      return this;
    }

    /**
     * Adds a licence.
     *
     * @param licence the licence
     * @return this builder
     */
    public Builder licence(Licence licence) {
      licences.add(licence);
      return this;
    }

    /**
     * Replaces all licences.
     *
     * @param newLicences the licences
     * @return this builder
     */
    public Builder licences(Collection<Licence> newLicences) {
      licences.clear();
      licences.addAll(newLicences);
      return this;
    }

    /**
     * Makes the subject.
     *
     * @return the subject
     * @throws IllegalArgumentException if the id is not well-formed or the name is blank
     */
    public Subject build() {
      if (name.isBlank()) {
        throw new IllegalArgumentException(
            "The name of subject (%s) must not be blank.".formatted(Checks.abbreviate(id)));
      }
      return new Subject(this);
    }
  }
}

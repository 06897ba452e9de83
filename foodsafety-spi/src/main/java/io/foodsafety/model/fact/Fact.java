package io.foodsafety.model.fact;

import io.foodsafety.model.internal.Checks;
import io.foodsafety.model.time.Moment;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Something a net of the city learnt: kind, subject, further roles, time or duration, typed
 * attributes, and the source it came from. Never edited; a {@link Withdrawal} ends it.
 */
public final class Fact {

  private final String id;
  private final String kind;
  private final SubjectRef subject;
  private final Moment at;
  private final @Nullable Moment until;
  private final Map<String, SubjectRef> refs;
  private final Map<String, AttributeValue> attributes;
  private final Set<String> sealed;
  private final @Nullable String source;
  private final @Nullable Instant recordedAt;

  private Fact(Builder builder) {
    this.id = Checks.id("fact id", builder.id);
    this.kind = Checks.name("fact kind", builder.kind);
    this.subject = Objects.requireNonNull(builder.subject, "subject");
    this.at = Objects.requireNonNull(builder.at, "at");
    this.until = builder.until;
    this.refs = Collections.unmodifiableMap(new TreeMap<>(builder.refs));
    this.attributes = Collections.unmodifiableMap(new TreeMap<>(builder.attributes));
    this.sealed = Collections.unmodifiableSet(new TreeSet<>(builder.sealedNames));
    this.source = builder.source;
    this.recordedAt = builder.recordedAt;
  }

  /**
   * Begins a fact.
   *
   * @param id unique among facts, 1 to 256 characters
   * @param kind the name of a declared kind
   * @param subject what it is about
   * @param at when it happened, or began
   * @return a builder
   */
  public static Builder builder(String id, String kind, SubjectRef subject, Moment at) {
    return new Builder(id, kind, subject, at);
  }

  /** {@return a builder that holds all of this fact} */
  public Builder toBuilder() {
    Builder builder = new Builder(id, kind, subject, at);
    builder.until = until;
    builder.refs.putAll(refs);
    builder.attributes.putAll(attributes);
    builder.sealedNames.addAll(sealed);
    builder.source = source;
    builder.recordedAt = recordedAt;
    return builder;
  }

  /** {@return the id} */
  public String id() {
    return id;
  }

  /** {@return the name of the kind} */
  public String kind() {
    return kind;
  }

  /** {@return what the fact is about} */
  public SubjectRef subject() {
    return subject;
  }

  /** {@return when it happened, or began} */
  public Moment at() {
    return at;
  }

  /**
   * {@return the last day, or the end, of a fact with a duration; nothing if it has none or is
   * open}
   */
  public Optional<Moment> until() {
    return Optional.ofNullable(until);
  }

  /** {@return further roles: what else it concerns, by role} */
  public Map<String, SubjectRef> refs() {
    return refs;
  }

  /** {@return the attributes by name} */
  public Map<String, AttributeValue> attributes() {
    return attributes;
  }

  /**
   * {@return the names of attributes that the fact has and whose values are sealed, so that they
   * are not among the attributes}
   */
  public Set<String> sealed() {
    return sealed;
  }

  /**
   * The value of an attribute.
   *
   * @param name its name
   * @return the value, or nothing if the fact does not have it
   */
  public Optional<AttributeValue> findAttribute(String name) {
    return Optional.ofNullable(attributes.get(name));
  }

  /** {@return the system or record it came from} */
  public Optional<String> source() {
    return Optional.ofNullable(source);
  }

  /** {@return when it was recorded; nothing until it is} */
  public Optional<Instant> recordedAt() {
    return Optional.ofNullable(recordedAt);
  }

  /** {@return everything the fact concerns: its subject and all roles, each once} */
  public List<SubjectRef> concerns() {
    Set<SubjectRef> all = new LinkedHashSet<>();
    all.add(subject);
    all.addAll(refs.values());
    return List.copyOf(all);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Fact that
        && id.equals(that.id)
        && kind.equals(that.kind)
        && subject.equals(that.subject)
        && at.equals(that.at)
        && Objects.equals(until, that.until)
        && refs.equals(that.refs)
        && attributes.equals(that.attributes)
        && this.sealed.equals(that.sealed)
        && Objects.equals(source, that.source)
        && Objects.equals(recordedAt, that.recordedAt);
  }

  @Override
  public int hashCode() {
    return Objects.hash(id, kind, subject, at);
  }

  /** {@return id, kind, subject and time; no attribute values, which may be personal} */
  @Override
  public String toString() {
    return "%s %s %s %s".formatted(id, kind, subject, at);
  }

  /** Collects the parts of a fact. Not safe for use by many threads. */
  public static final class Builder {
    private final String id;
    private final String kind;
    private final SubjectRef subject;
    private final Moment at;
    private final Map<String, SubjectRef> refs = new TreeMap<>();
    private final Map<String, AttributeValue> attributes = new TreeMap<>();
    private final Set<String> sealedNames = new TreeSet<>();
    private @Nullable Moment until;
    private @Nullable String source;
    private @Nullable Instant recordedAt;

    private Builder(String id, String kind, SubjectRef subject, Moment at) {
      this.id = id;
      this.kind = kind;
      this.subject = subject;
      this.at = at;
    }

    /**
     * Gives the fact a duration.
     *
     * @param newUntil its last day (a date counts whole) or the instant at which it is over
     * @return this builder
     */
    public Builder until(Moment newUntil) {
      this.until = newUntil;
      return this;
    }

    /**
     * Adds a role.
     *
     * @param role such as {@code producer}
     * @param ref what has this role
     * @return this builder
     * @throws IllegalArgumentException if the role's name is not well-formed
     */
    public Builder ref(String role, SubjectRef ref) {
      refs.put(Checks.name("role", role), ref);
      return this;
    }

    /**
     * Sets an attribute.
     *
     * @param name its name
     * @param value its value
     * @return this builder
     * @throws IllegalArgumentException if the name is not well-formed
     */
    public Builder attribute(String name, AttributeValue value) {
      attributes.put(Checks.name("attribute", name), value);
      return this;
    }

    /**
     * Says that the fact has an attribute whose value is sealed. The library sets it when it reads
     * a stored fact; a value set before is forgotten.
     *
     * @param name its name
     * @return this builder
     * @throws IllegalArgumentException if the name is not well-formed
     */
    public Builder sealed(String name) {
      sealedNames.add(Checks.name("attribute", name));
      attributes.remove(name);
      return this;
    }

    /**
     * Names the system or record the fact came from.
     *
     * @param newSource 1 to 256 characters
     * @return this builder
     * @throws IllegalArgumentException if it is not well-formed
     */
    public Builder source(String newSource) {
      this.source = Checks.id("source", newSource);
      return this;
    }

    /**
     * Says when the fact was recorded. The library sets it; a host gives it only with facts that
     * another system recorded earlier.
     *
     * @param newRecordedAt the time of recording
     * @return this builder
     */
    public Builder recordedAt(Instant newRecordedAt) {
      this.recordedAt = newRecordedAt;
      return this;
    }

    /**
     * Makes the fact.
     *
     * @return the fact
     * @throws IllegalArgumentException if id or kind are not well-formed
     */
    public Fact build() {
      return new Fact(this);
    }
  }
}

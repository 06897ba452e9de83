package io.foodsafety.form;

import io.foodsafety.form.internal.SubmissionFields;
import io.foodsafety.form.internal.SubmissionReader;
import io.foodsafety.form.internal.Texts;
import io.foodsafety.model.fact.AttributeValue;
import io.foodsafety.model.fact.SubjectRef;
import io.foodsafety.model.time.Moment;
import io.foodsafety.record.CanonicalJson;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A form that was filled in: by inspectors, by the business itself, or by whoever declares. */
public final class Submission {

  /** Longest id: the ids of its facts begin with it. */
  public static final int MAX_ID = 128;

  private final String id;
  private final String form;
  private final String version;
  private final SubjectRef subject;
  private final Moment at;
  private final List<String> submitters;
  private final Map<String, Answer> answers;
  private final Map<String, AttributeValue> values;
  private final Optional<Handling> handling;
  private final List<Signature> signatures;
  private final Optional<Correction> corrects;

  /**
   * What a submission takes the place of.
   *
   * @param submission the id of the submission that was wrong
   * @param reason why it was wrong
   */
  public record Correction(String submission, String reason) {
    /** Checks both. */
    public Correction {
      Texts.line("id of the corrected submission", submission);
      Texts.line("reason", reason);
    }
  }

  private Submission(Builder builder) {
    this.id = Texts.line("submission id", builder.id);
    if (id.length() > MAX_ID) {
      throw new IllegalArgumentException(
          "The submission id must have at most %d characters.".formatted(MAX_ID));
    }
    this.form = Texts.line("form", builder.form);
    this.version = Texts.line("version", builder.version);
    this.subject = Objects.requireNonNull(builder.subject, "subject");
    this.at = Objects.requireNonNull(builder.at, "at");
    this.submitters = List.copyOf(builder.submitters);
    submitters.forEach(each -> Texts.line("submitter", each));
    this.answers = Collections.unmodifiableMap(new LinkedHashMap<>(builder.answers));
    this.values = Collections.unmodifiableMap(new LinkedHashMap<>(builder.values));
    this.handling = Optional.ofNullable(builder.handling);
    this.signatures = List.copyOf(builder.signatures);
    this.corrects = Optional.ofNullable(builder.corrects);
  }

  /**
   * Begins a submission of a form.
   *
   * @param id unique among submissions, 1 to 128 characters
   * @param form the form
   * @param subject whom it is about
   * @param at when it was filled in
   * @return a builder
   */
  public static Builder of(String id, FormTemplate form, SubjectRef subject, Moment at) {
    return new Builder(id, form.id(), form.version(), subject, at);
  }

  /**
   * Begins a submission of a form by its id and version.
   *
   * @param id unique among submissions, 1 to 128 characters
   * @param form the id of the form
   * @param version the version of the form
   * @param subject whom it is about
   * @param at when it was filled in
   * @return a builder
   */
  public static Builder of(String id, String form, String version, SubjectRef subject, Moment at) {
    return new Builder(id, form, version, subject, at);
  }

  /**
   * Reads a submission from JSON; what form it must have is said in {@code docs/forms.md}.
   *
   * @param json one JSON object, UTF-8
   * @param source what to call it in messages
   * @return the submission, not yet compared with its form
   * @throws FormException with everything that is wrong with the document
   */
  public static Submission parse(byte[] json, String source) {
    return SubmissionReader.read(json, source);
  }

  /** {@return canonical JSON that {@link #parse} reads back} */
  public byte[] toJson() {
    return CanonicalJson.write(SubmissionFields.of(this));
  }

  /** {@return the id} */
  public String id() {
    return id;
  }

  /** {@return the id of the form} */
  public String form() {
    return form;
  }

  /** {@return the version of the form} */
  public String version() {
    return version;
  }

  /** {@return whom it is about} */
  public SubjectRef subject() {
    return subject;
  }

  /** {@return when it was filled in} */
  public Moment at() {
    return at;
  }

  /** {@return who filled it in: ids of persons, such as the inspectors} */
  public List<String> submitters() {
    return submitters;
  }

  /** {@return the answers by number of item} */
  public Map<String, Answer> answers() {
    return answers;
  }

  /** {@return what was filled in, by name of field} */
  public Map<String, AttributeValue> values() {
    return values;
  }

  /** {@return how the failed items are handled that have no handling of their own} */
  public Optional<Handling> handling() {
    return handling;
  }

  /**
   * How an item is handled.
   *
   * @param item its number
   * @return its own handling or that of the whole, if it failed
   */
  public Optional<Handling> handlingOf(String item) {
    return Optional.ofNullable(answers.get(item))
        .filter(Answer::isFailed)
        .flatMap(answer -> answer.handling().or(() -> handling));
  }

  /** {@return who signed} */
  public List<Signature> signatures() {
    return signatures;
  }

  /** {@return the submission that it takes the place of, if it corrects one} */
  public Optional<Correction> corrects() {
    return corrects;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Submission that
        && SubmissionFields.of(this).equals(SubmissionFields.of(that));
  }

  @Override
  public int hashCode() {
    return id.hashCode();
  }

  /** {@return id, form, subject and time; no answers, which may be personal} */
  @Override
  public String toString() {
    return "%s %s@%s %s %s".formatted(id, form, version, subject, at);
  }

  /** Collects the parts of a submission. Not safe for use by many threads. */
  public static final class Builder {
    private final String id;
    private final String form;
    private final String version;
    private final SubjectRef subject;
    private final Moment at;
    private final List<String> submitters = new ArrayList<>();
    private final Map<String, Answer> answers = new LinkedHashMap<>();
    private final Map<String, AttributeValue> values = new LinkedHashMap<>();
    private final List<Signature> signatures = new ArrayList<>();
    private @Nullable Handling handling;
    private @Nullable Correction corrects;

    private Builder(String id, String form, String version, SubjectRef subject, Moment at) {
      this.id = id;
      this.form = form;
      this.version = version;
      this.subject = subject;
      this.at = at;
    }

    /**
     * Adds who filled it in.
     *
     * @param persons ids of persons
     * @return this builder
     */
    public Builder submitters(String... persons) {
      submitters.addAll(List.of(persons));
      return this;
    }

    /**
     * Answers an item; a later answer takes the place of an earlier one.
     *
     * @param item its number
     * @param answer the answer
     * @return this builder
     */
    public Builder answer(String item, Answer answer) {
      answers.put(item, answer);
      return this;
    }

    /**
     * Fills in a field.
     *
     * @param field its name
     * @param value the value; a word of a choice is a code
     * @return this builder
     */
    public Builder value(String field, AttributeValue value) {
      values.put(field, value);
      return this;
    }

    /**
     * Says how the failed items are handled that have no handling of their own.
     *
     * @param newHandling the handling
     * @return this builder
     */
    public Builder handling(Handling newHandling) {
      this.handling = newHandling;
      return this;
    }

    /**
     * Adds who signed.
     *
     * @param signature the signature
     * @return this builder
     */
    public Builder signature(Signature signature) {
      signatures.add(signature);
      return this;
    }

    /**
     * Says that it takes the place of a submission that was wrong.
     *
     * @param submission the id of that submission
     * @param reason why it was wrong
     * @return this builder
     */
    public Builder corrects(String submission, String reason) {
      this.corrects = new Correction(submission, reason);
      return this;
    }

    /**
     * Makes the submission.
     *
     * @return the submission
     * @throws IllegalArgumentException if a part is not well-formed
     */
    public Submission build() {
      return new Submission(this);
    }
  }
}

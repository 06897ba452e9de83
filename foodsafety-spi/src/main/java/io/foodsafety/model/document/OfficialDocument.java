package io.foodsafety.model.document;

import io.foodsafety.model.internal.Checks;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An official document (文书): a numbered form that was filled in, to be signed and filed. It says
 * what stands in it, not how it looks. Immutable; made by a builder. It may hold personal data.
 */
public final class OfficialDocument {

  private final String kind;
  private final String title;
  private final Locale locale;
  private final LocalDate date;
  private final Optional<String> number;
  private final Optional<String> issuer;
  private final List<String> notes;
  private final List<DocumentPart> parts;
  private final String sha256;

  private OfficialDocument(Builder builder) {
    this.kind = builder.kind;
    this.title = builder.title;
    this.locale = builder.locale;
    this.date = builder.date;
    this.number = Optional.ofNullable(builder.number);
    this.issuer = Optional.ofNullable(builder.issuer);
    this.notes = List.copyOf(builder.notes);
    this.parts = List.copyOf(builder.parts);
    this.sha256 = DocumentHash.of(this);
  }

  /**
   * A builder.
   *
   * @param kind what kind of document it is, such as the id of its template
   * @param title its title, in the document's language
   * @param locale its language
   * @param date the day it bears
   * @return a builder of a document without parts
   * @throws IllegalArgumentException if the kind is not well-formed or the title is blank
   */
  public static Builder builder(String kind, String title, Locale locale, LocalDate date) {
    return new Builder(kind, title, locale, date);
  }

  /** {@return what kind of document it is} */
  public String kind() {
    return kind;
  }

  /** {@return its title} */
  public String title() {
    return title;
  }

  /** {@return the language of its texts: Chinese for any {@code zh}, else English} */
  public Locale locale() {
    return locale;
  }

  /** {@return the day it bears} */
  public LocalDate date() {
    return date;
  }

  /** {@return its number, once it has one} */
  public Optional<String> number() {
    return number;
  }

  /** {@return the authority that issues it, if it is named} */
  public Optional<String> issuer() {
    return issuer;
  }

  /** {@return remarks below it, such as what the form rests on} */
  public List<String> notes() {
    return notes;
  }

  /** {@return its parts, in the order of reading} */
  public List<DocumentPart> parts() {
    return parts;
  }

  /**
   * The hash of what stands in it, which is printed on every page: other content has another hash.
   *
   * @return SHA-256 over all its texts, ticks and dates, in hexadecimal; how it is made is said in
   *     {@code docs/documents.md}
   */
  public String sha256() {
    return sha256;
  }

  /** {@return kind and hash; no content, which may be personal} */
  @Override
  public String toString() {
    return kind + " " + sha256;
  }

  /** Collects the parts of a document. Not safe for use by many threads. */
  public static final class Builder {

    private final String kind;
    private final String title;
    private final Locale locale;
    private final LocalDate date;
    private final List<String> notes = new ArrayList<>();
    private final List<DocumentPart> parts = new ArrayList<>();
    private @Nullable String number;
    private @Nullable String issuer;

    private Builder(String kind, String title, Locale locale, LocalDate date) {
      this.kind = Checks.name("document", kind);
      this.title = DocumentChecks.text("title of document (" + kind + ")", title);
      this.locale = Objects.requireNonNull(locale, "locale");
      this.date = Checks.date("the date of a document", date);
    }

    /**
     * Sets the number.
     *
     * @param text the number, not blank
     * @return this builder
     * @throws IllegalArgumentException if it is blank
     */
    public Builder number(String text) {
      this.number = DocumentChecks.text("number", text);
      return this;
    }

    /**
     * Sets the authority that issues it.
     *
     * @param text its name, not blank
     * @return this builder
     * @throws IllegalArgumentException if it is blank
     */
    public Builder issuer(String text) {
      this.issuer = DocumentChecks.text("issuer", text);
      return this;
    }

    /**
     * Adds a remark.
     *
     * @param text the remark, not blank
     * @return this builder
     * @throws IllegalArgumentException if it is blank
     */
    public Builder note(String text) {
      notes.add(DocumentChecks.text("note", text));
      return this;
    }

    /**
     * Adds a part.
     *
     * @param part the part
     * @return this builder
     */
    public Builder part(DocumentPart part) {
      parts.add(Objects.requireNonNull(part, "part"));
      return this;
    }

    /** {@return the document} */
    public OfficialDocument build() {
      return new OfficialDocument(this);
    }
  }
}

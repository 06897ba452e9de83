package io.foodsafety.model.report;

import io.foodsafety.model.internal.Checks;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;

/** A report: a heading, notes, and blocks with distinct ids. Immutable; made by a builder. */
public final class Report {

  private final String id;
  private final String title;
  private final Locale locale;
  private final Instant generatedAt;
  private final ZoneId zone;
  private final List<String> notes;
  private final List<Block> blocks;

  private Report(Builder builder) {
    this.id = builder.id;
    this.title = builder.title;
    this.locale = builder.locale;
    this.generatedAt = builder.generatedAt;
    this.zone = builder.zone;
    this.notes = List.copyOf(builder.notes);
    this.blocks = List.copyOf(builder.blocks);
  }

  /**
   * A builder.
   *
   * @param id the report's name: a letter, then letters, digits, '.', '-' or '_'
   * @param title its heading
   * @param locale the language of its texts
   * @param generatedAt when it was made
   * @param zone the zone in which times are shown
   * @return a builder without blocks
   * @throws IllegalArgumentException if the id is not well-formed or the title is blank
   */
  public static Builder builder(
      String id, String title, Locale locale, Instant generatedAt, ZoneId zone) {
    return new Builder(id, title, locale, generatedAt, zone);
  }

  /** {@return its name} */
  public String id() {
    return id;
  }

  /** {@return its heading} */
  public String title() {
    return title;
  }

  /** {@return the language of its texts} */
  public Locale locale() {
    return locale;
  }

  /** {@return when it was made} */
  public Instant generatedAt() {
    return generatedAt;
  }

  /** {@return the zone in which times are shown} */
  public ZoneId zone() {
    return zone;
  }

  /** {@return remarks on the whole report, such as what it leaves out} */
  public List<String> notes() {
    return notes;
  }

  /** {@return its parts, in the order of reading} */
  public List<Block> blocks() {
    return blocks;
  }

  /** {@return the id} */
  @Override
  public String toString() {
    return id;
  }

  /** Collects the parts of a report. Not safe for use by many threads. */
  public static final class Builder {

    private final String id;
    private final String title;
    private final Locale locale;
    private final Instant generatedAt;
    private final ZoneId zone;
    private final List<String> notes = new ArrayList<>();
    private final List<Block> blocks = new ArrayList<>();
    private final Set<String> ids = new HashSet<>();

    private Builder(String id, String title, Locale locale, Instant generatedAt, ZoneId zone) {
      this.id = Checks.name("report", id);
      this.title = ReportChecks.text("title of report (" + id + ")", title);
      this.locale = Objects.requireNonNull(locale, "locale");
      this.generatedAt = Objects.requireNonNull(generatedAt, "generatedAt");
      this.zone = Objects.requireNonNull(zone, "zone");
    }

    /**
     * Adds a remark.
     *
     * @param note the remark, not blank
     * @return this builder
     * @throws IllegalArgumentException if it is blank
     */
    public Builder note(String note) {
      notes.add(ReportChecks.text("note", note));
      return this;
    }

    /**
     * Adds a block.
     *
     * @param block the block
     * @return this builder
     * @throws IllegalArgumentException if a block of the same id was added before
     */
    public Builder block(Block block) {
      if (!ids.add(block.id())) {
        throw new IllegalArgumentException(
            "The report (%s) must not have two blocks (%s).".formatted(id, block.id()));
      }
      blocks.add(block);
      return this;
    }

    /** {@return the report} */
    public Report build() {
      return new Report(this);
    }
  }
}

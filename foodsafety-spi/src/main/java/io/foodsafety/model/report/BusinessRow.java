package io.foodsafety.model.report;

import io.foodsafety.model.internal.Checks;
import io.foodsafety.model.subject.GeoPoint;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A business in a report: where it is, its grade, why it has it, what grades it had, and what is
 * due. Immutable; made by a builder.
 */
public final class BusinessRow {

  private final String id;
  private final String name;
  private final String colourClass;
  private final String division;
  private final String segment;
  private final String format;
  private final @Nullable String grade;
  private final @Nullable BigDecimal score;
  private final @Nullable String nextGrade;
  private final String remark;
  private final @Nullable GeoPoint location;
  private final @Nullable LocalDate nextInspection;
  private final List<ReasonLine> lines;
  private final List<PastGrade> history;
  private final List<DueItem> due;

  private BusinessRow(Builder builder) {
    this.id = builder.id;
    this.name = builder.name;
    this.colourClass = builder.colourClass;
    this.division = builder.division;
    this.segment = builder.segment;
    this.format = builder.format;
    this.grade = builder.grade;
    this.score = builder.score;
    this.nextGrade = builder.nextGrade;
    this.remark = builder.remark;
    this.location = builder.location;
    this.nextInspection = builder.nextInspection;
    this.lines = builder.lines;
    this.history = builder.history;
    this.due = builder.due;
  }

  /**
   * A builder.
   *
   * @param id the id of the business
   * @param name its name, not blank
   * @param colourClass the id of a class of the block's legend
   * @return a builder
   * @throws IllegalArgumentException if the id is not well-formed or the name is blank
   */
  public static Builder builder(String id, String name, String colourClass) {
    return new Builder(id, name, colourClass);
  }

  /** {@return the id of the business} */
  public String id() {
    return id;
  }

  /** {@return its name} */
  public String name() {
    return name;
  }

  /** {@return the id of its colour class} */
  public String colourClass() {
    return colourClass;
  }

  /** {@return the code of its division; empty if not known} */
  public String division() {
    return division;
  }

  /** {@return the code of its segment; empty if not known} */
  public String segment() {
    return segment;
  }

  /** {@return its format in the report's language; empty if not known} */
  public String format() {
    return format;
  }

  /** {@return its grade, or nothing} */
  public Optional<String> grade() {
    return Optional.ofNullable(grade);
  }

  /** {@return its score, or nothing} */
  public Optional<BigDecimal> score() {
    return Optional.ofNullable(score);
  }

  /** {@return the grade of the next period, if it is known} */
  public Optional<String> nextGrade() {
    return Optional.ofNullable(nextGrade);
  }

  /** {@return a remark, such as why there is no grade; may be empty} */
  public String remark() {
    return remark;
  }

  /** {@return where it is, if that is known} */
  public Optional<GeoPoint> location() {
    return Optional.ofNullable(location);
  }

  /** {@return the day by which it is to be inspected, if one is set} */
  public Optional<LocalDate> nextInspection() {
    return Optional.ofNullable(nextInspection);
  }

  /** {@return why it has its grade, in the order of the policy} */
  public List<ReasonLine> lines() {
    return lines;
  }

  /** {@return the grades it had, from the first to the last} */
  public List<PastGrade> history() {
    return history;
  }

  /** {@return what is due} */
  public List<DueItem> due() {
    return due;
  }

  /** {@return the id} */
  @Override
  public String toString() {
    return id;
  }

  /** Collects what is known of a business. Not safe for use by many threads. */
  public static final class Builder {

    private final String id;
    private final String name;
    private final String colourClass;
    private String division = "";
    private String segment = "";
    private String format = "";
    private @Nullable String grade;
    private @Nullable BigDecimal score;
    private @Nullable String nextGrade;
    private String remark = "";
    private @Nullable GeoPoint location;
    private @Nullable LocalDate nextInspection;
    private List<ReasonLine> lines = List.of();
    private List<PastGrade> history = List.of();
    private List<DueItem> due = List.of();

    private Builder(String id, String name, String colourClass) {
      this.id = Checks.id("business", id);
      this.name = ReportChecks.text("name of business (" + id + ")", name);
      this.colourClass = Objects.requireNonNull(colourClass, "colourClass");
    }

    /**
     * Sets the division.
     *
     * @param code the code of a division of the block
     * @return this builder
     */
    public Builder division(String code) {
      this.division = Objects.requireNonNull(code, "code");
      return this;
    }

    /**
     * Sets segment and format.
     *
     * @param segmentCode the code of a segment of the block
     * @param formatText the format in the report's language; may be empty
     * @return this builder
     */
    public Builder segment(String segmentCode, String formatText) {
      this.segment = Objects.requireNonNull(segmentCode, "segmentCode");
      this.format = Objects.requireNonNull(formatText, "formatText");
      return this;
    }

    /**
     * Sets the grade.
     *
     * @param label the grade
     * @return this builder
     */
    public Builder grade(String label) {
      this.grade = Objects.requireNonNull(label, "label");
      return this;
    }

    /**
     * Sets the score.
     *
     * @param points the score
     * @return this builder
     */
    public Builder score(BigDecimal points) {
      this.score = Objects.requireNonNull(points, "points");
      return this;
    }

    /**
     * Sets the grade of the next period.
     *
     * @param label the grade
     * @return this builder
     */
    public Builder nextGrade(String label) {
      this.nextGrade = Objects.requireNonNull(label, "label");
      return this;
    }

    /**
     * Sets a remark, such as why there is no grade.
     *
     * @param text the remark
     * @return this builder
     */
    public Builder remark(String text) {
      this.remark = Objects.requireNonNull(text, "text");
      return this;
    }

    /**
     * Sets the place.
     *
     * @param place where it is
     * @return this builder
     */
    public Builder location(GeoPoint place) {
      this.location = Objects.requireNonNull(place, "place");
      return this;
    }

    /**
     * Sets the day by which it is to be inspected.
     *
     * @param date the day
     * @return this builder
     */
    public Builder nextInspection(LocalDate date) {
      this.nextInspection = Checks.date("the next inspection", date);
      return this;
    }

    /**
     * Sets why it has its grade.
     *
     * @param newLines the lines in the order of the policy
     * @return this builder
     */
    public Builder lines(List<ReasonLine> newLines) {
      this.lines = List.copyOf(newLines);
      return this;
    }

    /**
     * Sets the grades it had.
     *
     * @param grades from the first to the last
     * @return this builder
     */
    public Builder history(List<PastGrade> grades) {
      this.history = List.copyOf(grades);
      return this;
    }

    /**
     * Sets what is due.
     *
     * @param items what is due
     * @return this builder
     */
    public Builder due(List<DueItem> items) {
      this.due = List.copyOf(items);
      return this;
    }

    /** {@return the row} */
    public BusinessRow build() {
      return new BusinessRow(this);
    }
  }
}

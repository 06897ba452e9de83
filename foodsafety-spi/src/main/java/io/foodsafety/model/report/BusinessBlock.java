package io.foodsafety.model.report;

import io.foodsafety.model.grade.GradeScale;
import io.foodsafety.model.internal.Checks;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Businesses with their grades, on a map, as a table, and one by one with the reasons. Immutable;
 * made by a builder.
 */
public final class BusinessBlock implements Block {

  private final String id;
  private final String title;
  private final Legend legend;
  private final GradeScale scale;
  private final List<MapArea> divisions;
  private final List<Label> segments;
  private final Rows<BusinessRow> businesses;

  private BusinessBlock(Builder builder) {
    this.id = builder.id;
    this.title = builder.title;
    this.legend = builder.legend;
    this.scale = builder.scale;
    this.divisions = builder.divisions;
    this.segments = builder.segments;
    this.businesses = checked(builder.businesses);
  }

  /**
   * A builder.
   *
   * @param id the block's name within the report
   * @param title its heading
   * @param legend the colour classes from the best to the worst
   * @param scale the scale of the grades, which says what scores are better
   * @return a builder of a block without businesses
   * @throws IllegalArgumentException if the id is not well-formed or the title is blank
   */
  public static Builder builder(String id, String title, Legend legend, GradeScale scale) {
    return new Builder(id, title, legend, scale);
  }

  @Override
  public String id() {
    return id;
  }

  @Override
  public String title() {
    return title;
  }

  /** {@return the colour classes} */
  public Legend legend() {
    return legend;
  }

  /** {@return the scale of the grades} */
  public GradeScale scale() {
    return scale;
  }

  /** {@return the divisions of the businesses, some of them without an outline} */
  public List<MapArea> divisions() {
    return divisions;
  }

  /** {@return the segments of the businesses} */
  public List<Label> segments() {
    return segments;
  }

  /**
   * The businesses.
   *
   * @return the rows; going through them throws {@link IllegalArgumentException} at a row whose
   *     colour class, division or segment the block does not have
   */
  public Rows<BusinessRow> businesses() {
    return businesses;
  }

  private Rows<BusinessRow> checked(Rows<BusinessRow> rows) {
    Set<String> classes = new HashSet<>();
    legend.classes().forEach(each -> classes.add(each.id()));
    Set<String> codes = new HashSet<>(Set.of(""));
    divisions.forEach(each -> codes.add(each.code()));
    Set<String> kinds = new HashSet<>(Set.of(""));
    segments.forEach(each -> kinds.add(each.code()));
    return () -> {
      Stream<BusinessRow> stream = rows.stream();
      return stream.map(
          row -> {
            known(row, "colour class", row.colourClass(), classes);
            row.history().forEach(each -> known(row, "colour class", each.colourClass(), classes));
            known(row, "division", row.division(), codes);
            known(row, "segment", row.segment(), kinds);
            return row;
          });
    };
  }

  private void known(BusinessRow row, String what, String code, Set<String> codes) {
    if (!codes.contains(code)) {
      throw new IllegalArgumentException(
          "The %s (%s) of business (%s) must be one of block (%s)."
              .formatted(what, Checks.abbreviate(code), row.id(), id));
    }
  }

  /** Collects the parts of a block of businesses. Not safe for use by many threads. */
  public static final class Builder {

    private final String id;
    private final String title;
    private final Legend legend;
    private final GradeScale scale;
    private List<MapArea> divisions = List.of();
    private List<Label> segments = List.of();
    private Rows<BusinessRow> businesses = Rows.of(List.of());

    private Builder(String id, String title, Legend legend, GradeScale scale) {
      this.id = Checks.name("block", id);
      this.title = ReportChecks.text("title of block (" + id + ")", title);
      this.legend = Objects.requireNonNull(legend, "legend");
      this.scale = Objects.requireNonNull(scale, "scale");
    }

    /**
     * Sets the divisions.
     *
     * @param areas the divisions, with distinct codes, with or without an outline
     * @return this builder
     * @throws IllegalArgumentException if two have one code, or a colour class is not in the legend
     */
    public Builder divisions(List<MapArea> areas) {
      this.divisions = ReportChecks.distinct("division", areas, MapArea::code);
      divisions.forEach(
          area -> area.colourClass().ifPresent(each -> legend.check(area.code(), each)));
      return this;
    }

    /**
     * Sets the segments.
     *
     * @param labels the segments, with distinct codes
     * @return this builder
     * @throws IllegalArgumentException if two have one code
     */
    public Builder segments(List<Label> labels) {
      this.segments = ReportChecks.distinct("segment", labels, Label::code);
      return this;
    }

    /**
     * Sets the businesses.
     *
     * @param rows the businesses, each once
     * @return this builder
     */
    public Builder businesses(Rows<BusinessRow> rows) {
      this.businesses = Objects.requireNonNull(rows, "rows");
      return this;
    }

    /** {@return the block} */
    public BusinessBlock build() {
      return new BusinessBlock(this);
    }
  }
}

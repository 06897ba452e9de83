package io.foodsafety.report.internal;

import io.foodsafety.model.code.DivisionCode;
import io.foodsafety.model.report.Label;
import io.foodsafety.model.report.MapArea;
import io.foodsafety.model.subject.Subject;
import io.foodsafety.region.Divisions;
import io.foodsafety.region.Outlines;
import io.foodsafety.region.PackTable;
import io.foodsafety.region.Region;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The divisions and segments by which a report arranges businesses: those of the region, and by
 * their codes those that businesses have and the region does not name, so that none is lost.
 */
final class Places {

  /** The outlines that are drawn. */
  private static final String OUTLINES = "districts";

  private static final String SEGMENT = "segment.";

  private final List<Divisions.Entry> divisions;
  private final Optional<Outlines> outlines;
  private final Map<String, Label> segments = new LinkedHashMap<>();
  private final Map<String, MapArea> others = new TreeMap<>();
  private final Optional<Region> region;
  private final ReportWords words;

  /**
   * The places of a report.
   *
   * @param region the region, if the city has one
   * @param date the day of the report
   * @param words the words of the report
   * @param subjects the businesses, each of which finds its place
   */
  Places(Optional<Region> region, LocalDate date, ReportWords words, Stream<Subject> subjects) {
    this.region = region;
    this.words = words;
    this.divisions =
        region
            .flatMap(
                known -> known.division().map(code -> known.divisions().childrenOf(code, date)))
            .orElse(List.of());
    this.outlines = region.flatMap(known -> known.outlines(OUTLINES, date));
    region
        .flatMap(known -> known.table("texts", date))
        .map(PackTable::rows)
        .orElse(List.of())
        .forEach(
            row -> {
              String key = row.cells().getOrDefault("key", "");
              if (key.startsWith(SEGMENT)) {
                String code = key.substring(SEGMENT.length());
                segments.put(code, Label.of(code, words.name("segment", code)));
              }
            });
    subjects.forEach(this::addPlaceOf);
  }

  private void addPlaceOf(Subject subject) {
    if (within(subject).isEmpty()) {
      subject
          .division()
          .ifPresent(
              code ->
                  others.computeIfAbsent(
                      code.value(), value -> MapArea.of(value, name(code), List.of())));
    }
    subject
        .segment()
        .ifPresent(code -> segments.computeIfAbsent(code, any -> Label.of(code, code)));
  }

  /** The divisions with their outlines, and after them others that businesses have. */
  List<MapArea> divisions() {
    List<MapArea> areas = new ArrayList<>();
    for (Divisions.Entry entry : divisions) {
      areas.add(
          MapArea.of(
              entry.code().value(),
              name(entry),
              outlines
                  .map(known -> known.polygons().getOrDefault(entry.code(), List.of()))
                  .orElse(List.of())));
    }
    areas.addAll(others.values());
    return areas;
  }

  private String name(DivisionCode code) {
    return region
        .flatMap(known -> known.divisions().find(code))
        .map(this::name)
        .orElse(code.value());
  }

  private String name(Divisions.Entry entry) {
    return words.of(entry.division().name(), entry.nameEn());
  }

  /** What a reader must know of the outlines. */
  List<String> notes() {
    List<String> notes = new ArrayList<>();
    outlines.ifPresent(
        known -> {
          notes.add(words.of("行政区界线：", "Outlines: ") + known.notice());
          List<String> without =
              divisions.stream()
                  .filter(entry -> !known.polygons().containsKey(entry.code()))
                  .map(this::name)
                  .toList();
          if (!without.isEmpty()) {
            notes.add(
                words.of(
                    "以下区划没有界线，仅显示其企业的位置：" + String.join("、", without) + "。",
                    "No outline is known of these divisions; only their businesses are shown: "
                        + String.join(", ", without)
                        + "."));
          }
        });
    return notes;
  }

  List<Label> segments() {
    return List.copyOf(segments.values());
  }

  /** The code of the division of the report in which a business lies; nothing if it has none. */
  String division(Subject subject) {
    return within(subject)
        .map(DivisionCode::value)
        .or(() -> subject.division().map(DivisionCode::value).filter(others::containsKey))
        .orElse("");
  }

  private Optional<DivisionCode> within(Subject subject) {
    return subject
        .division()
        .flatMap(
            own -> divisions.stream().map(Divisions.Entry::code).filter(own::isWithin).findFirst());
  }

  /** The code of the segment of a business; nothing if it has none. */
  String segment(Subject subject) {
    return subject.segment().filter(segments::containsKey).orElse("");
  }
}

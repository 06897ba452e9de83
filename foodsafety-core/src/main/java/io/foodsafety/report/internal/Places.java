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
import java.util.List;
import java.util.Optional;

/** The divisions and segments by which a report arranges businesses. */
final class Places {

  /** The outlines that are drawn. */
  private static final String OUTLINES = "districts";

  private static final String SEGMENT = "segment.";

  private final List<Divisions.Entry> divisions;
  private final Optional<Outlines> outlines;
  private final List<Label> segments = new ArrayList<>();
  private final ReportWords words;

  Places(Optional<Region> region, LocalDate date, ReportWords words) {
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
                segments.add(Label.of(code, words.name("segment", code)));
              }
            });
  }

  /** The divisions with their outlines. */
  List<MapArea> divisions() {
    return divisions.stream()
        .map(
            entry ->
                MapArea.of(
                    entry.code().value(),
                    name(entry),
                    outlines
                        .map(known -> known.polygons().getOrDefault(entry.code(), List.of()))
                        .orElse(List.of())))
        .toList();
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
    return segments;
  }

  /** The code of the division of the report in which a business lies, or nothing. */
  String division(Subject subject) {
    Optional<DivisionCode> own = subject.division();
    return divisions.stream()
        .map(Divisions.Entry::code)
        .filter(code -> own.filter(each -> each.isWithin(code)).isPresent())
        .map(DivisionCode::value)
        .findFirst()
        .orElse("");
  }

  /** The code of the segment of a business, or nothing if the region has no name for it. */
  String segment(Subject subject) {
    return subject
        .segment()
        .filter(code -> segments.stream().anyMatch(label -> label.code().equals(code)))
        .orElse("");
  }
}

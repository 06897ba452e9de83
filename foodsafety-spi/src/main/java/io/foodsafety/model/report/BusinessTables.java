package io.foodsafety.model.report;

import io.foodsafety.model.geo.CoordinateSystem;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Businesses as four tables, whose rows are read from the businesses one by one. */
final class BusinessTables {

  private final BusinessBlock block;
  private final Locale locale;
  private final CoordinateSystem system;
  private final Map<String, String> divisions = new HashMap<>();
  private final Map<String, String> segments = new HashMap<>();

  private BusinessTables(BusinessBlock block, Locale locale, CoordinateSystem system) {
    this.block = block;
    this.locale = locale;
    this.system = system;
    block.divisions().forEach(each -> divisions.put(each.code(), each.name()));
    block.segments().forEach(each -> segments.put(each.code(), each.text()));
  }

  static List<TableBlock> of(BusinessBlock block, Locale locale, CoordinateSystem system) {
    BusinessTables tables = new BusinessTables(block, locale, system);
    return List.of(tables.businesses(), tables.reasons(), tables.history(), tables.due());
  }

  private TableBlock businesses() {
    return TableBlock.of(
        block.id(),
        block.title(),
        StandardColumn.in(
            locale,
            StandardColumn.ID,
            StandardColumn.NAME,
            StandardColumn.DIVISION_CODE,
            StandardColumn.DIVISION,
            StandardColumn.SEGMENT,
            StandardColumn.FORMAT,
            StandardColumn.GRADE,
            StandardColumn.SCORE,
            StandardColumn.COLOUR,
            StandardColumn.NEXT_GRADE,
            StandardColumn.NEXT_INSPECTION,
            StandardColumn.LATITUDE,
            StandardColumn.LONGITUDE,
            StandardColumn.REMARK),
        () -> block.businesses().stream().map(this::business));
  }

  private List<Cell> business(BusinessRow row) {
    List<Cell> cells = new ArrayList<>(14);
    cells.add(Cell.text(row.id()));
    cells.add(Cell.text(row.name()));
    cells.add(Cell.text(row.division()));
    cells.add(Cell.text(divisions.getOrDefault(row.division(), "")));
    cells.add(Cell.text(segments.getOrDefault(row.segment(), "")));
    cells.add(Cell.text(row.format()));
    cells.add(Cell.text(row.grade().orElse("")));
    cells.add(ReportTables.number(row.score()));
    cells.add(MapTables.label(block.legend(), row.colourClass()));
    cells.add(Cell.text(row.nextGrade().orElse("")));
    cells.add(row.nextInspection().map(Cell::date).orElse(Cell.empty()));
    cells.addAll(
        row.location()
            .map(place -> Positions.cells(place, system))
            .orElse(List.of(Cell.empty(), Cell.empty())));
    cells.add(Cell.text(row.remark()));
    return cells;
  }

  private TableBlock reasons() {
    return table(
        "reasons",
        "reasons",
        "评级理由",
        List.of(
            StandardColumn.ITEM,
            StandardColumn.TITLE,
            StandardColumn.STATE,
            StandardColumn.POINTS,
            StandardColumn.VALUE,
            StandardColumn.EFFECT,
            StandardColumn.EVIDENCE,
            StandardColumn.BASIS),
        () -> each(row -> row.lines().stream().map(line -> start(row, reason(line)))));
  }

  private static List<Cell> reason(ReasonLine line) {
    return List.of(
        Cell.text(line.item()),
        Cell.text(line.title()),
        Cell.text(line.state().code()),
        ReportTables.number(line.points()),
        Cell.text(line.value()),
        Cell.text(line.effect()),
        Cell.text(line.evidence().stream().map(Evidence::id).collect(Collectors.joining(" "))),
        Cell.text(line.basis()));
  }

  private TableBlock history() {
    return table(
        "history",
        "history",
        "历史等级",
        List.of(
            StandardColumn.DATE, StandardColumn.GRADE, StandardColumn.SCORE, StandardColumn.COLOUR),
        () -> each(row -> row.history().stream().map(past -> start(row, past(past)))));
  }

  private List<Cell> past(PastGrade past) {
    return List.of(
        Cell.date(past.date()),
        Cell.text(past.grade().orElse("")),
        ReportTables.number(past.score()),
        MapTables.label(block.legend(), past.colourClass()));
  }

  private TableBlock due() {
    return table(
        "due",
        "due",
        "待办",
        List.of(StandardColumn.DUE, StandardColumn.DATE),
        () ->
            each(
                row ->
                    row.due().stream()
                        .map(
                            item ->
                                start(
                                    row,
                                    List.of(Cell.text(item.title()), Cell.date(item.date()))))));
  }

  /** A table that begins with the id and the name of the business. */
  private TableBlock table(
      String ending,
      String english,
      String chinese,
      List<StandardColumn> further,
      Rows<List<Cell>> rows) {
    List<Column> columns =
        new ArrayList<>(StandardColumn.in(locale, StandardColumn.ID, StandardColumn.NAME));
    further.forEach(column -> columns.add(column.in(locale)));
    boolean zh = locale.getLanguage().equals("zh");
    return TableBlock.of(
        block.id() + "." + ending,
        block.title() + (zh ? "：" + chinese : ": " + english),
        columns,
        rows);
  }

  private interface Lines {
    Stream<List<Cell>> of(BusinessRow row);
  }

  private Stream<List<Cell>> each(Lines lines) {
    return block.businesses().stream().flatMap(lines::of);
  }

  private static List<Cell> start(BusinessRow row, List<Cell> further) {
    List<Cell> cells = new ArrayList<>(further.size() + 2);
    cells.add(Cell.text(row.id()));
    cells.add(Cell.text(row.name()));
    cells.addAll(further);
    return cells;
  }
}

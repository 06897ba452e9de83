package io.foodsafety.model.report;

/** A part of a report. */
public sealed interface Block permits TextBlock, TableBlock, ChartBlock, MapBlock, BusinessBlock {

  /** {@return its name within the report: a letter, then letters, digits, '.', '-' or '_'} */
  String id();

  /** {@return its heading, in the report's language} */
  String title();
}

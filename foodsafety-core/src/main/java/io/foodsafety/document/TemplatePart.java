package io.foodsafety.document;

import java.util.List;
import java.util.Optional;

/** A part of a template; each becomes a part of the document. */
public sealed interface TemplatePart {

  /** {@return its heading, if it has one} */
  Optional<TemplateText> title();

  /**
   * Fields.
   *
   * @param title its heading, if it has one
   * @param fields the fields in order
   */
  record Fields(Optional<TemplateText> title, List<Field> fields) implements TemplatePart {
    /** Copies the list. */
    public Fields {
      fields = List.copyOf(fields);
    }
  }

  /**
   * A field.
   *
   * @param label what stands in print
   * @param value the name of its value
   * @param wide whether it takes the whole width
   */
  record Field(TemplateText label, String value, boolean wide) {}

  /**
   * Boxes to be ticked.
   *
   * @param title its heading, if it has one
   * @param inline whether they stand in one line
   * @param boxes the boxes in order
   */
  record Checks(Optional<TemplateText> title, boolean inline, List<Box> boxes)
      implements TemplatePart {
    /** Copies the list. */
    public Checks {
      boxes = List.copyOf(boxes);
    }
  }

  /**
   * A box.
   *
   * @param text what stands beside it
   * @param condition when it is ticked; by hand only if there is none
   */
  record Box(TemplateText text, Optional<Condition> condition) {}

  /** When a box is ticked. */
  sealed interface Condition {}

  /**
   * A line of the assessment holds: what it asks is true.
   *
   * @param item the name of the line
   */
  record LineHolds(String item) implements Condition {}

  /**
   * A value has one of several codes.
   *
   * @param value the name of the value
   * @param codes the codes
   */
  record ValueIs(String value, List<String> codes) implements Condition {
    /** Copies the list. */
    public ValueIs {
      codes = List.copyOf(codes);
    }
  }

  /**
   * A table.
   *
   * @param title its heading, if it has one
   * @param of what its rows are, such as {@code items}
   * @param columns its columns
   */
  record Table(Optional<TemplateText> title, String of, List<Column> columns)
      implements TemplatePart {
    /** Copies the list. */
    public Table {
      columns = List.copyOf(columns);
    }
  }

  /**
   * A column.
   *
   * @param name what it shows, such as {@code answer}
   * @param heading its heading
   * @param share how much of the width it takes, beside the shares of the others
   */
  record Column(String name, TemplateText heading, int share) {}

  /**
   * Paragraphs.
   *
   * @param title its heading, if it has one
   * @param paragraphs the paragraphs
   */
  record Paragraphs(Optional<TemplateText> title, List<TemplateText> paragraphs)
      implements TemplatePart {
    /** Copies the list. */
    public Paragraphs {
      paragraphs = List.copyOf(paragraphs);
    }
  }

  /**
   * Lines to sign on.
   *
   * @param title its heading, if it has one
   * @param lines the lines
   */
  record Signatures(Optional<TemplateText> title, List<Line> lines) implements TemplatePart {
    /** Copies the list. */
    public Signatures {
      lines = List.copyOf(lines);
    }
  }

  /**
   * Lines of one role.
   *
   * @param role such as {@code inspector}
   * @param label the role in print
   * @param count how many lines there are at least
   */
  record Line(String role, TemplateText label, int count) {}
}

package io.foodsafety.model.document;

import java.util.List;
import java.util.Objects;

/**
 * Fields, two in a row.
 *
 * @param title its heading; may be empty
 * @param fields the fields in order
 */
public record FieldsPart(String title, List<DocumentField> fields) implements DocumentPart {

  /** Copies the list. */
  public FieldsPart {
    Objects.requireNonNull(title, "title");
    fields = List.copyOf(fields);
  }
}

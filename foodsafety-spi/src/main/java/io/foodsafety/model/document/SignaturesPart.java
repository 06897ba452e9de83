package io.foodsafety.model.document;

import java.util.List;
import java.util.Objects;

/**
 * Lines to sign on.
 *
 * @param title its heading; may be empty
 * @param lines the lines in order
 */
public record SignaturesPart(String title, List<SignatureLine> lines) implements DocumentPart {

  /** Copies the list. */
  public SignaturesPart {
    Objects.requireNonNull(title, "title");
    lines = List.copyOf(lines);
  }
}

package io.foodsafety.model.document;

import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;

/**
 * A line to sign on.
 *
 * @param role in what role, in the document's language
 * @param name who signed, if anyone did
 * @param date when, if that is known
 */
public record SignatureLine(String role, Optional<String> name, Optional<LocalDate> date) {

  /** Checks the role; a blank name is none. */
  public SignatureLine {
    DocumentChecks.text("role of a signature", role);
    Objects.requireNonNull(date, "date");
    name = name.filter(text -> !text.isBlank());
  }

  /** {@return the role; the name is personal} */
  @Override
  public String toString() {
    return role;
  }
}

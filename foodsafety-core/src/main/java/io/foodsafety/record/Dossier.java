package io.foodsafety.record;

import io.foodsafety.fact.FactHistory;
import io.foodsafety.model.subject.Subject;
import java.util.Objects;
import java.util.Optional;

/**
 * All that is known of one business (一户一档).
 *
 * @param subjectId its id
 * @param subject what is registered of it; nothing if only facts mention it
 * @param history every fact that concerns it, in whatever role, with what was withdrawn
 */
public record Dossier(String subjectId, Optional<Subject> subject, FactHistory history) {

  /** Checks that the parts are there. */
  public Dossier {
    Objects.requireNonNull(subjectId, "subjectId");
    Objects.requireNonNull(subject, "subject");
    Objects.requireNonNull(history, "history");
  }
}

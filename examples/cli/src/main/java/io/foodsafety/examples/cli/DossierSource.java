package io.foodsafety.examples.cli;

import io.foodsafety.record.Dossier;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Where the dossiers to be graded come from. Used once. */
interface DossierSource {

  /** Takes a dossier. */
  @FunctionalInterface
  interface DossierConsumer {
    void accept(Dossier dossier) throws IOException;
  }

  /** Hands over every dossier, by the id of the business in code point order. */
  void forEach(DossierConsumer consumer) throws IOException;

  /** The dossier of one business, if it is registered or a fact mentions it. */
  default Optional<Dossier> find(String subject) throws IOException {
    List<Dossier> found = new ArrayList<>();
    forEach(
        dossier -> {
          if (dossier.subjectId().equals(subject)) {
            found.add(dossier);
          }
        });
    return found.stream().findFirst();
  }

  /** How many records were read so far. */
  long records();
}

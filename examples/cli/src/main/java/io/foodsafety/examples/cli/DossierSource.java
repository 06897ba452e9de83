package io.foodsafety.examples.cli;

import io.foodsafety.record.Dossier;
import java.io.IOException;

/** Where the dossiers to be graded come from. Used once. */
interface DossierSource {

  /** Takes a dossier. */
  @FunctionalInterface
  interface DossierConsumer {
    void accept(Dossier dossier) throws IOException;
  }

  /** Hands over every dossier, by the id of the business in code point order. */
  void forEach(DossierConsumer consumer) throws IOException;

  /** How many records were read so far. */
  long records();
}

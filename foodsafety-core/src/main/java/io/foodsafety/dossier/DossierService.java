package io.foodsafety.dossier;

import io.foodsafety.fact.AsOf;
import io.foodsafety.spi.storage.StorageException;
import java.util.NoSuchElementException;

/**
 * Puts together what is known of a business. Handed out by a session; safe for use by many threads;
 * not for implementation by a host. A failing storage is a {@link StorageException}.
 */
public interface DossierService {

  /**
   * The dossier of a business, without a grade.
   *
   * @param id its id, or one that was merged into it
   * @return the dossier; empty but for the id if nothing is known
   */
  BusinessDossier get(String id);

  /**
   * The dossier of a business with its grade.
   *
   * @param id its id, or one that was merged into it
   * @param policy the id of the policy
   * @param asOf the point of assessment
   * @return the dossier
   * @throws NoSuchElementException if the policy is unknown, or nothing is known of the business
   */
  BusinessDossier get(String id, String policy, AsOf asOf);
}

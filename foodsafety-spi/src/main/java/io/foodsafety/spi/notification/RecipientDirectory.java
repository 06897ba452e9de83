package io.foodsafety.spi.notification;

import java.util.List;
import java.util.Optional;

/**
 * Who holds which role: the city's own knowledge of its people, which this library does not have.
 * Asked anew at each step and each delivery, outside of any transaction, so that whoever has taken
 * over a role in the meantime is told. Safe for use by many threads.
 *
 * <p>It may throw: the city then asks again later.
 */
public interface RecipientDirectory {

  /**
   * Those who are to be told.
   *
   * @param audience the role, and where it is held
   * @return the recipients, each once; empty if nobody holds the role there
   */
  List<Recipient> list(Audience audience);

  /**
   * One of those whom {@link #list} has named.
   *
   * @param id the recipient's id
   * @return the recipient; nothing if there is no such person any more
   */
  Optional<Recipient> find(String id);
}

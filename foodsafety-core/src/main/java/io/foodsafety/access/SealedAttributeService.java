package io.foodsafety.access;

import io.foodsafety.spi.crypto.KeyException;
import io.foodsafety.spi.crypto.KeyRing;
import io.foodsafety.spi.storage.StorageException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Looks at sealed attributes, and cares for their keys. Handed out by a session. Safe for use by
 * many threads; not for implementation by a host. A failing storage is a {@link StorageException},
 * failing keys are a {@link KeyException}.
 */
public interface SealedAttributeService {

  /**
   * Shows the sealed attributes of a fact, as far as the actor may see them. The look is recorded
   * in the ledger before anything is shown, refused ones included.
   *
   * @param fact the id of the fact
   * @param purpose what for, 1 to 256 characters; it is recorded
   * @return what is to be seen, by attribute; empty if the fact has no sealed attributes; nothing
   *     if there is no such fact
   * @throws IllegalArgumentException if the purpose is not well-formed
   */
  Optional<Map<String, SealedValue>> look(String fact, String purpose);

  /**
   * Who looked at a fact.
   *
   * @param fact the id of the fact
   * @return the looks in the order of time
   */
  List<Look> looks(String fact);

  /** {@return the keys in the order made; empty if the city has none} */
  List<KeyRing.Key> keys();

  /**
   * Makes a new current key. What is stored stays under the keys that it has.
   *
   * @return the id of the new key
   */
  String rotate();

  /**
   * Wraps all data keys with the current key. The values themselves stay as they are. Killed in the
   * middle, it can be called again; facts that others change meanwhile are taken later.
   *
   * @return the number of facts that were stored anew
   */
  long rewrap();

  /**
   * Destroys a retired key. Values under it can never be seen again; the ledger stays sound.
   *
   * @param keyId its id
   * @throws KeyException if the key is current or unknown
   */
  void destroy(String keyId);
}

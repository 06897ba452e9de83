package io.foodsafety.runtime.internal;

import io.foodsafety.access.SealedAccess;
import io.foodsafety.access.internal.StandardCrypto;
import java.util.Optional;

/**
 * What a host has said about cryptography.
 *
 * @param suite the name of the suite for what is made from now on
 * @param keys the place of keys, if there is one
 * @param access who may see sealed values
 */
public record CryptoChoice(String suite, Optional<OfferChoice> keys, SealedAccess access) {

  /** What holds if nothing is said: the standard suite, no keys, nobody sees anything. */
  public static CryptoChoice standard() {
    return new CryptoChoice(StandardCrypto.NAME, Optional.empty(), SealedAccess.nobody());
  }

  /** The same with another suite. */
  public CryptoChoice withSuite(String newSuite) {
    return new CryptoChoice(newSuite, keys, access);
  }

  /** The same with keys. */
  public CryptoChoice withKeys(OfferChoice newKeys) {
    return new CryptoChoice(suite, Optional.of(newKeys), access);
  }

  /** The same with another rule who may see sealed values. */
  public CryptoChoice withAccess(SealedAccess newAccess) {
    return new CryptoChoice(suite, keys, newAccess);
  }
}

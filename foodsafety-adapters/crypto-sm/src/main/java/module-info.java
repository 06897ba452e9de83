/** SM3 and SM4-GCM, the hash function and the cipher of the Chinese standards. */
module io.foodsafety.crypto.sm {
  requires io.foodsafety.spi;
  requires org.bouncycastle.provider;
  requires static org.jspecify;

  exports io.foodsafety.crypto.sm;

  provides io.foodsafety.spi.FoodSafetyPlugin with
      io.foodsafety.crypto.sm.SmCryptoPlugin;
}

package io.foodsafety.access.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.foodsafety.spi.crypto.CryptoProvider;
import io.foodsafety.testkit.crypto.CryptoProviderContract;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

class StandardCryptoTest extends CryptoProviderContract {

  @Override
  protected CryptoProvider provider() {
    return new StandardCrypto();
  }

  /** Test case 16 of McGrew and Viega, The Galois/Counter Mode of Operation (2004). */
  @Test
  void encryptsAsPublished() {
    HexFormat hex = HexFormat.of();
    byte[] key = hex.parseHex("feffe9928665731c6d6a8f9467308308feffe9928665731c6d6a8f9467308308");
    byte[] nonce = hex.parseHex("cafebabefacedbaddecaf888");
    byte[] place = hex.parseHex("feedfacedeadbeeffeedfacedeadbeefabaddad2");
    byte[] plain =
        hex.parseHex(
            "d9313225f88406e5a55909c5aff5269a86a7a9531534f7da2e4c303d8a318a72"
                + "1c3c0c95956809532fcf0e2449a6b525b16aedf5aa0de657ba637b39");
    assertThat(hex.formatHex(provider().encrypt(key, nonce, place, plain)))
        .isEqualTo(
            "522dc1f099567d07f47f37a32a84427d643a8cdcbfe5c0c97598a2bd2555d1aa"
                + "8cb08e48590dbb3da7b08b1056828838c5f61e6393ba7a0abcc9f662"
                + "76fc6ece0f4e1768cddf8853bb2d551b");
  }
}

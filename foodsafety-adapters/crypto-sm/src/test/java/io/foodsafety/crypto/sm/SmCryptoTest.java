package io.foodsafety.crypto.sm;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.foodsafety.spi.crypto.CryptoProvider;
import io.foodsafety.testkit.crypto.CryptoProviderContract;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

class SmCryptoTest extends CryptoProviderContract {

  private static final HexFormat HEX = HexFormat.of();

  @Override
  protected CryptoProvider provider() {
    return new SmCrypto();
  }

  /** The first example of GB/T 32905-2016. */
  @Test
  void hashesAsTheStandardSays() {
    assertThat(HEX.formatHex(provider().newDigest().digest("abc".getBytes(UTF_8))))
        .isEqualTo("66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0");
  }

  /** RFC 8998, appendix A.1. */
  @Test
  void encryptsAsTheRfcSays() {
    byte[] key = HEX.parseHex("0123456789abcdeffedcba9876543210");
    byte[] nonce = HEX.parseHex("00001234567800000000abcd");
    byte[] place = HEX.parseHex("feedfacedeadbeeffeedfacedeadbeefabaddad2");
    byte[] plain =
        HEX.parseHex(
            "aaaaaaaaaaaaaaaabbbbbbbbbbbbbbbbccccccccccccccccdddddddddddddddd"
                + "eeeeeeeeeeeeeeeeffffffffffffffffeeeeeeeeeeeeeeeeaaaaaaaaaaaaaaaa");
    assertThat(HEX.formatHex(provider().encrypt(key, nonce, place, plain)))
        .isEqualTo(
            "17f399f08c67d5ee19d0dc9969c4bb7d5fd46fd3756489069157b282bb200735"
                + "d82710ca5c22f0ccfa7cbf93d496ac15a56834cbcf98c397b4024a2691233b8d"
                + "83de3541e4c2b58177e065a9bf7b62ec");
  }
}

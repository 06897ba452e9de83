package io.foodsafety.testkit.crypto;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.foodsafety.spi.crypto.CryptoProvider;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The rules of a crypto suite. Extend it and supply {@link #provider}; each test is one rule. */
public abstract class CryptoProviderContract {

  private static final int DIGEST_LENGTH = 32;
  private static final int LEAST_TAG = 16;

  private final Random random = new Random(1);
  private final byte[] nonce = bytes(CryptoProvider.NONCE_LENGTH);
  private final byte[] place = "facts/F1/reporter".getBytes(UTF_8);
  private final byte[] text = "食品安全 food safety, in more than one block".getBytes(UTF_8);

  /** For subclasses. */
  protected CryptoProviderContract() {}

  /** {@return the suite to be tested} */
  protected abstract CryptoProvider provider();

  private byte[] bytes(int length) {
    byte[] bytes = new byte[length];
    random.nextBytes(bytes);
    return bytes;
  }

  private byte[] key() {
    return bytes(provider().keyLength());
  }

  private static byte[] flip(byte[] bytes, int place) {
    byte[] flipped = bytes.clone();
    flipped[place] ^= 1;
    return flipped;
  }

  @Test
  @DisplayName("C-01 Names are well-formed, and a key has 16 to 64 bytes")
  final void saysWhatItIs() {
    assertThat(provider().name()).matches("[a-z][a-z0-9-]{1,62}");
    assertThat(provider().digestAlgorithm()).matches("[A-Za-z0-9-]{2,32}");
    assertThat(provider().cipherAlgorithm()).matches("[A-Za-z0-9-]{2,32}");
    assertThat(provider().keyLength()).isBetween(16, 64);
  }

  @Test
  @DisplayName("C-02 A hash has 32 bytes, the same in one piece and in several")
  final void hashesHaveTheLength() {
    MessageDigest pieces = provider().newDigest();
    pieces.update(Arrays.copyOf(text, 7));
    pieces.update(Arrays.copyOfRange(text, 7, text.length));
    byte[] whole = provider().newDigest().digest(text);
    assertThat(whole).hasSize(DIGEST_LENGTH).isEqualTo(pieces.digest());
  }

  @Test
  @DisplayName("C-03 One bit more or another changes the hash")
  final void hashesDiffer() {
    byte[] hash = provider().newDigest().digest(text);
    for (int i = 0; i < text.length; i++) {
      assertThat(provider().newDigest().digest(flip(text, i))).isNotEqualTo(hash);
      assertThat(provider().newDigest().digest(Arrays.copyOf(text, i))).isNotEqualTo(hash);
    }
  }

  @Test
  @DisplayName("C-04 Computations of hashes do not disturb each other")
  final void digestsAreSeparate() {
    MessageDigest one = provider().newDigest();
    one.update(text);
    byte[] other = provider().newDigest().digest();
    assertThat(one.digest()).isEqualTo(provider().newDigest().digest(text)).isNotEqualTo(other);
  }

  @Test
  @DisplayName("C-05 What was encrypted is decrypted, whatever its length")
  final void decryptsWhatItEncrypted() {
    byte[] key = key();
    for (int length : List.of(0, 1, 15, 16, 17, 1_000, 100_000)) {
      byte[] plain = bytes(length);
      byte[] encrypted = provider().encrypt(key, nonce, place, plain);
      assertThat(provider().decrypt(key, nonce, place, encrypted)).hasValue(plain);
      assertThat(encrypted.length).isGreaterThanOrEqualTo(length + LEAST_TAG);
    }
  }

  @Test
  @DisplayName("C-06 The same arguments give the same bytes; another key or nonce gives others")
  final void encryptsByKeyAndNonce() {
    byte[] key = key();
    byte[] encrypted = provider().encrypt(key, nonce, place, text);
    assertThat(provider().encrypt(key, nonce, place, text)).isEqualTo(encrypted);
    byte[] body = Arrays.copyOf(encrypted, text.length);
    assertThat(body).isNotEqualTo(text);
    assertThat(Arrays.copyOf(provider().encrypt(key(), nonce, place, text), text.length))
        .isNotEqualTo(body);
    assertThat(Arrays.copyOf(provider().encrypt(key, flip(nonce, 0), place, text), text.length))
        .isNotEqualTo(body);
  }

  @Test
  @DisplayName("C-07 A ciphertext that was changed, cut or lengthened gives nothing")
  final void changedCiphertextGivesNothing() {
    byte[] key = key();
    byte[] encrypted = provider().encrypt(key, nonce, place, text);
    for (int i = 0; i < encrypted.length; i++) {
      assertThat(provider().decrypt(key, nonce, place, flip(encrypted, i))).isEmpty();
      assertThat(provider().decrypt(key, nonce, place, Arrays.copyOf(encrypted, i))).isEmpty();
    }
    byte[] longer = Arrays.copyOf(encrypted, encrypted.length + 1);
    assertThat(provider().decrypt(key, nonce, place, longer)).isEmpty();
  }

  @Test
  @DisplayName("C-08 Another key, nonce or associated data gives nothing")
  final void anotherPlaceGivesNothing() {
    byte[] key = key();
    byte[] encrypted = provider().encrypt(key, nonce, place, text);
    assertThat(provider().decrypt(key(), nonce, place, encrypted)).isEmpty();
    assertThat(provider().decrypt(key, flip(nonce, 11), place, encrypted)).isEmpty();
    assertThat(provider().decrypt(key, nonce, flip(place, 3), encrypted)).isEmpty();
    assertThat(provider().decrypt(key, nonce, new byte[0], encrypted)).isEmpty();
  }

  @Test
  @DisplayName("C-09 A key or nonce of another length is an IllegalArgumentException")
  final void lengthsAreChecked() {
    byte[] longKey = bytes(provider().keyLength() + 1);
    byte[] shortNonce = bytes(CryptoProvider.NONCE_LENGTH - 1);
    byte[] encrypted = provider().encrypt(key(), nonce, place, text);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> provider().encrypt(longKey, nonce, place, text));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> provider().encrypt(key(), shortNonce, place, text));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> provider().decrypt(longKey, nonce, place, encrypted));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> provider().decrypt(key(), shortNonce, place, encrypted));
  }

  @Test
  @DisplayName("C-10 Several threads use it at once")
  final void isThreadSafe() {
    CryptoProvider provider = provider();
    byte[] key = key();
    byte[] encrypted = provider.encrypt(key, nonce, place, text);
    assertThat(
            IntStream.range(0, 2_000)
                .parallel()
                .filter(
                    i ->
                        Arrays.equals(provider.encrypt(key, nonce, place, text), encrypted)
                            && provider
                                .decrypt(key, nonce, place, encrypted)
                                .filter(plain -> Arrays.equals(plain, text))
                                .isPresent())
                .count())
        .isEqualTo(2_000);
  }
}

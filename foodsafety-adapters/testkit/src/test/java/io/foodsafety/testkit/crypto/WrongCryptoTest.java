package io.foodsafety.testkit.crypto;

import static org.assertj.core.api.Assertions.assertThat;

import io.foodsafety.spi.crypto.CryptoProvider;
import io.foodsafety.testkit.BrokenRules;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;

/** Every wrong suite is caught by the rule that it breaks, and a right one by none. */
class WrongCryptoTest {

  private static CryptoProvider tried;

  /** The contract against the suite that is tried; run by this test only. */
  static class TriedContract extends CryptoProviderContract {
    @Override
    protected CryptoProvider provider() {
      return tried;
    }
  }

  /** As it should be. */
  static class Right implements CryptoProvider {
    @Override
    public String name() {
      return "right";
    }

    @Override
    public String digestAlgorithm() {
      return "SHA-256";
    }

    @Override
    public MessageDigest newDigest() {
      return digest("SHA-256");
    }

    static MessageDigest digest(String algorithm) {
      try {
        return MessageDigest.getInstance(algorithm);
      } catch (GeneralSecurityException e) {
        throw new IllegalStateException(e);
      }
    }

    @Override
    public String cipherAlgorithm() {
      return "AES-128-GCM";
    }

    @Override
    public int keyLength() {
      return 16;
    }

    @Override
    public byte[] encrypt(byte[] key, byte[] nonce, byte[] associatedData, byte[] plaintext) {
      return run(Cipher.ENCRYPT_MODE, key, nonce, associatedData, plaintext).orElseThrow();
    }

    @Override
    public Optional<byte[]> decrypt(
        byte[] key, byte[] nonce, byte[] associatedData, byte[] ciphertext) {
      return run(Cipher.DECRYPT_MODE, key, nonce, associatedData, ciphertext);
    }

    static Optional<byte[]> run(int mode, byte[] key, byte[] nonce, byte[] place, byte[] input) {
      if (key.length != 16 || nonce.length != 12) {
        throw new IllegalArgumentException("A length is wrong.");
      }
      if (mode == Cipher.DECRYPT_MODE && input.length < 16) {
        return Optional.empty(); // the JDK takes an empty ciphertext for an empty text
      }
      try {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, new SecretKeySpec(key, "AES"), new GCMParameterSpec(128, nonce));
        cipher.updateAAD(place);
        return Optional.of(cipher.doFinal(input));
      } catch (GeneralSecurityException e) {
        return Optional.empty();
      }
    }
  }

  private static List<String> broken(CryptoProvider provider) {
    tried = provider;
    return BrokenRules.of(TriedContract.class);
  }

  @Test
  void aRightSuiteBreaksNoRule() {
    assertThat(broken(new Right())).isEmpty();
  }

  @Test
  void aShortHashIsCaught() {
    assertThat(
            broken(
                new Right() {
                  @Override
                  public MessageDigest newDigest() {
                    return digest("SHA-1");
                  }
                }))
        .containsExactly("C-02");
  }

  @Test
  void aSharedComputationIsCaught() {
    MessageDigest shared = Right.digest("SHA-256");
    assertThat(
            broken(
                new Right() {
                  @Override
                  public MessageDigest newDigest() {
                    return shared;
                  }
                }))
        .containsExactly("C-02", "C-04");
  }

  @Test
  void unboundCiphertextIsCaught() {
    assertThat(
            broken(
                new Right() {
                  @Override
                  public byte[] encrypt(byte[] key, byte[] nonce, byte[] place, byte[] plaintext) {
                    return super.encrypt(key, nonce, new byte[0], plaintext);
                  }

                  @Override
                  public Optional<byte[]> decrypt(
                      byte[] key, byte[] nonce, byte[] place, byte[] ciphertext) {
                    return super.decrypt(key, nonce, new byte[0], ciphertext);
                  }
                }))
        .containsExactly("C-08");
  }

  @Test
  void aCipherThatDoesNotAuthenticateIsCaught() {
    assertThat(
            broken(
                new Right() {
                  @Override
                  public Optional<byte[]> decrypt(
                      byte[] key, byte[] nonce, byte[] place, byte[] ciphertext) {
                    if (key.length != 16 || nonce.length != 12) {
                      throw new IllegalArgumentException("A length is wrong.");
                    }
                    int length = Math.max(0, ciphertext.length - 16);
                    byte[] stream = super.encrypt(key, nonce, place, new byte[length]);
                    byte[] plain = Arrays.copyOf(ciphertext, length);
                    for (int i = 0; i < length; i++) {
                      plain[i] ^= stream[i];
                    }
                    return Optional.of(plain);
                  }
                }))
        .containsExactly("C-07", "C-08");
  }

  @Test
  void aNonceThatIsIgnoredIsCaught() {
    assertThat(
            broken(
                new Right() {
                  @Override
                  public byte[] encrypt(byte[] key, byte[] nonce, byte[] place, byte[] plaintext) {
                    return super.encrypt(key, new byte[nonce.length], place, plaintext);
                  }

                  @Override
                  public Optional<byte[]> decrypt(
                      byte[] key, byte[] nonce, byte[] place, byte[] ciphertext) {
                    return super.decrypt(key, new byte[nonce.length], place, ciphertext);
                  }
                }))
        .containsExactly("C-06", "C-08");
  }

  @Test
  void lengthsThatAreNotCheckedAreCaught() {
    assertThat(
            broken(
                new Right() {
                  @Override
                  public byte[] encrypt(byte[] key, byte[] nonce, byte[] place, byte[] plaintext) {
                    return super.encrypt(Arrays.copyOf(key, 16), nonce, place, plaintext);
                  }
                }))
        .containsExactly("C-09");
  }

  @Test
  void aCipherThatIsSharedByThreadsIsCaught() {
    assertThat(
            broken(
                new Right() {
                  private final AtomicInteger inside = new AtomicInteger();

                  @Override
                  public byte[] encrypt(byte[] key, byte[] nonce, byte[] place, byte[] plaintext) {
                    inside.incrementAndGet();
                    LockSupport.parkNanos(200_000);
                    boolean alone = inside.getAndDecrement() == 1;
                    return super.encrypt(key, nonce, place, alone ? plaintext : new byte[0]);
                  }
                }))
        .containsExactly("C-10");
  }
}

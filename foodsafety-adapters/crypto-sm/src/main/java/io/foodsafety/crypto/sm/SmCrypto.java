package io.foodsafety.crypto.sm;

import io.foodsafety.spi.crypto.CryptoProvider;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Optional;
import org.bouncycastle.crypto.InvalidCipherTextException;
import org.bouncycastle.crypto.engines.SM4Engine;
import org.bouncycastle.crypto.modes.GCMBlockCipher;
import org.bouncycastle.crypto.modes.GCMModeCipher;
import org.bouncycastle.crypto.params.AEADParameters;
import org.bouncycastle.crypto.params.KeyParameter;
import org.bouncycastle.jcajce.provider.digest.SM3;

/** SM3 and SM4-GCM with a tag of 128 bits. */
public final class SmCrypto implements CryptoProvider {

  private static final int KEY_LENGTH = 16;
  private static final int TAG_BITS = 128;

  /** The suite. */
  public SmCrypto() {}

  @Override
  public String name() {
    return "sm";
  }

  @Override
  public String digestAlgorithm() {
    return "SM3";
  }

  @Override
  public MessageDigest newDigest() {
    return new SM3.Digest();
  }

  @Override
  public String cipherAlgorithm() {
    return "SM4-GCM";
  }

  @Override
  public int keyLength() {
    return KEY_LENGTH;
  }

  @Override
  public byte[] encrypt(byte[] key, byte[] nonce, byte[] associatedData, byte[] plaintext) {
    try {
      return run(true, key, nonce, associatedData, plaintext);
    } catch (InvalidCipherTextException e) { // only decryption says so
      throw new IllegalStateException(e);
    }
  }

  @Override
  public Optional<byte[]> decrypt(
      byte[] key, byte[] nonce, byte[] associatedData, byte[] ciphertext) {
    try {
      return Optional.of(run(false, key, nonce, associatedData, ciphertext));
    } catch (InvalidCipherTextException e) {
      return Optional.empty();
    }
  }

  private static byte[] run(
      boolean encrypts, byte[] key, byte[] nonce, byte[] associatedData, byte[] input)
      throws InvalidCipherTextException {
    if (key.length != KEY_LENGTH || nonce.length != NONCE_LENGTH) {
      throw new IllegalArgumentException(
          "A key must have %d bytes and a nonce %d.".formatted(KEY_LENGTH, NONCE_LENGTH));
    }
    GCMModeCipher cipher = GCMBlockCipher.newInstance(new SM4Engine());
    cipher.init(
        encrypts, new AEADParameters(new KeyParameter(key), TAG_BITS, nonce, associatedData));
    byte[] output = new byte[cipher.getOutputSize(input.length)];
    int length = cipher.processBytes(input, 0, input.length, output, 0);
    length += cipher.doFinal(output, length);
    return length == output.length ? output : Arrays.copyOf(output, length);
  }
}

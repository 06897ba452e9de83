package io.foodsafety.access.internal;

import io.foodsafety.spi.crypto.CryptoProvider;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Optional;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** SHA-256 and AES-256-GCM, which every Java platform has. */
public final class StandardCrypto implements CryptoProvider {

  /** The name by which it is chosen. */
  public static final String NAME = "standard";

  private static final int KEY_LENGTH = 32;
  private static final int TAG_BITS = 128;

  /** The suite. */
  public StandardCrypto() {}

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public String digestAlgorithm() {
    return "SHA-256";
  }

  @Override
  public MessageDigest newDigest() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (GeneralSecurityException e) { // every Java platform has it
      throw new IllegalStateException(e);
    }
  }

  @Override
  public String cipherAlgorithm() {
    return "AES-256-GCM";
  }

  @Override
  public int keyLength() {
    return KEY_LENGTH;
  }

  @Override
  public byte[] encrypt(byte[] key, byte[] nonce, byte[] associatedData, byte[] plaintext) {
    try {
      return cipher(Cipher.ENCRYPT_MODE, key, nonce, associatedData).doFinal(plaintext);
    } catch (GeneralSecurityException e) { // every Java platform has it
      throw new IllegalStateException(e);
    }
  }

  @Override
  public Optional<byte[]> decrypt(
      byte[] key, byte[] nonce, byte[] associatedData, byte[] ciphertext) {
    if (ciphertext.length < TAG_BITS / Byte.SIZE) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          cipher(Cipher.DECRYPT_MODE, key, nonce, associatedData).doFinal(ciphertext));
    } catch (AEADBadTagException e) {
      return Optional.empty();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Cipher cipher(int mode, byte[] key, byte[] nonce, byte[] associatedData)
      throws GeneralSecurityException {
    if (key.length != KEY_LENGTH || nonce.length != NONCE_LENGTH) {
      throw new IllegalArgumentException(
          "A key must have %d bytes and a nonce %d.".formatted(KEY_LENGTH, NONCE_LENGTH));
    }
    Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
    cipher.init(mode, new SecretKeySpec(key, "AES"), new GCMParameterSpec(TAG_BITS, nonce));
    cipher.updateAAD(associatedData);
    return cipher;
  }
}

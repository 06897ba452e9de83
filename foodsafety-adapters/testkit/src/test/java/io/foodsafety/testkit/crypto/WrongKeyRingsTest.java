package io.foodsafety.testkit.crypto;

import static org.assertj.core.api.Assertions.assertThat;

import io.foodsafety.spi.crypto.KeyException;
import io.foodsafety.spi.crypto.KeyRing;
import io.foodsafety.testkit.BrokenRules;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** Wrong keys are caught by the rule that they break, and right ones by none. */
class WrongKeyRingsTest {

  private static Function<Vault, KeyRing> tried;

  /** The contract against the keys that are tried; run by this test only. */
  static class TriedContract extends KeyRingContract {
    private final Vault vault = new Vault();

    @Override
    protected KeyRing open() {
      return tried.apply(vault);
    }
  }

  /** Where keys stay when they are closed. */
  static final class Vault {
    private final List<KeyRing.Key> keys = new ArrayList<>();
    private final List<byte[]> secrets = new ArrayList<>();
    private final Random random = new Random(7);

    Vault() {
      add();
    }

    private String add() {
      byte[] secret = new byte[16];
      random.nextBytes(secret);
      secrets.add(secret);
      keys.add(new KeyRing.Key("k" + keys.size(), KeyRing.State.CURRENT));
      return keys.get(keys.size() - 1).id();
    }
  }

  /** As they should be. */
  static class Right implements KeyRing {
    final Vault vault;
    private final WrongCryptoTest.Right crypto = new WrongCryptoTest.Right();
    private boolean closed;

    Right(Vault vault) {
      this.vault = vault;
    }

    void checkOpen() {
      if (closed) {
        throw new IllegalStateException("Closed.");
      }
    }

    int find(String id) {
      checkOpen();
      for (int i = 0; i < vault.keys.size(); i++) {
        if (vault.keys.get(i).id().equals(id)) {
          return i;
        }
      }
      throw new KeyException("Unknown.");
    }

    @Override
    public synchronized List<Key> keys() {
      checkOpen();
      return List.copyOf(vault.keys);
    }

    @Override
    public synchronized Wrapped wrap(byte[] associatedData, byte[] dataKey) {
      checkOpen();
      int last = vault.keys.size() - 1;
      byte[] nonce = new byte[12];
      vault.random.nextBytes(nonce);
      byte[] encrypted = crypto.encrypt(vault.secrets.get(last), nonce, associatedData, dataKey);
      byte[] both = Arrays.copyOf(nonce, 12 + encrypted.length);
      System.arraycopy(encrypted, 0, both, 12, encrypted.length);
      return new Wrapped(vault.keys.get(last).id(), Base64.getEncoder().encodeToString(both));
    }

    @Override
    public synchronized Optional<byte[]> unwrap(byte[] associatedData, Wrapped wrapped) {
      int place = find(wrapped.keyId());
      if (vault.keys.get(place).state() == State.DESTROYED) {
        return Optional.empty();
      }
      try {
        byte[] both = Base64.getDecoder().decode(wrapped.text());
        return Optional.of(
            crypto
                .decrypt(
                    vault.secrets.get(place),
                    Arrays.copyOf(both, 12),
                    associatedData,
                    Arrays.copyOfRange(both, Math.min(12, both.length), both.length))
                .orElseThrow(() -> new KeyException("Changed.")));
      } catch (IllegalArgumentException e) {
        throw new KeyException("Changed.", e);
      }
    }

    @Override
    public synchronized String rotate() {
      checkOpen();
      vault.keys.replaceAll(
          key -> key.state() == State.CURRENT ? new Key(key.id(), State.RETIRED) : key);
      return vault.add();
    }

    @Override
    public synchronized void destroy(String keyId) {
      int place = find(keyId);
      if (vault.keys.get(place).state() == State.CURRENT) {
        throw new KeyException("Current.");
      }
      vault.keys.set(place, new Key(keyId, State.DESTROYED));
      vault.secrets.set(place, new byte[16]);
    }

    @Override
    public synchronized void close() {
      closed = true;
    }
  }

  private static List<String> broken(Function<Vault, KeyRing> keys) {
    tried = keys;
    return BrokenRules.of(TriedContract.class);
  }

  @Test
  void rightKeysBreakNoRule() {
    assertThat(broken(Right::new)).isEmpty();
  }

  @Test
  void aDestroyedKeyThatStillUnwrapsIsCaught() {
    assertThat(
            broken(
                vault ->
                    new Right(vault) {
                      @Override
                      public synchronized void destroy(String keyId) {
                        if (vault.keys.get(find(keyId)).state() == State.CURRENT) {
                          throw new KeyException("Current.");
                        }
                      }
                    }))
        .containsExactly("K-07", "K-09");
  }

  @Test
  void aKeyThatIsForgottenWhenItIsDestroyedIsCaught() {
    assertThat(
            broken(
                vault ->
                    new Right(vault) {
                      @Override
                      public synchronized void destroy(String keyId) {
                        int place = find(keyId);
                        super.destroy(keyId);
                        vault.keys.remove(place);
                        vault.secrets.remove(place);
                      }
                    }))
        .contains("K-07", "K-09");
  }

  @Test
  void destroyingTheCurrentKeyIsCaught() {
    assertThat(
            broken(
                vault ->
                    new Right(vault) {
                      @Override
                      public synchronized void destroy(String keyId) {
                        vault.keys.set(find(keyId), new Key(keyId, State.DESTROYED));
                      }
                    }))
        .containsExactly("K-08");
  }

  @Test
  void keysThatAreNotBoundToThePlaceAreCaught() {
    assertThat(
            broken(
                vault ->
                    new Right(vault) {
                      @Override
                      public synchronized Wrapped wrap(byte[] associatedData, byte[] dataKey) {
                        return super.wrap(new byte[0], dataKey);
                      }

                      @Override
                      public synchronized Optional<byte[]> unwrap(
                          byte[] associatedData, Wrapped wrapped) {
                        return super.unwrap(new byte[0], wrapped);
                      }
                    }))
        .containsExactly("K-04");
  }

  @Test
  void aDataKeyInClearIsCaught() {
    assertThat(
            broken(
                vault ->
                    new Right(vault) {
                      @Override
                      public synchronized Wrapped wrap(byte[] associatedData, byte[] dataKey) {
                        return new Wrapped(
                            super.wrap(associatedData, dataKey).keyId(),
                            Base64.getEncoder().encodeToString(dataKey));
                      }

                      @Override
                      public synchronized Optional<byte[]> unwrap(
                          byte[] associatedData, Wrapped wrapped) {
                        boolean destroyed =
                            vault.keys.get(find(wrapped.keyId())).state() == State.DESTROYED;
                        return destroyed
                            ? Optional.empty()
                            : Optional.of(Base64.getDecoder().decode(wrapped.text()));
                      }
                    }))
        .contains("K-03", "K-04");
  }

  @Test
  void keysThatAreNewAtEveryOpeningAreCaught() {
    assertThat(broken(vault -> new Right(new Vault()))).containsExactly("K-09");
  }

  @Test
  void rotationThatRetiresNothingIsCaught() {
    assertThat(
            broken(
                vault ->
                    new Right(vault) {
                      @Override
                      public synchronized String rotate() {
                        checkOpen();
                        return vault.add();
                      }
                    }))
        .contains("K-01", "K-06");
  }

  @Test
  void useAfterCloseIsCaught() {
    assertThat(
            broken(
                vault ->
                    new Right(vault) {
                      @Override
                      public synchronized void close() {
                        // forgotten
                      }
                    }))
        .containsExactly("K-10");
  }
}

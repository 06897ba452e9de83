package io.foodsafety.testkit.crypto;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.foodsafety.spi.crypto.KeyException;
import io.foodsafety.spi.crypto.KeyRing;
import io.foodsafety.spi.crypto.KeyRing.State;
import io.foodsafety.spi.crypto.KeyRing.Wrapped;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The rules of keys. Extend it and supply {@link #open}; each test is one rule. */
public abstract class KeyRingContract {

  private static final byte[] PLACE = "facts/F1".getBytes(UTF_8);
  private static final byte[] OTHER_PLACE = "facts/F2".getBytes(UTF_8);

  private final List<KeyRing> opened = new ArrayList<>();
  private final byte[] dataKey = bytes(32);

  /** For subclasses. */
  protected KeyRingContract() {}

  /**
   * Opens the keys of this test: the first time new ones, of which one is current, then the same
   * again.
   *
   * @return the open keys
   */
  protected abstract KeyRing open();

  /** Closes what a rule has opened. */
  @AfterEach
  final void closeAll() {
    opened.forEach(KeyRing::close);
  }

  private KeyRing ring() {
    KeyRing ring = open();
    opened.add(ring);
    return ring;
  }

  private static byte[] bytes(int length) {
    byte[] bytes = new byte[length];
    new Random(length).nextBytes(bytes);
    return bytes;
  }

  private static String current(KeyRing ring) {
    List<String> ids =
        ring.keys().stream()
            .filter(key -> key.state() == State.CURRENT)
            .map(KeyRing.Key::id)
            .toList();
    assertThat(ids).as("current keys").hasSize(1);
    return ids.get(0);
  }

  private static State state(KeyRing ring, String id) {
    return ring.keys().stream()
        .filter(key -> key.id().equals(id))
        .findFirst()
        .orElseThrow()
        .state();
  }

  private Wrapped wrap(KeyRing ring) {
    return ring.wrap(PLACE, dataKey);
  }

  private void assertUnwraps(KeyRing ring, Wrapped wrapped) {
    assertThat(ring.unwrap(PLACE, wrapped)).hasValue(dataKey);
  }

  private static void assertKeyException(Runnable call) {
    assertThatExceptionOfType(KeyException.class).isThrownBy(call::run);
  }

  @Test
  @DisplayName("K-01 One key is current; ids are distinct and have 1 to 64 characters")
  final void oneKeyIsCurrent() {
    KeyRing ring = ring();
    ring.rotate();
    ring.rotate();
    assertThat(ring.keys()).extracting(KeyRing.Key::id).hasSize(3).doesNotHaveDuplicates();
    assertThat(ring.keys()).allSatisfy(key -> assertThat(key.id()).hasSizeBetween(1, 64));
    assertThat(current(ring)).isEqualTo(ring.keys().get(2).id());
  }

  @Test
  @DisplayName("K-02 A data key of 16 to 64 bytes that was wrapped is unwrapped")
  final void unwrapsWhatItWrapped() {
    KeyRing ring = ring();
    for (int length : List.of(16, 32, 64)) {
      Wrapped wrapped = ring.wrap(PLACE, bytes(length));
      assertThat(wrapped.keyId()).isEqualTo(current(ring));
      assertThat(wrapped.text()).matches("[A-Za-z0-9+/=]{1,1000}");
      assertThat(ring.unwrap(PLACE, wrapped)).hasValue(bytes(length));
    }
  }

  @Test
  @DisplayName("K-03 Wrapping twice gives different texts, neither of which is the data key")
  final void wrapsWithSalt() {
    KeyRing ring = ring();
    String text = wrap(ring).text();
    assertThat(wrap(ring).text()).isNotEqualTo(text);
    assertThat(text).doesNotContain(Base64.getEncoder().withoutPadding().encodeToString(dataKey));
  }

  @Test
  @DisplayName("K-04 Another associated data, or a changed text, is a KeyException")
  final void bindsToThePlace() {
    KeyRing ring = ring();
    Wrapped wrapped = wrap(ring);
    assertKeyException(() -> ring.unwrap(OTHER_PLACE, wrapped));
    for (String text :
        List.of(
            "",
            "!",
            wrapped.text().substring(4),
            (wrapped.text().startsWith("A") ? "B" : "A") + wrapped.text().substring(1))) {
      assertKeyException(() -> ring.unwrap(PLACE, new Wrapped(wrapped.keyId(), text)));
    }
  }

  @Test
  @DisplayName("K-05 A key that was never here is a KeyException, also when it is to be destroyed")
  final void unknownKeysAreNamed() {
    KeyRing ring = ring();
    Wrapped wrapped = wrap(ring);
    assertKeyException(() -> ring.unwrap(PLACE, new Wrapped("never", wrapped.text())));
    assertKeyException(() -> ring.destroy("never"));
  }

  @Test
  @DisplayName("K-06 After rotation a new key wraps, and the one before unwraps")
  final void rotates() {
    KeyRing ring = ring();
    String first = current(ring);
    Wrapped early = wrap(ring);
    String second = ring.rotate();
    assertThat(current(ring)).isEqualTo(second).isNotEqualTo(first);
    assertThat(state(ring, first)).isEqualTo(State.RETIRED);
    assertThat(wrap(ring).keyId()).isEqualTo(second);
    assertUnwraps(ring, early);
  }

  @Test
  @DisplayName(
      "K-07 A destroyed key unwraps nothing, stays in the list, and may be destroyed again")
  final void destroys() {
    KeyRing ring = ring();
    Wrapped early = wrap(ring);
    ring.rotate();
    Wrapped late = wrap(ring);
    ring.destroy(early.keyId());
    ring.destroy(early.keyId());
    assertThat(ring.unwrap(PLACE, early)).isEmpty();
    assertThat(state(ring, early.keyId())).isEqualTo(State.DESTROYED);
    assertUnwraps(ring, late);
  }

  @Test
  @DisplayName("K-08 Destroying the current key is a KeyException and changes nothing")
  final void keepsTheCurrentKey() {
    KeyRing ring = ring();
    Wrapped wrapped = wrap(ring);
    assertKeyException(() -> ring.destroy(wrapped.keyId()));
    assertThat(state(ring, wrapped.keyId())).isEqualTo(State.CURRENT);
    assertUnwraps(ring, wrapped);
  }

  @Test
  @DisplayName("K-09 Opened again, the keys are the same, destroyed ones included")
  final void keepsItsKeys() {
    KeyRing ring = ring();
    Wrapped first = wrap(ring);
    ring.rotate();
    Wrapped second = wrap(ring);
    ring.destroy(first.keyId());
    List<KeyRing.Key> keys = ring.keys();
    ring.close();
    KeyRing again = ring();
    assertThat(again.keys()).isEqualTo(keys);
    assertThat(again.unwrap(PLACE, first)).isEmpty();
    assertUnwraps(again, second);
  }

  @Test
  @DisplayName("K-10 A call after close is an IllegalStateException; closing twice is harmless")
  final void closes() {
    KeyRing ring = ring();
    Wrapped wrapped = wrap(ring);
    ring.close();
    ring.close();
    assertThatIllegalStateException().isThrownBy(ring::keys);
    assertThatIllegalStateException().isThrownBy(() -> wrap(ring));
    assertThatIllegalStateException().isThrownBy(() -> ring.unwrap(PLACE, wrapped));
    assertThatIllegalStateException().isThrownBy(ring::rotate);
    assertThatIllegalStateException().isThrownBy(() -> ring.destroy(wrapped.keyId()));
  }

  @Test
  @DisplayName("K-11 What several threads wrap while keys change is all unwrapped")
  final void isThreadSafe() {
    KeyRing ring = ring();
    List<Wrapped> wrapped =
        IntStream.range(0, 400)
            .parallel()
            .mapToObj(
                i -> {
                  if (i % 100 == 0) {
                    ring.rotate();
                  }
                  return wrap(ring);
                })
            .toList();
    assertThat(ring.keys()).hasSize(5);
    wrapped.forEach(each -> assertUnwraps(ring, each));
  }
}

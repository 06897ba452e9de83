package io.foodsafety.testkit.notification;

import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * The rules of a channel to people. Extend it and supply {@link #newChannel}; each test is one rule
 * of {@code docs/spi-rules.md}.
 */
@Timeout(value = 60, unit = TimeUnit.SECONDS)
public abstract class NotificationChannelContract {

  private @Nullable ChannelStage used;

  /** For subclasses. */
  protected NotificationChannelContract() {}

  /**
   * Supplies the channel. Called once for each test; its other side may hold what other tests have
   * left there.
   *
   * @return the provider, the settings and the other side
   */
  protected abstract ChannelUnderTest newChannel();

  /** Closes what a rule has opened. */
  @AfterEach
  final void closeAll() {
    if (used != null) {
      used.closeAll();
    }
  }

  private ChannelStage stage() {
    used = new ChannelStage(newChannel());
    return used;
  }

  @Test
  @DisplayName("N-01 Every part of a notice arrives unchanged")
  final void keepsEveryPart() {
    ArrivalRules.keepsEveryPart(stage());
  }

  @Test
  @DisplayName(
      "N-02 Titles and texts arrive exactly: Chinese, quotes, line breaks, 4,000 characters")
  final void keepsWordsExactly() {
    ArrivalRules.keepsWordsExactly(stage());
  }

  @Test
  @DisplayName("N-03 All that was delivered arrives, once, and nothing else")
  final void deliversAllAndNothingElse() {
    ArrivalRules.deliversAllAndNothingElse(stage());
  }

  @Test
  @DisplayName("N-04 What was delivered arrives even if the channel is closed at once")
  final void keepsNothingBack() {
    ArrivalRules.keepsNothingBack(stage());
  }

  @Test
  @DisplayName(
      "N-05 A notice delivered twice arrives twice with the same id; a DEDUPLICATING channel passes it on once")
  final void namesDuplicatesAlike() {
    ArrivalRules.namesDuplicatesAlike(stage());
  }

  @Test
  @DisplayName(
      "N-06 An ADDRESSED channel refuses a notice without an address; another one delivers it")
  final void asksForAddresses() {
    ArrivalRules.asksForAddresses(stage());
  }

  @Test
  @DisplayName("N-07 Several threads deliver at once, and nothing is lost or mixed up")
  final void threadsDoNotDisturbEachOther() {
    ArrivalRules.threadsDoNotDisturbEachOther(stage());
  }

  @Test
  @DisplayName(
      "N-08 A notice that can never be accepted is a NoticeRefusedException, and the next one is accepted")
  final void tellsRefusals() {
    TroubleRules.tellsRefusals(stage());
  }

  @Test
  @DisplayName(
      "N-09 A notice that is not accepted is a NotificationException, and a later one is accepted")
  final void tellsFailures() {
    TroubleRules.tellsFailures(stage());
  }

  @Test
  @DisplayName(
      "N-10 A delivery that nobody answers ends within the time of the settings, as a NotificationException")
  final void endsInTime() {
    TroubleRules.endsInTime(stage());
  }

  @Test
  @DisplayName(
      "N-11 No exception holds an address, a text or a secret, and secret settings are declared sensitive")
  final void keepsSecrets() {
    TroubleRules.keepsSecrets(stage());
  }

  @Test
  @DisplayName(
      "N-12 A delivery that is interrupted ends as a NotificationException; the thread stays interrupted")
  final void heedsInterrupts() {
    TroubleRules.heedsInterrupts(stage());
  }

  @Test
  @DisplayName(
      "N-13 close waits for running deliveries; later calls are an IllegalStateException, closing twice is harmless")
  final void closes() {
    TroubleRules.closes(stage());
  }
}

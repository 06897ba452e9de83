package io.foodsafety.testkit.messaging;

import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * The rules of a messaging. Extend it and supply {@link #newMessaging}; each test is one rule of
 * {@code docs/spi-rules.md}.
 */
@Timeout(value = 60, unit = TimeUnit.SECONDS)
public abstract class MessagingContract {

  private @Nullable Stage used;

  /** For subclasses. */
  protected MessagingContract() {}

  /**
   * Supplies the messaging. Called once for each test; the messaging may hold what other tests have
   * left in it.
   *
   * @return the provider and the settings
   */
  protected abstract MessagingUnderTest newMessaging();

  /** Closes what a rule has opened. */
  @AfterEach
  final void closeAll() {
    if (used != null) {
      used.closeAll();
    }
  }

  private Stage stage() {
    used = new Stage(newMessaging());
    return used;
  }

  @Test
  @DisplayName("M-01 Every part of a message arrives unchanged")
  final void keepsEveryPart() {
    DeliveryRules.keepsEveryPart(stage());
  }

  @Test
  @DisplayName("M-02 Data arrive exactly: none, every value, half a megabyte")
  final void keepsDataExactly() {
    DeliveryRules.keepsDataExactly(stage());
  }

  @Test
  @DisplayName("M-03 All that was published arrives, in one call or in many, and nothing else")
  final void deliversAllAndNothingElse() {
    DeliveryRules.deliversAllAndNothingElse(stage());
  }

  @Test
  @DisplayName("M-04 Several publishers at once lose nothing and keep the order of their keys")
  final void publishersDoNotDisturbEachOther() {
    DeliveryRules.publishersDoNotDisturbEachOther(stage());
  }

  @Test
  @DisplayName("M-05 Topics are separate from each other")
  final void topicsAreSeparate() {
    DeliveryRules.topicsAreSeparate(stage());
  }

  @Test
  @DisplayName(
      "M-06 What is too long is a MessagesRefusedException that names it and the reason; all else is accepted")
  final void refusesWhatIsTooLong() {
    DeliveryRules.refusesWhatIsTooLong(stage());
  }

  @Test
  @DisplayName(
      "M-07 A group that is no name is an IllegalArgumentException; publishing nothing is harmless")
  final void takesNoNonsense() {
    DeliveryRules.takesNoNonsense(stage());
  }

  @Test
  @DisplayName("M-08 Messages of one key are delivered first in the order of publishing")
  final void keepsTheOrderOfAKey() {
    OrderRules.keepsTheOrderOfAKey(stage());
  }

  @Test
  @DisplayName(
      "M-09 A message is not handled before the one of its key ahead of it, even if that one is tried again")
  final void waitsForTheOneAhead() {
    OrderRules.waitsForTheOneAhead(stage());
  }

  @Test
  @DisplayName("M-10 The members of a group share its messages and keep the order of each key")
  final void membersShare() {
    OrderRules.membersShare(stage());
  }

  @Test
  @DisplayName("M-11 When a member leaves, the others go on in order, and nothing is lost")
  final void aMemberHandsOver() {
    OrderRules.aMemberHandsOver(stage());
  }

  @Test
  @DisplayName("M-12 A subscription calls its handler with one message at a time")
  final void handlesOneAtATime() {
    OrderRules.handlesOneAtATime(stage());
  }

  @Test
  @DisplayName("M-13 Each group gets every message")
  final void eachGroupGetsEverything() {
    GroupRules.eachGroupGetsEverything(stage());
  }

  @Test
  @DisplayName("M-14 A group gets what is published while none of its members is there")
  final void waitsForAbsentMembers() {
    GroupRules.waitsForAbsentMembers(stage());
  }

  @Test
  @DisplayName("M-15 What was handled before a member was closed is not delivered again")
  final void remembersWhatWasHandled() {
    GroupRules.remembersWhatWasHandled(stage());
  }

  @Test
  @DisplayName("M-16 A message whose handler throws is delivered again, unchanged")
  final void triesAgain() {
    FailureRules.triesAgain(stage());
  }

  @Test
  @DisplayName(
      "M-17 A message that a group cannot handle goes to its dead letters, whole, with the reason and the attempts")
  final void givesUpWithTheReason() {
    FailureRules.givesUpWithTheReason(stage());
  }

  @Test
  @DisplayName(
      "M-18 A dead letter holds up nothing, is not delivered to its group again, and concerns no other group")
  final void goesOnAfterADeadLetter() {
    FailureRules.goesOnAfterADeadLetter(stage());
  }

  @Test
  @DisplayName("M-19 Dead letters wait for their first subscriber")
  final void deadLettersWait() {
    FailureRules.deadLettersWait(stage());
  }

  @Test
  @DisplayName("M-20 A dead letter that cannot be handled is delivered again and again")
  final void deadLettersStay() {
    FailureRules.deadLettersStay(stage());
  }

  @Test
  @DisplayName("M-21 A handler may publish")
  final void aHandlerMayPublish() {
    ClosingRules.aHandlerMayPublish(stage());
  }

  @Test
  @DisplayName("M-22 A handler may close its own subscription, and gets nothing more")
  final void aHandlerMayCloseItsSubscription() {
    ClosingRules.aHandlerMayCloseItsSubscription(stage());
  }

  @Test
  @DisplayName(
      "M-23 Closing a subscription waits for the running handler; nothing is handled afterwards")
  final void closingASubscriptionWaits() {
    ClosingRules.closingASubscriptionWaits(stage());
  }

  @Test
  @DisplayName(
      "M-24 Closing the messaging does the same; later calls are an IllegalStateException, closing twice is harmless")
  final void closingWaits() {
    ClosingRules.closingWaits(stage());
  }

  @Test
  @DisplayName(
      "M-25 A DURABLE messaging keeps what is not handled when it is opened again; another one begins empty")
  final void keepsWhatItPromises() {
    GroupRules.keepsWhatItPromises(stage());
  }

  @Test
  @DisplayName(
      "M-26 Two openings of a SHARED messaging exchange messages; another one refuses the second or keeps it apart")
  final void sharesOrKeepsApart() {
    GroupRules.sharesOrKeepsApart(stage());
  }

  @Test
  @DisplayName(
      "M-27 With REPLAYING, a new group begins with what is kept; without, with its future")
  final void beginsWhereItPromises() {
    GroupRules.beginsWhereItPromises(stage());
  }
}

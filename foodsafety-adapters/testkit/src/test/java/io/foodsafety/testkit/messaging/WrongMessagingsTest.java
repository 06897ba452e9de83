package io.foodsafety.testkit.messaging;

import static io.foodsafety.spi.messaging.MessagingCapability.DURABLE;
import static io.foodsafety.spi.messaging.MessagingCapability.REPLAYING;
import static io.foodsafety.spi.messaging.MessagingCapability.SHARED;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.foodsafety.spi.messaging.Messaging;
import io.foodsafety.spi.messaging.MessagingCapability;
import io.foodsafety.testkit.BrokenRules;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every wrong messaging is caught by the rule that it breaks. */
class WrongMessagingsTest {

  private static MessagingUnderTest wrong;

  /** The contract against the wrong messaging; run by this test only. */
  static class WrongMessagingContract extends MessagingContract {
    @Override
    protected MessagingUnderTest newMessaging() {
      return wrong;
    }
  }

  static Stream<Arguments> wrongMessagings() {
    return Stream.of(
        messaging("M-01", WrongMessagings::forgetsAttributes, "all of its parts unchanged"),
        messaging("M-02", WrongMessagings::cutsData, "all of its parts unchanged"),
        messaging("M-03", WrongMessagings::losesOne, "missing after a long wait are 1"),
        messaging("M-03", WrongMessagings::renamesDuplicates, "with the same id"),
        messaging("M-04", WrongMessagings::isNotThreadSafe, "Every message published must"),
        messaging("M-05", WrongMessagings::mixesTopics, "Only what was published"),
        messaging("M-06", WrongMessagings::swallowsRefusals, "must be a MessagesRefused"),
        messaging("M-08", WrongMessagings::breaksTheOrder, "first in the order of publishing"),
        messaging("M-09", WrongMessagings::retriesLater, "before the one of its key ahead"),
        messaging("M-10", WrongMessagings::knowsNoGroups, "must share its messages"),
        messaging("M-11", WrongMessagings::forgetsAbsentGroups, "must be handled by a member"),
        messaging("M-13", WrongMessagings::confusesGroups, "Every message published must"),
        messaging("M-14", WrongMessagings::forgetsAbsentGroups, "Every message published must"),
        messaging("M-15", WrongMessagings::forgetsWhatWasHandled, "must not be delivered again"),
        messaging("M-16", WrongMessagings::swallowsExceptions, "must be delivered again"),
        messaging("M-17", WrongMessagings::swallowsExceptions, "must go to the dead letters"),
        messaging("M-17", WrongMessagings::givesNoReason, "must have a reason and the number"),
        messaging("M-18", WrongMessagings::neverGivesUp, "Every message published must"),
        messaging("M-19", WrongMessagings::dropsUnreadDeadLetters, "must wait for their first"),
        messaging("M-20", WrongMessagings::dropsDeadLettersTwice, "again and again"),
        messaging("M-23", WrongMessagings::doesNotWait, "must wait for the running handler"),
        messaging("M-24", WrongMessagings::forgetsToClose, "must wait for the running handler"),
        messaging("M-24", WrongMessagings::doesNotWait, "must wait for the running handler"),
        arguments("M-25", declaring(DURABLE), "must keep what was published"),
        arguments("M-25", remembering(Set.of()), "must begin empty"),
        arguments("M-26", declaring(SHARED), "Every message published must"),
        arguments("M-26", remembering(Set.of(DURABLE)), "must not deliver another one's"),
        arguments("M-27", declaring(REPLAYING), "must begin with the messages that are kept"));
  }

  private static Arguments messaging(String rule, Supplier<Messaging> opening, String message) {
    return arguments(rule, new ReferenceMessagingProvider(Set.of(), opening), message);
  }

  /** Declares a capability without having it. */
  private static ReferenceMessagingProvider declaring(MessagingCapability declared) {
    return new ReferenceMessagingProvider(Set.of(declared), ReferenceMessaging::new);
  }

  /** Keeps everything for the next opening, without declaring all of that. */
  private static ReferenceMessagingProvider remembering(Set<MessagingCapability> declared) {
    ReferenceMessaging kept =
        new ReferenceMessaging() {
          @Override
          public void close() {}
        };
    return new ReferenceMessagingProvider(declared, () -> kept);
  }

  @ParameterizedTest(name = "{0}: {2}")
  @MethodSource("wrongMessagings")
  void isCaughtByItsRule(String rule, ReferenceMessagingProvider provider, String message) {
    wrong = MessagingUnderTest.of(provider, Map.of()).withPatience(Duration.ofSeconds(2));
    BrokenRules.assertBroken(WrongMessagingContract.class, rule, message);
  }
}

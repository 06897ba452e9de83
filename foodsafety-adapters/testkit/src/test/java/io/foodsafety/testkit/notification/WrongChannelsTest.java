package io.foodsafety.testkit.notification;

import static io.foodsafety.spi.notification.NotificationCapability.ADDRESSED;
import static io.foodsafety.spi.notification.NotificationCapability.DEDUPLICATING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.foodsafety.spi.config.ConfigKey;
import io.foodsafety.spi.notification.NotificationCapability;
import io.foodsafety.spi.notification.NotificationChannel;
import io.foodsafety.testkit.BrokenRules;
import java.time.Duration;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every wrong channel is caught by the rule that it breaks. */
class WrongChannelsTest {

  private static ChannelUnderTest wrong;

  /** The contract against the wrong channel; run by this test only. */
  static class WrongChannelContract extends NotificationChannelContract {
    @Override
    protected ChannelUnderTest newChannel() {
      return wrong;
    }
  }

  static Stream<Arguments> wrongChannels() {
    return Stream.of(
        channel("N-01", WrongChannels::mixesUpIds, "all of its parts unchanged"),
        channel("N-02", WrongChannels::cutsTexts, "all of its parts unchanged"),
        channel("N-02", WrongChannels::writesOneLine, "all of its parts unchanged"),
        channel("N-03", WrongChannels::losesOne, "must arrive; so many are missing"),
        channel("N-03", WrongChannels::sendsTwice, "each notice once"),
        channel("N-04", WrongChannels::collects, "must arrive; so many are missing"),
        channel("N-05", WrongChannels::renamesDuplicates, "must arrive twice with the same id"),
        channel("N-05", WrongChannels::deduplicates, "or the channel is DEDUPLICATING"),
        declaring("N-05", DEDUPLICATING, "must pass on a notice once"),
        channel("N-06", WrongChannels::asksForAddresses, "that is not ADDRESSED must deliver"),
        declaring("N-06", ADDRESSED, "must refuse a notice without an address"),
        channel("N-07", WrongChannels::isNotThreadSafe, "must arrive"),
        channel("N-08", WrongChannels::takesRefusalsForFailures, "a NoticeRefusedException"),
        channel("N-09", WrongChannels::swallowsFailures, "must be a NotificationException"),
        channel("N-09", WrongChannels::staysDown, "notices must be accepted again"),
        channel("N-10", WrongChannels::waitsForEver, "must end within the time"),
        channel("N-10", WrongChannels::swallowsFailures, "must be a NotificationException"),
        channel("N-11", WrongChannels::tellsTheAddress, "hold an address, a text or a secret"),
        showingItsSecret("N-11", "must be declared sensitive"),
        channel("N-12", WrongChannels::forgetsInterrupts, "must stay interrupted"),
        channel("N-13", WrongChannels::doesNotWait, "must wait for the running delivery"),
        channel("N-13", WrongChannels::forgetsToClose, "must refuse calls"));
  }

  private static Arguments channel(
      String rule, Function<Board, NotificationChannel> made, String message) {
    return arguments(rule, tested(ReferenceChannelProvider.TOKEN, Set.of(), made), message);
  }

  /** Declares a capability without having it. */
  private static Arguments declaring(String rule, NotificationCapability declared, String message) {
    return arguments(
        rule,
        tested(ReferenceChannelProvider.TOKEN, Set.of(declared), ReferenceChannel::new),
        message);
  }

  private static Arguments showingItsSecret(String rule, String message) {
    return arguments(
        rule, tested(ConfigKey.text("token"), Set.of(), ReferenceChannel::new), message);
  }

  private static ChannelUnderTest tested(
      ConfigKey<String> token,
      Set<NotificationCapability> declared,
      Function<Board, NotificationChannel> made) {
    Board board = new Board();
    return ReferenceChannelProvider.tested(token, declared, board, () -> made.apply(board))
        .withPatience(Duration.ofSeconds(2));
  }

  @ParameterizedTest(name = "{0}: {2}")
  @MethodSource("wrongChannels")
  void isCaughtByItsRule(String rule, ChannelUnderTest channel, String message) {
    wrong = channel;
    BrokenRules.assertBroken(WrongChannelContract.class, rule, message);
  }

  @Test
  void everyRuleHasAWrongChannel() {
    Set<String> broken =
        wrongChannels()
            .map(each -> (String) each.get()[0])
            .collect(Collectors.toCollection(TreeSet::new));
    assertThat(broken)
        .containsExactlyElementsOf(BrokenRules.all(NotificationChannelContract.class));
  }
}

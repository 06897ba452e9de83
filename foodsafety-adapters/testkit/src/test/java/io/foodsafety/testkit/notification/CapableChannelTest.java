package io.foodsafety.testkit.notification;

import static io.foodsafety.spi.notification.NotificationCapability.ADDRESSED;
import static io.foodsafety.spi.notification.NotificationCapability.DEDUPLICATING;

import java.util.Set;

/** A channel with every capability passes, too. */
class CapableChannelTest extends NotificationChannelContract {

  @Override
  protected ChannelUnderTest newChannel() {
    Board board = new Board();
    return ReferenceChannelProvider.tested(
        ReferenceChannelProvider.TOKEN,
        Set.of(ADDRESSED, DEDUPLICATING),
        board,
        () -> WrongChannels.deduplicates(WrongChannels::asksForAddresses, board));
  }
}

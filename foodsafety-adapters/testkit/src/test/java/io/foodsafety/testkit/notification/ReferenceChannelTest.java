package io.foodsafety.testkit.notification;

import java.util.Set;

class ReferenceChannelTest extends NotificationChannelContract {

  @Override
  protected ChannelUnderTest newChannel() {
    Board board = new Board();
    return ReferenceChannelProvider.tested(
        ReferenceChannelProvider.TOKEN, Set.of(), board, () -> new ReferenceChannel(board));
  }
}

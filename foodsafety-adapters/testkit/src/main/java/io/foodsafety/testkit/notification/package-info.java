/**
 * The contract of a channel to people as tests: extend {@link
 * io.foodsafety.testkit.notification.NotificationChannelContract} and supply a provider with
 * settings, and the other side of the channel as an {@link
 * io.foodsafety.testkit.notification.Outside}, which a test can make fail.
 *
 * <pre>{@code
 * class AcmeSmsTest extends NotificationChannelContract {
 *   private final FakeGateway gateway = FakeGateway.start();
 *
 *   @Override protected ChannelUnderTest newChannel() {
 *     return ChannelUnderTest.of(
 *         new AcmeSmsProvider(), Map.of("url", gateway.url(), "token", "t", "timeout", "PT1S"),
 *         gateway, "token");
 *   }
 * }
 * }</pre>
 *
 * <p>Every test is one rule of {@code docs/spi-rules.md} and is named by its number. A capability
 * that is not declared must really be absent.
 */
@NullMarked
package io.foodsafety.testkit.notification;

import org.jspecify.annotations.NullMarked;

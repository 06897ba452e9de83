/**
 * The contract of a messaging as tests: extend {@link
 * io.foodsafety.testkit.messaging.MessagingContract} and supply a provider with settings.
 *
 * <pre>{@code
 * class AcmeMessagingIT extends MessagingContract {
 *   @Override protected MessagingUnderTest newMessaging() {
 *     return MessagingUnderTest.of(new AcmeMessagingProvider(), Map.of("url", broker.url()));
 *   }
 * }
 * }</pre>
 *
 * <p>Every test is one rule of {@code docs/spi-rules.md} and is named by its number. The
 * capabilities that the provider declares for the settings decide what is tested of durability,
 * sharing and new groups: a capability that is not declared must really be absent. Topics have
 * names that no earlier test has used, so that one broker serves all tests. The settings should let
 * a message be tried about three times, soon one after the other.
 */
@NullMarked
package io.foodsafety.testkit.messaging;

import org.jspecify.annotations.NullMarked;

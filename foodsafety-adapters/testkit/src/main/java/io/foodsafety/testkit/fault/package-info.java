/**
 * Faults on purpose, for tests of hosts and adapters: storages that wrap another one and are slow
 * ({@link io.foodsafety.testkit.fault.SlowStorage}), run every work twice ({@link
 * io.foodsafety.testkit.fault.RepeatingStorage}), or fail at chosen calls, before the work, in the
 * middle of it, or after the commit ({@link io.foodsafety.testkit.fault.FailingStorage}). All of
 * them stay within what {@link io.foodsafety.spi.storage.Storage} allows, so whoever uses a storage
 * must get along with them.
 *
 * <p>Begin with {@link io.foodsafety.testkit.fault.FaultyStoragePlugin}, which puts them under a
 * city:
 *
 * <pre>{@code
 * FaultPlan plan = FaultPlan.seeded(42, 10);
 * FaultyStoragePlugin plugin =
 *     FaultyStoragePlugin.of(
 *         provider, storage -> RepeatingStorage.of(FailingStorage.of(storage, plan)));
 * FoodSafety city = FoodSafety.builder().plugin(plugin).storage("faulty", Map.of()).build();
 * }</pre>
 *
 * <p>Messagings likewise: {@link io.foodsafety.testkit.fault.SlowMessaging}, {@link
 * io.foodsafety.testkit.fault.DuplicatingMessaging}, {@link
 * io.foodsafety.testkit.fault.ReorderingMessaging} and {@link
 * io.foodsafety.testkit.fault.FailingMessaging}, which also fails in the middle; {@link
 * io.foodsafety.testkit.fault.FaultyMessagingPlugin} puts them under a city.
 *
 * <p>The storages and messagings are safe for use by many threads if the wrapped one is.
 */
@NullMarked
package io.foodsafety.testkit.fault;

import org.jspecify.annotations.NullMarked;

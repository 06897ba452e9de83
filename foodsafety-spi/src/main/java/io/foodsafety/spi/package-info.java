/**
 * How a plug-in offers what it has: start with {@link io.foodsafety.spi.FoodSafetyPlugin}.
 *
 * <p>A plug-in is found by {@link java.util.ServiceLoader} or handed to the builder. Whatever is
 * wrong with any of them is reported in one exception at start; class-path order never decides. A
 * plug-in's methods are called once, by one thread, at start.
 *
 * <pre>{@code
 * public final class CityPlugin implements FoodSafetyPlugin {
 *   @Override public PluginDescriptor descriptor() {
 *     return PluginDescriptor.of("acme-city", "1.0.0", SpiVersion.of(0, 1));
 *   }
 *   @Override public List<StorageProvider> storageProviders() {
 *     return List.of(new AcmeStorageProvider());
 *   }
 * }
 * }</pre>
 */
@NullMarked
package io.foodsafety.spi;

import org.jspecify.annotations.NullMarked;

/**
 * Typed settings of plug-ins: a plug-in declares {@link io.foodsafety.spi.config.ConfigKey}s and
 * reads a checked {@link io.foodsafety.spi.config.Config}. Unknown and missing keys are reported at
 * start. Immutable.
 *
 * <pre>{@code
 * static final ConfigKey<Integer> POOL = ConfigKey.integer("pool", 1, 100)
 *     .withDefault(8).doc("Connections kept open.", "保持打开的连接数。");
 * int pool = config.get(POOL);
 * }</pre>
 */
@NullMarked
package io.foodsafety.spi.config;

import org.jspecify.annotations.NullMarked;

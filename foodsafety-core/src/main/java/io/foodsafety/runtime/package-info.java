/**
 * The entry point: start with {@link io.foodsafety.runtime.FoodSafety}.
 *
 * <p>A city is opened once, closed at the end, and shared by all threads. All work is done in a
 * {@link io.foodsafety.runtime.Session} on behalf of an actor. Nothing runs behind the host's back:
 * what time brings about happens in {@link io.foodsafety.runtime.FoodSafety#advance}. Whatever is
 * wrong with plug-ins, settings and stored formats is reported at once, in a {@link
 * io.foodsafety.runtime.StartupException}; class-path order never decides.
 *
 * <pre>{@code
 * try (FoodSafety city = FoodSafety.builder()
 *     .storage("jdbc", Map.of("url", "jdbc:h2:file:./city"))
 *     .zone(ZoneId.of("Asia/Shanghai"))
 *     .build()) {
 *   Session office = city.as(Actor.person("inspector-7"));
 *   office.facts().record(fact);
 *   city.advance(Instant.now());
 * }
 * }</pre>
 */
@NullMarked
package io.foodsafety.runtime;

import org.jspecify.annotations.NullMarked;

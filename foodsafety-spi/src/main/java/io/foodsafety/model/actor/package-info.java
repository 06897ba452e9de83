/**
 * Who acts: {@link io.foodsafety.model.actor.Actor}. Every call of a service has an actor, and
 * every change names it in the ledger. Immutable.
 *
 * <pre>{@code
 * Actor inspector = Actor.person("inspector-17");
 * Actor nightly = Actor.system("nightly-import");
 * }</pre>
 */
@NullMarked
package io.foodsafety.model.actor;

import org.jspecify.annotations.NullMarked;

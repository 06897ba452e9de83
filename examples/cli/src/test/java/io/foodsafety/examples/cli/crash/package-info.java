/**
 * Kills imports at random moments and looks at what is left. The seed is printed; a round is run
 * again with {@code -Dfoodsafety.crash.seed=SEED -Dfoodsafety.crash.first=ROUND}.
 */
package io.foodsafety.examples.cli.crash;

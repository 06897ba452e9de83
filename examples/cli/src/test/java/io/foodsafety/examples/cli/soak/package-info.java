/** Hours of mixed load on one city, and what it leaves behind in the process. */
package io.foodsafety.examples.cli.soak;

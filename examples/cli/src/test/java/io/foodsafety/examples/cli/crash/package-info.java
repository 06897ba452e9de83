/**
 * What a city survives: imports and servers killed at random moments, a disk that is full, a folder
 * that is not to be written, a second process. The commands of long series are in {@code
 * docs/reliability.md}.
 */
package io.foodsafety.examples.cli.crash;

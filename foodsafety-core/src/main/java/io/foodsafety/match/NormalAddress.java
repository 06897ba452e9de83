package io.foodsafety.match;

import java.util.List;

/**
 * An address in normal form.
 *
 * @param street what stands before the first number, and the words between the numbers, without
 *     divisions and marks
 * @param numbers the numbers in their order: house, building, room
 */
public record NormalAddress(String street, List<String> numbers) {

  /** Copies the numbers. */
  public NormalAddress {
    numbers = List.copyOf(numbers);
  }
}

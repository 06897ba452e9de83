package io.foodsafety.match.internal;

import io.foodsafety.match.NormalAddress;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.Consumer;

/**
 * The keys of a business: businesses that share one are compared. Codes and telephone numbers; the
 * name, and the name with any one of its characters left out, so that two names with one character
 * replaced, put in, left out or swapped with its neighbour share a key; the address. A key that too
 * many share is not used, so each also exists in a narrower form.
 */
final class BlockingKeys {

  /** Characters of a name that may be left out: the keys of a business are bounded. */
  private static final int MAX_NAME = 8;

  private static final int MIN_NAME = 3;

  private BlockingKeys() {}

  static Set<String> of(MatchRecord business) {
    Set<String> keys = new LinkedHashSet<>();
    if (!business.creditCode().isEmpty()) {
      keys.add("u" + business.creditCode());
    }
    business.licences().forEach(licence -> keys.add("l" + licence));
    business.telephones().forEach(telephone -> keys.add("t" + telephone));
    String distinct = business.name().distinct();
    String name = distinct.length() < MIN_NAME ? business.name().core() : distinct;
    String county = business.division().substring(0, Math.min(6, business.division().length()));
    variants(
        name,
        variant -> {
          keys.add("n" + variant);
          if (!county.isEmpty()) {
            keys.add("d" + county + variant);
          }
        });
    business.findAddress().ifPresent(address -> address(address, name, keys));
    return keys;
  }

  private static void variants(String name, Consumer<String> consumer) {
    if (!name.isEmpty()) {
      consumer.accept(name);
    }
    if (name.length() < MIN_NAME) {
      return;
    }
    String head = name.substring(0, Math.min(MAX_NAME, name.length()));
    String tail = name.substring(head.length());
    for (int i = 0; i < head.length(); i++) {
      consumer.accept(head.substring(0, i) + head.substring(i + 1) + tail);
    }
  }

  private static void address(NormalAddress address, String name, Set<String> keys) {
    if (address.numbers().isEmpty()) {
      return;
    }
    String house = address.street() + address.numbers().get(0);
    keys.add("a" + house);
    keys.add("r" + address.street() + String.join(" ", address.numbers()));
    if (!name.isEmpty()) {
      keys.add("h" + house + name.charAt(0));
    }
  }
}

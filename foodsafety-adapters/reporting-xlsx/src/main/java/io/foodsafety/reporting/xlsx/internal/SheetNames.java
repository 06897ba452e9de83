package io.foodsafety.reporting.xlsx.internal;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/** Names of sheets: at most 31 characters, none of {@code []:*?/\\}, no name twice. */
final class SheetNames {

  private static final int LONGEST = 31;

  private final Set<String> given = new HashSet<>();

  /** A name that is still free. */
  String of(String title) {
    String plain = title.replaceAll("[\\[\\]:*?/\\\\\\p{Cntrl}]", " ").strip();
    // An apostrophe may not stand at either end, and one name is kept for the program.
    String base = plain.replaceAll("^'+|'+$", "");
    if (base.isEmpty() || base.equalsIgnoreCase("history")) {
      base = base + "_";
    }
    String name = cut(base, LONGEST);
    for (int number = 2; !given.add(name.toLowerCase(Locale.ROOT)); number++) {
      String ending = " (" + number + ")";
      name = cut(base, LONGEST - ending.length()) + ending;
    }
    return name;
  }

  private static String cut(String name, int length) {
    if (name.length() <= length) {
      return name;
    }
    boolean insidePair = Character.isHighSurrogate(name.charAt(length - 1));
    return name.substring(0, insidePair ? length - 1 : length);
  }
}

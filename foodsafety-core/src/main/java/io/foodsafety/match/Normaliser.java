package io.foodsafety.match;

import io.foodsafety.match.internal.Words;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Brings names, addresses, telephone numbers and codes into a normal form. Immutable. */
public final class Normaliser {

  private static final int MIN_TELEPHONE = 7;
  private static final int MOBILE = 11;
  private static final Pattern NUMBER = Pattern.compile("[0-9a-z]*[0-9][0-9a-z]*");

  private final MatchTables tables;
  private final Words legalForms;
  private final Words storeForms;
  private final Words genericWords;
  private final Words divisions;
  private final Words numberMarks;
  private final Words addressWords;
  private final Words addressMarks;

  private Normaliser(MatchTables tables) {
    this.tables = tables;
    this.legalForms = words(tables.legalForms());
    this.storeForms = words(tables.storeForms());
    this.genericWords = words(tables.genericWords());
    this.divisions = words(tables.divisions());
    this.numberMarks = words(tables.numberMarks());
    this.addressWords = words(tables.addressWords().keySet());
    this.addressMarks = words(tables.addressMarks());
  }

  /**
   * A normaliser.
   *
   * @param tables the words it knows
   * @return the normaliser
   */
  public static Normaliser of(MatchTables tables) {
    return new Normaliser(tables);
  }

  private Words words(Set<String> given) {
    return Words.of(given.stream().map(this::fold).collect(Collectors.toSet()));
  }

  /**
   * A name.
   *
   * @param name the name as it is written
   * @return its normal form
   */
  public NormalName name(String name) {
    String text = digits(fold(name));
    String core = divisions.withoutPrefix(text);
    String before;
    do {
      before = core;
      core = storeForms.withoutSuffix(legalForms.withoutSuffix(core));
    } while (!core.equals(before));
    core = orElse(legalForms.without(core), orElse(core, text));
    return new NormalName(text, core, orElse(genericWords.without(core), core), numbers(text));
  }

  private static String orElse(String wanted, String otherwise) {
    return wanted.isEmpty() ? otherwise : wanted;
  }

  /**
   * An address.
   *
   * @param address the address as it is written
   * @return its normal form
   */
  public NormalAddress address(String address) {
    String text = divisions.withoutPrefix(digits(variants(separated(address))));
    text = addressWords.replace(text, word -> tables.addressWords().getOrDefault(word, ""));
    List<String> numbers = new ArrayList<>();
    StringBuilder street = new StringBuilder();
    int end = 0;
    for (Matcher number = NUMBER.matcher(text); number.find(); ) {
      street.append(text, Math.min(end, number.start()), number.start());
      numbers.add(number.group());
      end = number.end() + addressMarks.prefixLength(text, number.end());
    }
    street.append(text.substring(end));
    return new NormalAddress(street.toString().replace(" ", ""), numbers);
  }

  /** Letters and digits, with a space where something else stood between two of ASCII. */
  private static String separated(String text) {
    String folded = Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    StringBuilder separated = new StringBuilder(folded.length());
    boolean isSeparated = false;
    for (int c : folded.codePoints().toArray()) {
      if (!Character.isLetterOrDigit(c)) {
        isSeparated = true;
        continue;
      }
      int length = separated.length();
      if (isSeparated && length > 0 && c < 0x80 && separated.charAt(length - 1) < 0x80) {
        separated.append(' ');
      }
      separated.appendCodePoint(c);
      isSeparated = false;
    }
    return separated.toString();
  }

  /**
   * A telephone number.
   *
   * @param telephone the number as it is written
   * @return its digits without country code, and without area code if it is no mobile number; empty
   *     if it has too few digits to tell anything
   */
  public String telephone(String telephone) {
    StringBuilder digits = new StringBuilder();
    String folded = Normalizer.normalize(telephone, Normalizer.Form.NFKC);
    boolean isForeign = folded.strip().startsWith("+") && !folded.strip().startsWith("+86");
    folded.chars().filter(Normaliser::isDigit).forEach(c -> digits.append((char) c));
    String number = digits.toString();
    if (isForeign) {
      return number;
    }
    if (number.startsWith("0086")) {
      number = number.substring(4);
    } else if (number.startsWith("86") && number.length() > MOBILE) {
      number = number.substring(2);
    }
    if (number.startsWith("0") && number.length() > 9) { // an area code of 3 or 4 digits
      int area = number.startsWith("01") || number.startsWith("02") ? 3 : 4;
      number = number.substring(area);
    }
    return number.length() < MIN_TELEPHONE ? "" : number;
  }

  /**
   * A code or the number of a licence.
   *
   * @param code the code as it is written
   * @return its letters and digits, in one width and case
   */
  public String code(String code) {
    return letters(Normalizer.normalize(code, Normalizer.Form.NFKC)).toUpperCase(Locale.ROOT);
  }

  /** One width, one case, one way to write a character; letters and digits alone. */
  private String fold(String text) {
    String plain =
        letters(Normalizer.normalize(text, Normalizer.Form.NFKC)).toLowerCase(Locale.ROOT);
    return variants(plain);
  }

  private String variants(String plain) {
    StringBuilder folded = new StringBuilder(plain.length());
    plain
        .codePoints()
        .mapToObj(Character::toString)
        .forEach(c -> folded.append(tables.variants().getOrDefault(c, c)));
    return folded.toString();
  }

  private static String letters(String text) {
    StringBuilder letters = new StringBuilder(text.length());
    text.codePoints().filter(Character::isLetterOrDigit).forEach(letters::appendCodePoint);
    return letters.toString();
  }

  /** Numerals before a mark, or behind 第, as digits. */
  private String digits(String text) {
    StringBuilder digits = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      String numeral = tables.numerals().get(text.substring(i, i + 1));
      boolean isNumber =
          numeral != null
              && (numberMarks.prefixLength(text, i + 1) > 0
                  || (i > 0 && text.charAt(i - 1) == '第'));
      digits.append(isNumber ? numeral : text.charAt(i));
    }
    return digits.toString();
  }

  private static String numbers(String text) {
    StringBuilder numbers = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      if (isDigit(text.charAt(i))) {
        boolean begins = i == 0 || !isDigit(text.charAt(i - 1));
        numbers.append(begins && numbers.length() > 0 ? " " : "").append(text.charAt(i));
      }
    }
    return numbers.toString();
  }

  private static boolean isDigit(int c) {
    return c >= '0' && c <= '9';
  }
}

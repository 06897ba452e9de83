package io.foodsafety.form;

import io.foodsafety.rule.Expr;
import io.foodsafety.text.LocalText;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * An item to be checked (检查要点).
 *
 * @param number its number, unique in the form, such as {@code 3.10} or {@code T.1}
 * @param text what is checked, in short words
 * @param key whether it is a key item (重点项); a general one (一般项) otherwise
 * @param marks further marks, such as {@code special-food} (a T item) or {@code local}
 * @param weight what it weighs, if it weighs anything
 * @param points the most points that may be given, of an item that is marked with points
 * @param basis the rule it rests on, if it is not that of the form
 * @param appliesWhen the condition under which it applies; always if there is none
 * @param evidence the evidence that an answer must have
 */
public record FormItem(
    String number,
    LocalText text,
    boolean key,
    Set<String> marks,
    Optional<Weight> weight,
    Optional<BigDecimal> points,
    Optional<String> basis,
    Optional<Expr> appliesWhen,
    Optional<EvidenceRule> evidence) {

  /** Copies the marks. */
  public FormItem {
    marks = Set.copyOf(marks);
  }

  /**
   * What an item weighs: the same for all, or by a word that the form reads from the business.
   *
   * @param always the weight for all
   * @param byWord the weight by word; the item does not apply where its word is missing
   */
  public record Weight(Optional<BigDecimal> always, Map<String, BigDecimal> byWord) {
    /** Copies the map. */
    public Weight {
      byWord = Collections.unmodifiableMap(new TreeMap<>(byWord));
    }
  }

  /**
   * The evidence that an answer must have.
   *
   * @param kind such as {@code photo} or {@code document}
   * @param always whether it is needed for every answer that the item applies; else only if it
   *     failed
   */
  public record EvidenceRule(String kind, boolean always) {}

  /**
   * The same item in other words.
   *
   * @param newText the words
   * @return the item
   */
  public FormItem withText(LocalText newText) {
    return new FormItem(number, newText, key, marks, weight, points, basis, appliesWhen, evidence);
  }
}

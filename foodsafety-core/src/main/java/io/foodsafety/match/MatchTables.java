package io.foodsafety.match;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The words by which names and addresses are brought into a normal form. A city adds its own with
 * {@link #plus} and {@link #withDivisions}.
 *
 * @param variants characters that are written in several ways, such as 飯 for 饭
 * @param numerals characters that stand for a digit
 * @param numberMarks what stands behind a number: there numerals become digits
 * @param legalForms legal forms, such as 有限公司
 * @param storeForms what the name of a shop ends with, such as 分店
 * @param genericWords words that many names share, such as 餐饮
 * @param addressWords words of addresses with what they are read as
 * @param addressMarks words behind the numbers of an address, such as 号
 * @param divisions names of divisions, which are left out at the beginning of a name or an address
 */
public record MatchTables(
    Map<String, String> variants,
    Map<String, String> numerals,
    Set<String> numberMarks,
    Set<String> legalForms,
    Set<String> storeForms,
    Set<String> genericWords,
    Map<String, String> addressWords,
    Set<String> addressMarks,
    Set<String> divisions) {

  private static final String FORMAT = "format";

  private static final Set<String> MAPS = Set.of("variants", "numerals", "addressWords");
  private static final Set<String> LISTS =
      Set.of(
          "numberMarks", "legalForms", "storeForms", "genericWords", "addressMarks", "divisions");

  private static final class Standard {
    private static final MatchTables TABLES = read();

    private static MatchTables read() {
      try (InputStream in = MatchTables.class.getResourceAsStream("match-tables.json")) {
        if (in == null) {
          throw new IllegalStateException("The standard tables are missing.");
        }
        return parse(in.readAllBytes());
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  /** Copies the tables. */
  public MatchTables {
    variants = Map.copyOf(variants);
    numerals = Map.copyOf(numerals);
    numberMarks = Set.copyOf(numberMarks);
    legalForms = Set.copyOf(legalForms);
    storeForms = Set.copyOf(storeForms);
    genericWords = Set.copyOf(genericWords);
    addressWords = Map.copyOf(addressWords);
    addressMarks = Set.copyOf(addressMarks);
    divisions = Set.copyOf(divisions);
  }

  /** {@return the tables in the box; they name no division} */
  public static MatchTables standard() {
    return Standard.TABLES;
  }

  /**
   * Reads tables.
   *
   * @param json an object with {@code "format":1}, and any of the tables by name
   * @return the tables; those that are not named are empty
   * @throws IllegalArgumentException if it is something else
   */
  public static MatchTables parse(byte[] json) {
    Map<String, Object> members;
    try {
      members = new ObjectMapper().readValue(json, new TypeReference<>() {});
    } catch (IOException e) {
      throw new IllegalArgumentException("The tables must be an object in JSON.", e);
    }
    if (!Integer.valueOf(1).equals(members.get(FORMAT))) {
      throw new IllegalArgumentException(
          "The format (%s) of the tables must be 1.".formatted(members.get(FORMAT)));
    }
    for (String name : members.keySet()) {
      if (!name.equals(FORMAT) && !MAPS.contains(name) && !LISTS.contains(name)) {
        throw new IllegalArgumentException("The table (%s) is unknown.".formatted(name));
      }
    }
    return new MatchTables(
        map(members, "variants"),
        map(members, "numerals"),
        set(members, "numberMarks"),
        set(members, "legalForms"),
        set(members, "storeForms"),
        set(members, "genericWords"),
        map(members, "addressWords"),
        set(members, "addressMarks"),
        set(members, "divisions"));
  }

  private static Map<String, String> map(Map<String, Object> members, String name) {
    Map<String, String> map = new LinkedHashMap<>();
    Object member = members.getOrDefault(name, Map.of());
    if (!(member instanceof Map<?, ?> given)) {
      throw new IllegalArgumentException("The table (%s) must be an object.".formatted(name));
    }
    given.forEach((key, value) -> map.put(text(name, key), text(name, value)));
    return map;
  }

  private static Set<String> set(Map<String, Object> members, String name) {
    Set<String> set = new LinkedHashSet<>();
    Object member = members.getOrDefault(name, List.of());
    if (!(member instanceof List<?> given)) {
      throw new IllegalArgumentException("The table (%s) must be a list.".formatted(name));
    }
    given.forEach(value -> set.add(text(name, value)));
    return set;
  }

  private static String text(String name, Object value) {
    if (value instanceof String text) {
      return text;
    }
    throw new IllegalArgumentException("The table (%s) must hold texts only.".formatted(name));
  }

  /**
   * These tables and others.
   *
   * @param more tables that are added; where both read a word, the others count
   * @return the tables
   */
  public MatchTables plus(MatchTables more) {
    return new MatchTables(
        join(variants, more.variants),
        join(numerals, more.numerals),
        join(numberMarks, more.numberMarks),
        join(legalForms, more.legalForms),
        join(storeForms, more.storeForms),
        join(genericWords, more.genericWords),
        join(addressWords, more.addressWords),
        join(addressMarks, more.addressMarks),
        join(divisions, more.divisions));
  }

  /**
   * These tables and names of divisions.
   *
   * @param names full names, such as 江西省, 南昌市, 红谷滩区
   * @return the tables
   */
  public MatchTables withDivisions(Collection<String> names) {
    Set<String> all = new LinkedHashSet<>(divisions);
    all.addAll(names);
    return new MatchTables(
        variants,
        numerals,
        numberMarks,
        legalForms,
        storeForms,
        genericWords,
        addressWords,
        addressMarks,
        all);
  }

  private static Map<String, String> join(Map<String, String> one, Map<String, String> other) {
    Map<String, String> joined = new LinkedHashMap<>(one);
    joined.putAll(other);
    return joined;
  }

  private static Set<String> join(Set<String> one, Set<String> other) {
    Set<String> joined = new LinkedHashSet<>(one);
    joined.addAll(other);
    return joined;
  }
}

package io.foodsafety.form;

import io.foodsafety.model.fact.AttributeType;
import io.foodsafety.model.fact.AttributeValue;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A fact that comes out of every submission, or out of every failed item of one.
 *
 * @param name its name, unique in the form; part of the fact's id
 * @param kind the kind of fact
 * @param eachFailed whether there is one for each failed item
 * @param submitters the role in which the submitters stand, if any
 * @param attributes what the attributes are, by name
 */
public record FactRule(
    String name,
    String kind,
    boolean eachFailed,
    Optional<String> submitters,
    Map<String, Source> attributes) {

  /** Copies the attributes. */
  public FactRule {
    attributes = Collections.unmodifiableMap(new TreeMap<>(attributes));
  }

  /** Where the value of an attribute comes from. */
  public sealed interface Source {

    /**
     * Always the same.
     *
     * @param value the value
     */
    record Constant(AttributeValue value) implements Source {}

    /**
     * What was filled in.
     *
     * @param field the field
     */
    record OfField(FormField field) implements Source {}

    /**
     * Something that was counted.
     *
     * @param value what
     */
    record OfResult(ResultValue value) implements Source {}

    /**
     * Something about the failed item.
     *
     * @param value what
     */
    record OfItem(ItemValue value) implements Source {}

    /** {@return the type of its values} */
    default AttributeType type() {
      if (this instanceof Constant constant) {
        return constant.value().type();
      }
      if (this instanceof OfField field) {
        return field.field().type().attributeType();
      }
      return this instanceof OfResult result
          ? result.value().type()
          : ((OfItem) this).value().type();
    }
  }

  /** What can be read from the result of a submission. */
  public enum ResultValue {
    /** The id of the form. */
    FORM("form", AttributeType.CODE),
    /** The version of the form. */
    VERSION("version", AttributeType.CODE),
    /** Items that were satisfied or failed. */
    ITEMS_CHECKED("itemsChecked", AttributeType.DECIMAL),
    /** Items that failed. */
    ITEMS_FAILED("itemsFailed", AttributeType.DECIMAL),
    /** Key items that failed. */
    KEY_ITEMS_FAILED("keyItemsFailed", AttributeType.DECIMAL),
    /** Items that do not apply. */
    ITEMS_NOT_APPLICABLE("itemsNotApplicable", AttributeType.DECIMAL),
    /** Items that failed now and when they were last checked. */
    ITEMS_REPEATED("itemsRepeated", AttributeType.DECIMAL),
    /** The numbers of the items that failed. */
    FAILED_ITEMS("failedItems", AttributeType.CODES),
    /** The points earned. */
    EARNED("earned", AttributeType.DECIMAL),
    /** The points that could be earned. */
    MAXIMUM("maximum", AttributeType.DECIMAL),
    /** The points that were not earned. */
    LOST("lost", AttributeType.DECIMAL),
    /** The score. */
    SCORE("score", AttributeType.DECIMAL),
    /** {@code no-problem} or {@code problem-found}. */
    OUTCOME("outcome", AttributeType.CODE),
    /** The heaviest measure. */
    HANDLING("handling", AttributeType.CODE),
    /** The earliest deadline. */
    DEADLINE("deadline", AttributeType.DATE);

    private final String code;
    private final AttributeType type;

    ResultValue(String code, AttributeType type) {
      this.code = code;
      this.type = type;
    }

    /** {@return the name in files} */
    public String code() {
      return code;
    }

    /** {@return the type} */
    public AttributeType type() {
      return type;
    }

    /** {@return all names in files} */
    public static List<String> codes() {
      return Arrays.stream(values()).map(ResultValue::code).toList();
    }
  }

  /** What can be read of a failed item. */
  public enum ItemValue {
    /** Its number. */
    NUMBER("number", AttributeType.CODE),
    /** Whether it is a key item. */
    KEY("key", AttributeType.BOOLEAN),
    /** Whether it failed the last time it was checked, too. */
    REPEAT("repeat", AttributeType.BOOLEAN),
    /** What it weighs. */
    WEIGHT("weight", AttributeType.DECIMAL),
    /** The measure. */
    HANDLING("handling", AttributeType.CODE),
    /** The deadline. */
    DEADLINE("deadline", AttributeType.DATE);

    private final String code;
    private final AttributeType type;

    ItemValue(String code, AttributeType type) {
      this.code = code;
      this.type = type;
    }

    /** {@return the name in files} */
    public String code() {
      return code;
    }

    /** {@return the type} */
    public AttributeType type() {
      return type;
    }

    /** {@return all names in files} */
    public static List<String> codes() {
      return Arrays.stream(values()).map(ItemValue::code).toList();
    }
  }
}

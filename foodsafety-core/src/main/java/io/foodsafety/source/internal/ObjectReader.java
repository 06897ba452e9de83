package io.foodsafety.source.internal;

import io.foodsafety.model.issue.Location;
import io.foodsafety.record.internal.NearestNames;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Reads the members of an object by name and type. Whatever is wrong is collected; a required
 * member that is wrong or missing gives up the object. Call {@link #end} when all members are read:
 * it reports those that nobody asked for.
 */
public final class ObjectReader {

  private static final String DATE_ALLOWED = "a date such as 2024-12-31";

  private final SourceNode.ObjectNode node;
  private final IssueCollector issues;
  private final Set<String> asked = new LinkedHashSet<>();

  private ObjectReader(SourceNode.ObjectNode node, IssueCollector issues) {
    this.node = node;
    this.issues = issues;
  }

  /** A reader of an object; gives up if the node is something else. */
  public static ObjectReader of(SourceNode node, IssueCollector issues) {
    if (node instanceof SourceNode.ObjectNode object) {
      return new ObjectReader(object, issues);
    }
    throw wrongType(node, "an object", issues);
  }

  /** Where the object begins. */
  public Location location() {
    return node.location();
  }

  /** Where a member is, or where the object begins if there is none. */
  public Location location(String name) {
    SourceNode member = node.members().get(name);
    return member == null ? node.location() : member.location();
  }

  /** A member; null counts as absent. */
  public Optional<SourceNode> find(String name) {
    asked.add(name);
    return Optional.ofNullable(node.members().get(name))
        .filter(member -> !(member instanceof SourceNode.NullNode));
  }

  /** A member that must be there. */
  public SourceNode get(String name) {
    return find(name).orElseThrow(() -> missing(name));
  }

  /**
   * Gives up because none of several members is there: reports those that are unknown; if there are
   * none, that one is missing.
   */
  public IssueCollector.Abandoned noneOf(List<String> names) {
    asked.addAll(names);
    if (asked.containsAll(node.members().keySet())) {
      return missing(String.join(" or ", names));
    }
    end();
    return new IssueCollector.Abandoned();
  }

  private IssueCollector.Abandoned missing(String name) {
    return issues.abandon(
        SourceIssues.MISSING_MEMBER.at(node.location()).with("name", name).build());
  }

  /** A text that must be there and not be blank. */
  public String text(String name) {
    return text(get(name), issues);
  }

  /** A text, if it is there. */
  public Optional<String> findText(String name) {
    return find(name).map(member -> text(member, issues));
  }

  /** The text of a node; gives up if it is something else, or blank. */
  public static String text(SourceNode node, IssueCollector issues) {
    if (!(node instanceof SourceNode.TextNode text)) {
      throw wrongType(node, "a text", issues);
    }
    if (text.value().isBlank()) {
      throw badValue(node, "", "It is blank.", "a text", issues);
    }
    return text.value();
  }

  /** A number, if it is there. */
  public Optional<BigDecimal> findNumber(String name) {
    return find(name)
        .map(
            member -> {
              if (member instanceof SourceNode.NumberNode number) {
                return number.value();
              }
              throw wrongType(member, "a number", issues);
            });
  }

  /** A number that must be there. */
  public BigDecimal number(String name) {
    return findNumber(name).orElseThrow(() -> missing(name));
  }

  /** A number that must be there and be above zero. */
  public BigDecimal positive(String name) {
    BigDecimal number = number(name);
    if (number.signum() <= 0) {
      throw badValue(get(name), number.toPlainString(), "It is too small.", "above 0", issues);
    }
    return number;
  }

  /** A whole number in a range, if it is there. */
  public Optional<Integer> findInteger(String name, int min, int max) {
    return findNumber(name)
        .map(
            number -> {
              if (number.stripTrailingZeros().scale() > 0
                  || number.compareTo(BigDecimal.valueOf(min)) < 0
                  || number.compareTo(BigDecimal.valueOf(max)) > 0) {
                throw badValue(
                    get(name),
                    number.toPlainString(),
                    "It is out of range.",
                    "a whole number from %d to %d".formatted(min, max),
                    issues);
              }
              return number.intValueExact();
            });
  }

  /** A truth value, if it is there. */
  public Optional<Boolean> findBoolean(String name) {
    return find(name)
        .map(
            member -> {
              if (member instanceof SourceNode.BooleanNode bool) {
                return bool.value();
              }
              throw wrongType(member, "true or false", issues);
            });
  }

  /** Gives up if a node is anything but true. */
  public static void onlyTrue(SourceNode node, IssueCollector issues) {
    if (!(node instanceof SourceNode.BooleanNode bool && bool.value())) {
      throw wrongType(node, "true", issues);
    }
  }

  /** A date, if it is there. */
  public Optional<LocalDate> findDate(String name) {
    return find(name).map(member -> date(member, issues));
  }

  /** The last day in force, if there is one: not before the first. */
  public Optional<LocalDate> findEffectiveTo(Optional<LocalDate> effectiveFrom) {
    Optional<LocalDate> to = findDate("effectiveTo");
    if (to.isPresent() && effectiveFrom.isPresent() && to.get().isBefore(effectiveFrom.get())) {
      throw badValue(
          get("effectiveTo"),
          to.get().toString(),
          "It lies before effectiveFrom.",
          "a date from %s on".formatted(effectiveFrom.get()),
          issues);
    }
    return to;
  }

  /** The date that a node writes, with a year of four digits from 0001. */
  public static LocalDate date(SourceNode node, IssueCollector issues) {
    LocalDate date = parse(node, DATE_ALLOWED, LocalDate::parse, issues);
    if (date.getYear() < 1 || date.getYear() > 9999) {
      throw badValue(node, date.toString(), "It is out of range.", DATE_ALLOWED, issues);
    }
    return date;
  }

  /** The zone that a node writes. */
  public static ZoneId zone(SourceNode node, IssueCollector issues) {
    return parse(node, "a zone of the IANA data base such as Asia/Shanghai", ZoneId::of, issues);
  }

  /** The period that a node writes. */
  public static Period period(SourceNode node, IssueCollector issues) {
    return parse(node, "a period such as P1Y or P90D", Period::parse, issues);
  }

  /** A value of a type of its own that a text writes. */
  public static <T> T parse(
      SourceNode node, String allowed, Function<String, T> parser, IssueCollector issues) {
    String text = text(node, issues);
    try {
      return parser.apply(text);
    } catch (DateTimeException | IllegalArgumentException e) {
      throw badValue(node, text, "It cannot be read.", allowed, issues);
    }
  }

  /** A list; empty if it is not there. */
  public List<SourceNode> list(String name) {
    return find(name).map(member -> list(member, issues)).orElse(List.of());
  }

  /** Whether a list has no items or is not there. */
  public boolean hasNoItems(String name) {
    return find(name)
        .map(member -> member instanceof SourceNode.ListNode list && list.items().isEmpty())
        .orElse(true);
  }

  /** The items of a list; gives up if the node is something else. */
  public static List<SourceNode> list(SourceNode node, IssueCollector issues) {
    if (node instanceof SourceNode.ListNode list) {
      return list.items();
    }
    throw wrongType(node, "a list", issues);
  }

  /** The members of an object; empty if it is not there. */
  public Map<String, SourceNode> members(String name) {
    return find(name)
        .map(
            member -> {
              if (member instanceof SourceNode.ObjectNode object) {
                return object.members();
              }
              throw wrongType(member, "an object", issues);
            })
        .orElse(Map.of());
  }

  /** All members, as they stand. */
  public Map<String, SourceNode> members() {
    return node.members();
  }

  /** Reports members that nobody asked for. */
  public void end() {
    node.members()
        .forEach(
            (name, member) -> {
              if (!asked.contains(name)) {
                issues.add(
                    SourceIssues.UNKNOWN_MEMBER
                        .at(member.location())
                        .with("name", name)
                        .with("nearest", NearestNames.of(name, asked))
                        .build());
              }
            });
  }

  /** Gives up because a node is of another type. */
  public static IssueCollector.Abandoned wrongType(
      SourceNode node, String expected, IssueCollector issues) {
    return issues.abandon(
        SourceIssues.WRONG_TYPE
            .at(node.location())
            .with("actual", node.what())
            .with("expected", expected)
            .build());
  }

  /** Gives up because a node's value is not allowed. */
  public static IssueCollector.Abandoned badValue(
      SourceNode node, String value, String fault, String allowed, IssueCollector issues) {
    return issues.abandon(
        SourceIssues.BAD_VALUE
            .at(node.location())
            .with("value", value)
            .with("fault", fault)
            .with("allowed", allowed)
            .build());
  }
}

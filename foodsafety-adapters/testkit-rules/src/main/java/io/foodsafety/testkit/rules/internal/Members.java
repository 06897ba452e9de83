package io.foodsafety.testkit.rules.internal;

import io.foodsafety.model.issue.Issue;
import io.foodsafety.testkit.rules.CaseIssues;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the members of an object; whatever is wrong is collected. */
public final class Members {

  private final Map<?, ?> members;
  private final String pointer;
  private final Places places;
  private final List<Issue> issues;

  private Members(Map<?, ?> members, String pointer, Places places, List<Issue> issues) {
    this.members = members;
    this.pointer = pointer;
    this.places = places;
    this.issues = issues;
  }

  /** The members of a value, of which only those named are known; empty for anything else. */
  public static Members of(
      @Nullable Object value,
      String pointer,
      Set<String> known,
      Places places,
      List<Issue> issues) {
    if (!(value instanceof Map<?, ?> map)) {
      Members none = new Members(Map.of(), pointer, places, issues);
      none.wrong(pointer, value, "an object");
      return none;
    }
    Members members = new Members(map, pointer, places, issues);
    for (Object name : map.keySet()) {
      if (!known.contains(String.valueOf(name))) {
        issues.add(
            CaseIssues.UNKNOWN_MEMBER
                .at(places.of(Places.child(pointer, String.valueOf(name))))
                .with("name", name)
                .with("known", String.join(", ", known.stream().sorted().toList()))
                .build());
      }
    }
    return members;
  }

  /** The pointer to a member. */
  public String pointer(String name) {
    return Places.child(pointer, name);
  }

  /** Whether a member is there, null or not. */
  public boolean has(String name) {
    return members.containsKey(name);
  }

  /** A member as it stands. */
  public @Nullable Object get(String name) {
    return members.get(name);
  }

  /** Reports a member that is not there. */
  public void require(String name) {
    if (members.get(name) == null) {
      issues.add(CaseIssues.MISSING_MEMBER.at(places.of(pointer)).with("name", name).build());
    }
  }

  /** A text, if it is there. */
  public Optional<String> text(String name) {
    return value(name, String.class, "a text").filter(text -> notBlank(name, text));
  }

  private boolean notBlank(String name, String text) {
    if (text.isBlank()) {
      wrong(pointer(name), text, "a text");
    }
    return !text.isBlank();
  }

  /** A number, if it is there. */
  public Optional<BigDecimal> number(String name) {
    return value(name, BigDecimal.class, "a number");
  }

  /** A truth value, if it is there. */
  public Optional<Boolean> truth(String name) {
    return value(name, Boolean.class, "true or false");
  }

  /** A list, if it is there. */
  public List<?> list(String name) {
    return value(name, List.class, "a list").<List<?>>map(list -> list).orElse(List.of());
  }

  /** A date, if it is there. */
  public Optional<LocalDate> date(String name) {
    Optional<String> text = text(name);
    try {
      return text.map(LocalDate::parse);
    } catch (DateTimeParseException e) {
      wrong(pointer(name), text.orElseThrow(), "a date such as 2024-12-31");
      return Optional.empty();
    }
  }

  /** A text or a list of texts. */
  public List<String> texts(String name) {
    Object value = members.get(name);
    if (value instanceof List<?> list && list.stream().allMatch(String.class::isInstance)) {
      return list.stream().map(String::valueOf).toList();
    }
    if (value instanceof List<?>) {
      wrong(pointer(name), value, "a text or a list of texts");
      return List.of();
    }
    return text(name).map(List::of).orElse(List.of());
  }

  private <T> Optional<T> value(String name, Class<T> type, String expected) {
    Object value = members.get(name);
    if (value == null || type.isInstance(value)) {
      return Optional.ofNullable(value).map(type::cast);
    }
    wrong(pointer(name), value, expected);
    return Optional.empty();
  }

  /** Reports a value of another type. */
  public void wrong(String at, @Nullable Object value, String expected) {
    issues.add(
        CaseIssues.WRONG_VALUE
            .at(places.of(at))
            .with("value", String.valueOf(value))
            .with("expected", expected)
            .build());
  }
}

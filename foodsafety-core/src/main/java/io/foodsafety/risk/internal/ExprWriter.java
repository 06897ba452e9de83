package io.foodsafety.risk.internal;

import io.foodsafety.rule.Expr;
import io.foodsafety.rule.ExprVisitor;
import io.foodsafety.rule.LookupTable;
import io.foodsafety.rule.Selection;
import io.foodsafety.rule.Value;
import io.foodsafety.rule.Window;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Writes expressions as they stand in policies; keeps the definitions and tables they use. */
final class ExprWriter implements ExprVisitor<Object> {

  private final Map<String, Object> definitions = new TreeMap<>();
  private final Map<String, LookupTable> tables = new TreeMap<>();

  /** The expression as JSON: a number, a text, a truth value, a list, or an object. */
  Object write(Expr expr) {
    return expr.accept(this);
  }

  /** The definitions that were used. */
  Map<String, Object> definitions() {
    return definitions;
  }

  /** The tables that were used. */
  Map<String, LookupTable> tables() {
    return tables;
  }

  private List<Object> all(List<Expr> exprs) {
    return exprs.stream().map(this::write).toList();
  }

  private static Map<String, Object> operation(String name, Object operand) {
    return Map.of(name, operand);
  }

  private static String code(Enum<?> name) {
    return name.name().toLowerCase(Locale.ROOT);
  }

  @Override
  public Object literal(Expr.Literal expr) {
    Value value = expr.value();
    if (value instanceof Value.Num num) {
      return num.value();
    }
    if (value instanceof Value.Text text) {
      return text.value();
    }
    if (value instanceof Value.Bool bool) {
      return bool.value();
    }
    return value instanceof Value.Words words
        ? words.value()
        : operation("date", ((Value.Day) value).value().toString());
  }

  @Override
  public Object subjectAttribute(Expr.SubjectAttribute expr) {
    return operation("subject", expr.name());
  }

  @Override
  public Object factAttribute(Expr.FactAttribute expr) {
    return operation("fact", expr.name());
  }

  @Override
  public Object asOfDate(Expr.AsOfDate expr) {
    return operation("asOf", true);
  }

  @Override
  public Object reference(Expr.Reference expr) {
    boolean isOwnValue = expr.name().equals(Definitions.VALUE);
    if (!isOwnValue && !definitions.containsKey(expr.name())) {
      definitions.put(expr.name(), write(expr.target()));
    }
    return operation("ref", expr.name());
  }

  @Override
  public Object overFacts(Expr.OverFacts expr) {
    Map<String, Object> members = selection(expr.selection());
    expr.of().ifPresent(of -> members.put("of", write(of)));
    return operation(expr.aggregate().code(), members);
  }

  @Override
  public Object grouped(Expr.Grouped expr) {
    Map<String, Object> members = selection(expr.selection());
    members.put("key", write(expr.key()));
    members.put("each", expr.each().code());
    expr.of().ifPresent(of -> members.put("of", write(of)));
    members.put("outer", expr.outer().code());
    return operation("groupBy", members);
  }

  @Override
  public Object pick(Expr.Pick expr) {
    Map<String, Object> members = selection(expr.selection());
    members.put("take", code(expr.take()));
    expr.by().ifPresent(by -> members.put("by", write(by)));
    members.put("read", write(expr.read()));
    return operation("pick", members);
  }

  private Map<String, Object> selection(Selection selection) {
    Map<String, Object> members = new LinkedHashMap<>();
    members.put("kind", selection.kind());
    members.put("role", selection.role());
    selection.where().ifPresent(where -> members.put("where", write(where)));
    if (!(selection.window() instanceof Window.Everything)) {
      members.put("window", window(selection.window()));
    }
    return members;
  }

  private Map<String, Object> window(Window window) {
    if (window instanceof Window.Rolling rolling) {
      return operation("rolling", rolling.length().toString());
    }
    if (window instanceof Window.Calendar calendar) {
      return Map.of(
          "calendar", code(calendar.unit()), "offset", BigDecimal.valueOf(calendar.offset()));
    }
    if (window instanceof Window.Anchored anchored) {
      return Map.of(
          "anchored",
          write(anchored.anchor()),
          "every",
          anchored.every().toString(),
          "offset",
          BigDecimal.valueOf(anchored.offset()));
    }
    if (window instanceof Window.Since since) {
      return operation("since", write(since.from()));
    }
    if (window instanceof Window.Sliding sliding) {
      String length = sliding.length().toString();
      return sliding.within() instanceof Window.Everything
          ? operation("sliding", length)
          : Map.of("sliding", length, "within", window(sliding.within()));
    }
    return operation("inForce", true);
  }

  @Override
  public Object lookup(Expr.Lookup expr) {
    tables.put(expr.table().name(), expr.table());
    return operation("table", Map.of("name", expr.table().name(), "of", write(expr.key())));
  }

  @Override
  public Object arithmetic(Expr.Arithmetic expr) {
    return operation(code(expr.operator()), all(expr.operands()));
  }

  @Override
  public Object round(Expr.Round expr) {
    return operation(
        "round", Map.of("of", write(expr.of()), "scale", BigDecimal.valueOf(expr.scale())));
  }

  @Override
  public Object compare(Expr.Compare expr) {
    return operation(code(expr.comparison()), all(List.of(expr.left(), expr.right())));
  }

  @Override
  public Object in(Expr.In expr) {
    return operation("in", all(List.of(expr.text(), expr.words())));
  }

  @Override
  public Object joined(Expr.Joined expr) {
    return operation(code(expr.junction()), all(expr.operands()));
  }

  @Override
  public Object known(Expr.Known expr) {
    return operation("known", write(expr.of()));
  }

  @Override
  public Object orElse(Expr.OrElse expr) {
    return operation("orElse", all(expr.operands()));
  }

  @Override
  public Object choice(Expr.If expr) {
    return operation(
        "if",
        Map.of(
            "when",
            write(expr.condition()),
            "then",
            write(expr.then()),
            "else",
            write(expr.otherwise())));
  }

  @Override
  public Object datePlus(Expr.DatePlus expr) {
    return operation(
        "datePlus", Map.of("date", write(expr.date()), "period", expr.period().toString()));
  }

  @Override
  public Object daysBetween(Expr.DaysBetween expr) {
    return operation("daysBetween", all(List.of(expr.from(), expr.to())));
  }
}

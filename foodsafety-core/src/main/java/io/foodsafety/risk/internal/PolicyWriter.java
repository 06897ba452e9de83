package io.foodsafety.risk.internal;

import io.foodsafety.fact.FactCatalogue;
import io.foodsafety.model.fact.AttributeDeclaration;
import io.foodsafety.model.fact.FactKind;
import io.foodsafety.model.grade.Grade;
import io.foodsafety.record.CanonicalJson;
import io.foodsafety.risk.RiskPolicy;
import io.foodsafety.rule.Bands;
import io.foodsafety.rule.Interval;
import io.foodsafety.rule.LookupTable;
import io.foodsafety.text.LocalText;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;

/**
 * Writes a policy as a document that needs nothing beside it: tables of a region with their rows,
 * everything declared that may be read. The same policy gives the same bytes.
 */
public final class PolicyWriter {

  private final RiskPolicy policy;
  private final ExprWriter exprs = new ExprWriter();

  private PolicyWriter(RiskPolicy policy) {
    this.policy = policy;
  }

  /** The document, canonical JSON in UTF-8. */
  public static byte[] write(RiskPolicy policy) {
    return CanonicalJson.write(new PolicyWriter(policy).document());
  }

  /** The document before it becomes bytes. */
  static Map<String, Object> document(RiskPolicy policy) {
    return new PolicyWriter(policy).document();
  }

  private Map<String, Object> document() {
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("policy", policy.id());
    document.put("version", policy.version());
    policy.texts().title().ifPresent(title -> document.put("title", text(title)));
    document.put("zone", policy.zone().getId());
    policy.effectiveFrom().ifPresent(day -> document.put("effectiveFrom", day.toString()));
    policy.effectiveTo().ifPresent(day -> document.put("effectiveTo", day.toString()));
    document.put(
        "scale",
        Map.of(
            "id",
            policy.scale().id(),
            "better",
            policy.scale().better().name().toLowerCase(Locale.ROOT),
            "grades",
            policy.scale().labels()));
    document.put("pointsScale", BigDecimal.valueOf(policy.pointsScale()));
    document.put("declares", declarations(policy.catalogue()));
    policy.appliesTo().ifPresent(when -> document.put("appliesTo", exprs.write(when)));
    document.put(
        "noGrade",
        each(
            policy.exclusions(),
            rule -> rule(rule.item(), rule.basis(), "when", exprs.write(rule.when()))));
    document.put("static", lines(RiskPolicy.Section.STATIC));
    document.put("dynamic", lines(RiskPolicy.Section.DYNAMIC));
    document.put(
        "bestOf",
        each(policy.bestOfs(), bestOf -> Map.of("item", bestOf.item(), "of", bestOf.of())));
    document.put("caps", each(policy.caps(), this::cap));
    document.put("bands", grades(policy.bands()));
    document.put(
        "limits",
        each(
            policy.limits(),
            limit -> {
              Map<String, Object> rule =
                  rule(limit.item(), limit.basis(), "value", exprs.write(limit.value()));
              rule.put("bands", grades(limit.bands()));
              return rule;
            }));
    document.put(
        "directGrades",
        each(
            policy.directGrades(),
            direct -> {
              Map<String, Object> rule =
                  rule(direct.item(), direct.basis(), "when", exprs.write(direct.when()));
              rule.put("grade", direct.grade().label());
              return rule;
            }));
    document.put("adjustments", each(policy.adjustments(), this::adjustment));
    document.put(
        "inspectionsPerYear", each(policy.inspectionsPerYear(), PolicyWriter::inspections));
    document.put("define", exprs.definitions());
    document.put("tables", tables());
    return document;
  }

  private static <T> List<Object> each(List<T> items, Function<T, Map<String, Object>> write) {
    return new ArrayList<>(items.stream().map(write).toList());
  }

  private Map<String, Object> rule(String item, String basis, String name, Object expr) {
    Map<String, Object> rule = new LinkedHashMap<>();
    rule.put("item", item);
    policy.texts().name(item).ifPresent(each -> rule.put("name", text(each)));
    rule.put("basis", basis);
    rule.put(name, expr);
    return rule;
  }

  private static Map<String, Object> text(LocalText text) {
    return Map.of("zh", text.zh(), "en", text.en());
  }

  private List<Object> lines(RiskPolicy.Section section) {
    List<RiskPolicy.Line> lines =
        policy.lines().stream().filter(line -> line.section() == section).toList();
    return each(
        lines,
        line -> {
          Map<String, Object> rule =
              rule(line.item(), line.basis(), "value", exprs.write(line.value()));
          line.when().ifPresent(when -> rule.put("when", exprs.write(when)));
          line.points().ifPresent(points -> rule.put("points", exprs.write(points)));
          return rule;
        });
  }

  private Map<String, Object> cap(RiskPolicy.Cap cap) {
    Map<String, Object> rule = rule(cap.item(), cap.basis(), "of", cap.of());
    cap.min().ifPresent(min -> rule.put("min", min));
    cap.max().ifPresent(max -> rule.put("max", max));
    return rule;
  }

  private Map<String, Object> adjustment(RiskPolicy.Adjustment adjustment) {
    Map<String, Object> rule =
        rule(adjustment.item(), adjustment.basis(), "when", exprs.write(adjustment.when()));
    rule.put("affects", adjustment.affects() == RiskPolicy.Affects.GRADE ? "grade" : "nextGrade");
    rule.put("by", BigDecimal.valueOf(adjustment.by()));
    rule.put("group", adjustment.group());
    return rule;
  }

  private static Map<String, Object> inspections(RiskPolicy.Inspections inspections) {
    Map<String, Object> rule = new LinkedHashMap<>();
    rule.put("grade", inspections.grade().label());
    rule.put("min", inspections.min());
    inspections.max().ifPresent(max -> rule.put("max", max));
    rule.put("basis", inspections.basis());
    return rule;
  }

  private static List<Object> grades(Bands<Grade> bands) {
    return each(bands.bands(), band -> band(band.interval(), "grade", band.result().label()));
  }

  private static Map<String, Object> band(Interval interval, String name, Object result) {
    Map<String, Object> band = new LinkedHashMap<>();
    interval
        .lower()
        .ifPresent(bound -> band.put(interval.lowerIncluded() ? "from" : "above", bound));
    interval.upper().ifPresent(bound -> band.put(interval.upperIncluded() ? "to" : "below", bound));
    band.put(name, result);
    return band;
  }

  private Map<String, Object> tables() {
    Map<String, Object> tables = new LinkedHashMap<>();
    exprs.tables().forEach((name, table) -> tables.put(name, table(table)));
    return tables;
  }

  private static Map<String, Object> table(LookupTable table) {
    Map<String, Object> written = new LinkedHashMap<>();
    if (table.toBeLoaded().isPresent()) {
      written.put("toBeLoaded", table.toBeLoaded().get());
      return written;
    }
    table.otherwise().ifPresent(row -> written.put("otherwise", row));
    if (table.ranges().isPresent()) {
      written.put(
          "ranges",
          each(
              table.ranges().get().bands(), band -> band(band.interval(), "value", band.result())));
    } else {
      written.put("words", table.words());
    }
    return written;
  }

  private static Map<String, Object> declarations(FactCatalogue catalogue) {
    List<Object> facts = new ArrayList<>();
    for (FactKind kind : catalogue.kinds()) {
      facts.add(
          Map.of(
              "kind",
              kind.name(),
              "attributes",
              kind.attributes().stream().map(PolicyWriter::declaration).toList()));
    }
    List<Map<String, Object>> subject =
        catalogue.subjectAttributes().stream().map(PolicyWriter::declaration).toList();
    return Map.of("facts", facts, "subject", subject);
  }

  private static Map<String, Object> declaration(AttributeDeclaration attribute) {
    Map<String, Object> declaration = new LinkedHashMap<>();
    declaration.put("name", attribute.name());
    declaration.put("type", attribute.type().code());
    declaration.put("required", attribute.required());
    attribute.unit().ifPresent(unit -> declaration.put("unit", unit.code()));
    if (attribute.sealed()) {
      declaration.put("sealed", true);
    }
    return declaration;
  }
}

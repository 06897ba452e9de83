package io.foodsafety.risk.internal;

import io.foodsafety.model.grade.Grade;
import io.foodsafety.risk.GradeOutlook;
import io.foodsafety.risk.RiskAssessment;
import java.io.IOException;
import java.time.LocalDate;
import java.util.Locale;

/** Writes an outlook as JSON. */
public final class OutlookJson {

  private final JsonFields json;
  private final Locale locale;

  private OutlookJson(JsonFields json, Locale locale) {
    this.json = json;
    this.locale = locale;
  }

  /** One line without a line break. */
  public static String write(GradeOutlook outlook, Locale locale) {
    return JsonFields.line(fields -> new OutlookJson(fields, locale).outlook(outlook));
  }

  private void outlook(GradeOutlook outlook) throws IOException {
    json.text("type", "outlook");
    json.text("subject", outlook.now().subject());
    json.text("asOf", outlook.now().asOf().moment().toString());
    json.text("until", outlook.until().toString());
    json.policy("policy", outlook.now().policy());
    json.object("now", fields -> outcome(outlook.now()));
    json.list(
        "facts",
        outlook.facts(),
        each -> {
          json.text("fact", each.fact().id());
          json.text("kind", each.fact().kind());
          json.text("at", each.fact().at().toString());
          json.texts("items", each.items());
          json.object("without", fields -> outcome(each.without()));
          json.text("gone", each.gone().map(LocalDate::toString));
        });
    json.list(
        "changes",
        outlook.changes(),
        each -> {
          json.text("day", each.day().toString());
          outcome(each.assessment());
          json.texts("left", each.left());
        });
  }

  private void outcome(RiskAssessment assessment) throws IOException {
    json.outcome(assessment, locale);
    json.text("nextGrade", assessment.nextGrade().map(Grade::label));
  }
}

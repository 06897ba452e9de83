package io.foodsafety.form.internal;

import io.foodsafety.form.FactRule;
import io.foodsafety.form.FormComparison;
import io.foodsafety.form.FormItem;
import io.foodsafety.form.FormResult;
import io.foodsafety.form.FormTemplate;
import io.foodsafety.form.Handling;
import io.foodsafety.form.Measure;
import io.foodsafety.form.Submission;
import io.foodsafety.model.fact.AttributeValue;
import io.foodsafety.model.fact.Fact;
import io.foodsafety.model.fact.SubjectRef;
import io.foodsafety.model.fact.SubjectType;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Makes the facts that a form declares out of one submission. */
public final class FactMaking {

  private static final MathContext STORABLE = new MathContext(18);

  private final FormTemplate form;
  private final Submission submission;
  private final Applicability applicability;
  private final FormResult result;
  private final FormComparison comparison;

  /** All that facts are made of. */
  public FactMaking(
      FormTemplate form,
      Submission submission,
      Applicability applicability,
      FormResult result,
      FormComparison comparison) {
    this.form = form;
    this.submission = submission;
    this.applicability = applicability;
    this.result = result;
    this.comparison = comparison;
  }

  /** The facts, in the order of the form. */
  public List<Fact> facts() {
    List<Fact> facts = new ArrayList<>();
    for (FactRule rule : form.facts()) {
      String id = submission.id() + "/" + rule.name();
      if (rule.eachFailed()) {
        for (String number : result.failedItems()) {
          facts.add(fact(rule, id + "/" + number, form.findItem(number)));
        }
      } else {
        facts.add(fact(rule, id, Optional.empty()));
      }
    }
    return facts;
  }

  private Fact fact(FactRule rule, String id, Optional<FormItem> item) {
    Fact.Builder fact =
        Fact.builder(id, rule.kind(), submission.subject(), submission.at())
            .source("submission/" + submission.id());
    rule.attributes()
        .forEach(
            (name, source) -> value(source, item).ifPresent(value -> fact.attribute(name, value)));
    rule.submitters().ifPresent(role -> people(fact, role));
    return fact.build();
  }

  private void people(Fact.Builder fact, String role) {
    List<String> people = submission.submitters().stream().distinct().toList();
    for (int i = 0; i < people.size(); i++) {
      String each = i == 0 ? role : role + "-" + (i + 1);
      fact.ref(each, SubjectRef.of(SubjectType.PERSON, people.get(i)));
    }
  }

  private Optional<AttributeValue> value(FactRule.Source source, Optional<FormItem> item) {
    if (source instanceof FactRule.Source.Constant constant) {
      return Optional.of(constant.value());
    }
    if (source instanceof FactRule.Source.OfField field) {
      return Optional.ofNullable(submission.values().get(field.field().name()))
          .flatMap(value -> FieldValues.typed(field.field(), value));
    }
    return source instanceof FactRule.Source.OfResult of
        ? result(of.value())
        : item.flatMap(each -> item(((FactRule.Source.OfItem) source).value(), each));
  }

  private Optional<AttributeValue> result(FactRule.ResultValue value) {
    return switch (value) {
      case FORM -> Optional.of(AttributeValue.code(form.id()));
      case VERSION -> Optional.of(AttributeValue.code(form.version()));
      case ITEMS_CHECKED -> count(result.checked());
      case ITEMS_FAILED -> count(result.failed());
      case KEY_ITEMS_FAILED -> count(result.keyFailed());
      case ITEMS_NOT_APPLICABLE -> count(result.notApplicable());
      case ITEMS_REPEATED -> count(comparison.repeated().size());
      case FAILED_ITEMS -> Optional.of(AttributeValue.codes(result.failedItems()));
      case EARNED -> number(result.earned());
      case MAXIMUM -> number(result.maximum());
      case LOST -> number(result.lost());
      case SCORE -> number(result.score());
      case OUTCOME -> Optional.of(AttributeValue.code(result.outcome()));
      case HANDLING -> result.heaviest().map(Measure::code).map(AttributeValue::code);
      case DEADLINE -> result.deadline().map(AttributeValue::date);
    };
  }

  private Optional<AttributeValue> item(FactRule.ItemValue value, FormItem item) {
    Optional<Handling> handling = submission.handlingOf(item.number());
    return switch (value) {
      case NUMBER -> Optional.of(AttributeValue.code(item.number()));
      case KEY -> Optional.of(AttributeValue.bool(item.key()));
      case REPEAT ->
          Optional.of(AttributeValue.bool(comparison.repeated().contains(item.number())));
      case WEIGHT -> number(applicability.weight(item));
      case HANDLING -> handling.map(each -> AttributeValue.code(each.measure().code()));
      case DEADLINE -> handling.flatMap(Handling::deadline).map(AttributeValue::date);
    };
  }

  private static Optional<AttributeValue> count(int count) {
    return Optional.of(AttributeValue.decimal(count));
  }

  private static Optional<AttributeValue> number(Optional<BigDecimal> number) {
    return number.map(each -> new AttributeValue.Decimal(each.round(STORABLE)));
  }
}

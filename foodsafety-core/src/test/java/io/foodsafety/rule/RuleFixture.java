package io.foodsafety.rule;

import io.foodsafety.fact.AsOf;
import io.foodsafety.fact.FactCatalogue;
import io.foodsafety.fact.FactHistory;
import io.foodsafety.model.fact.AttributeValue;
import io.foodsafety.model.fact.Fact;
import io.foodsafety.model.fact.SubjectRef;
import io.foodsafety.model.subject.Licence;
import io.foodsafety.model.subject.Subject;
import io.foodsafety.risk.RiskPolicy;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/**
 * One expression over the facts of the business S1. Expressions are written as in a policy file,
 * with single quotes; facts as in {@link FactNotation}. The kinds {@code event} and {@code other}
 * have the attributes n and m (decimal), c (code), s (string), b (boolean), d (date) and ws (list);
 * the subject has num, word, text, flag, day and words of the same types.
 */
final class RuleFixture {

  private static final String ATTRIBUTES =
      "[{'name':'n','type':'decimal'},{'name':'m','type':'decimal'},{'name':'c','type':'code'},"
          + "{'name':'s','type':'string'},{'name':'b','type':'boolean'},"
          + "{'name':'d','type':'date'},{'name':'ws','type':'codes'}]";

  private static final String POLICY =
      "{'policy':'test','version':'1','zone':'%s',"
          + "'scale':{'id':'test','better':'lower','grades':['A']},"
          + "'declares':{'facts':[{'kind':'event','attributes':"
          + ATTRIBUTES
          + "},{'kind':'other','attributes':"
          + ATTRIBUTES
          + "}],"
          + "'subject':[{'name':'num','type':'decimal'},{'name':'word','type':'code'},"
          + "{'name':'text','type':'string'},{'name':'flag','type':'boolean'},"
          + "{'name':'day','type':'date'},{'name':'words','type':'codes'}]},"
          + "'tables':{"
          + "'area':{'ranges':[{'below':0,'value':-1},{'from':0,'to':200,'value':1},"
          + "{'above':200,'below':1000,'value':2},{'from':1000,'to':1000,'value':3},"
          + "{'above':1000,'value':4}]},"
          + "'open':{'ranges':[{'above':0,'to':10,'value':5},{'from':20,'below':30,'value':7}],"
          + "'otherwise':-9},"
          + "'bounded':{'ranges':[{'from':0,'to':10,'value':1}]},"
          + "'kinds':{'words':{'a':1,'b':2.5,'c':-3}},"
          + "'kindsOr':{'words':{'a':1,'b':2.5},'otherwise':0.5}},"
          + "'define':{%s},"
          + "'static':[{'item':'x','value':%s,'points':0,'basis':'-'}],"
          + "'bands':[{'grade':'A'}]}";

  private final Subject subject;
  private final ZoneId zone;
  private final String definitions;

  private RuleFixture(Subject subject, ZoneId zone, String definitions) {
    this.subject = subject;
    this.zone = zone;
    this.definitions = definitions;
  }

  /** A value and the ids of the facts that it rests on. */
  record Outcome(Value value, List<String> evidence) {
    /**
     * The value; for an unknown one a question mark, the code and its slots in the order of their
     * names.
     */
    String text() {
      if (value instanceof Value.Unknown unknown) {
        return "? "
            + unknown.reason().code().substring("FS-RULE-".length())
            + " "
            + String.join(" ", unknown.reason().attributes().values());
      }
      if (value instanceof Value.Num num) {
        return num.value().toPlainString();
      }
      return value instanceof Value.Text text
          ? text.value()
          : value instanceof Value.Day day
              ? day.value().toString()
              : value instanceof Value.Words words
                  ? words.value().toString()
                  : String.valueOf(((Value.Bool) value).value());
    }

    /** The ids, separated by blanks. */
    String cited() {
      return String.join(" ", evidence);
    }
  }

  /** S1 without attributes, in China. */
  static RuleFixture inShanghai() {
    return new RuleFixture(Subject.builder("S1", "One").build(), ZoneId.of("Asia/Shanghai"), "");
  }

  RuleFixture in(String newZone) {
    return new RuleFixture(subject, ZoneId.of(newZone), definitions);
  }

  RuleFixture defining(String newDefinitions) {
    return new RuleFixture(subject, zone, newDefinitions);
  }

  RuleFixture with(String attribute, AttributeValue value) {
    return with(subject.toBuilder().attribute(attribute, value).build());
  }

  RuleFixture with(Licence licence) {
    return with(subject.toBuilder().licence(licence).build());
  }

  RuleFixture with(Subject newSubject) {
    return new RuleFixture(newSubject, zone, definitions);
  }

  Subject subject() {
    return subject;
  }

  /** The policy whose only line has the value given. */
  RiskPolicy policy(String expression) {
    String json = POLICY.formatted(zone, definitions, expression).replace('\'', '"');
    return RiskPolicy.parse(json.getBytes(StandardCharsets.UTF_8), "test", FactCatalogue.empty());
  }

  /** The value at the end of a day. */
  Outcome on(String date, String expression, String facts) {
    return evaluate(AsOf.date(LocalDate.parse(date)), expression, history(facts));
  }

  /** The value at the end of a day, of what was recorded before an instant. */
  Outcome knownBefore(String instant, String date, String expression, String facts) {
    return evaluate(
        AsOf.date(LocalDate.parse(date)),
        expression,
        history(facts).knownBefore(Instant.parse(instant)));
  }

  /** The value as of one of the facts. */
  Outcome asOfFact(String id, String expression, String facts) {
    FactHistory history = history(facts);
    Fact fact =
        history.facts().stream().filter(each -> each.id().equals(id)).findFirst().orElseThrow();
    return evaluate(AsOf.fact(fact), expression, history);
  }

  private FactHistory history(String facts) {
    return new FactNotation(policy("0").catalogue(), "event").history(facts);
  }

  private Outcome evaluate(AsOf asOf, String expression, FactHistory history) {
    Expr expr = policy(expression).lines().get(0).value();
    RuleContext context =
        RuleContext.of(SubjectRef.business("S1"), Optional.of(subject), history, asOf, zone);
    Interpreter interpreter = new Interpreter(context);
    Value value = interpreter.evaluate(expr);
    return new Outcome(value, List.copyOf(interpreter.evidence()));
  }
}

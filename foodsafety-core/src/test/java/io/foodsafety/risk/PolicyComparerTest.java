package io.foodsafety.risk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.foodsafety.fact.AsOf;
import io.foodsafety.fact.FactHistory;
import io.foodsafety.model.code.DivisionCode;
import io.foodsafety.model.fact.AttributeValue;
import io.foodsafety.model.fact.Fact;
import io.foodsafety.model.fact.SubjectRef;
import io.foodsafety.model.subject.Subject;
import io.foodsafety.model.time.Moment;
import io.foodsafety.risk.GradeOutcome.Direction;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class PolicyComparerTest {

  private static final AsOf DAY = AsOf.date(LocalDate.of(2024, 6, 30));

  private static final String INSPECTIONS =
      "'inspectionsPerYear':[{'grade':'A','min':0.5,'basis':'-'},"
          + "{'grade':'B','min':1,'max':2,'basis':'-'},{'grade':'C','min':2,'max':3,'basis':'-'}]";

  private static final String X = "{'item':'x','value':{'subject':'x'},'basis':'-'}";
  private static final String Y = "{'item':'y','value':{'subject':'y'},'basis':'-'}";
  private static final String Z = "{'item':'z','value':{'orElse':[{'subject':'z'},0]},'basis':'-'}";

  private final List<PolicyMove> moves = new ArrayList<>();

  private static GradingFixture policy(String members) {
    return GradingFixture.of(members + "," + INSPECTIONS);
  }

  /** Businesses S0, S1 … with attributes, in two counties by turns. */
  private PolicyComparison compare(GradingFixture a, GradingFixture b, String... businesses) {
    PolicyComparer comparer = PolicyComparer.of(a.policy(), b.policy(), DAY, moves::add);
    for (int i = 0; i < businesses.length; i++) {
      Subject subject =
          a.subject(businesses[i]).toBuilder()
              .division(DivisionCode.of(i % 2 == 0 ? "360102001" : "360103"))
              .build();
      comparer.add("S" + i, Optional.of(subject), FactHistory.empty());
    }
    return comparer.end();
  }

  private static String matrix(GradeTransitions transitions) {
    List<String> cells = new ArrayList<>();
    for (GradeOutcome a : transitions.rows()) {
      for (GradeOutcome b : transitions.columns()) {
        if (transitions.count(a, b) > 0) {
          cells.add(a.label() + ">" + b.label() + "=" + transitions.count(a, b));
        }
      }
    }
    return String.join(" ", cells);
  }

  private String movesInShort() {
    return moves.stream()
        .map(
            move ->
                "%s %s %s %s"
                    .formatted(
                        move.subject(),
                        move.direction().code(),
                        move.reasons(),
                        move.differences().stream()
                            .map(each -> each.item() + "=" + each.points().toPlainString())
                            .toList()))
        .collect(Collectors.joining("\n"));
  }

  private static String load(Optional<InspectionLoad> load) {
    return load.map(each -> each.min() + "-" + each.max() + " " + each.without()).orElse("-");
  }

  @Test
  void countsWhoMovesAndWhy() {
    PolicyComparison comparison =
        compare(
            policy("'static':[" + X + "]"),
            policy("'static':[" + X + "," + Y + "," + Z + "]"),
            "x=5 y=0", // A to A
            "x=5 y=7", // A to B: 12
            "x=25 y=-10 z=1", // C to B: y pulls, z does not
            "x=5", // A to incomplete
            "y=1"); // incomplete to incomplete

    assertThat(matrix(comparison.transitions()))
        .isEqualTo("A>A=1 A>B=1 A>incomplete=1 C>B=1 incomplete>incomplete=1");
    assertThat(comparison.transitions().total()).isEqualTo(5);
    assertThat(comparison.transitions().moved()).isEqualTo(3);
    assertThat(comparison.transitions().count(Direction.BETTER)).isEqualTo(1);
    assertThat(comparison.transitions().count(Direction.WORSE)).isEqualTo(1);
    assertThat(comparison.transitions().count(Direction.OTHER)).isEqualTo(1);
    assertThat(movesInShort())
        .isEqualTo(
            """
            S1 worse [y] [y=7.00]
            S2 better [y] [y=-10.00, z=1.00]
            S3 other [y] [y=0]""");
    assertThat(comparison.reasons())
        .containsExactly(new PolicyComparison.ReasonCount("y", 1, 1, 1));
  }

  @Test
  void countsInspectionsByCounty() {
    PolicyComparison comparison =
        compare(
            policy("'static':[" + X + "]"),
            policy("'static':[" + X + "," + Y + "]"),
            "x=5 y=0", // 360102: A to A
            "x=5 y=7", // 360103: A to B
            "x=25 y=0", // 360102: C to C
            "x=35 y=0", // 360103: D to D, for which no number is named
            "x=5"); // 360102: A to incomplete

    assertThat(load(comparison.inspectionsA())).isEqualTo("3.5-4.5 1");
    assertThat(load(comparison.inspectionsB())).isEqualTo("3.5-5.5 2");
    assertThat(comparison.divisions())
        .extracting(
            each ->
                each.division().orElseThrow()
                    + ": "
                    + load(each.inspectionsA())
                    + ", "
                    + load(each.inspectionsB()))
        .containsExactly("360102: 3.0-4.0 0, 2.5-3.5 1", "360103: 0.5-0.5 1, 1.0-2.0 1");
  }

  @Test
  void businessesOfNoKnownDivisionComeLast() {
    GradingFixture policy = GradingFixture.of("'static':[" + X + "]");
    PolicyComparer comparer = PolicyComparer.of(policy.policy(), policy.policy(), DAY, moves::add);
    comparer.add("S1", Optional.empty(), FactHistory.empty());
    comparer.add(
        "S2",
        Optional.of(policy.subject("x=1").toBuilder().division(DivisionCode.of("990000")).build()),
        FactHistory.empty());
    PolicyComparison comparison = comparer.end();

    assertThat(comparison.divisions())
        .extracting(PolicyComparison.OfDivision::division)
        .containsExactly(Optional.of(DivisionCode.of("990000")), Optional.empty());
    assertThat(comparison.inspectionsA()).isEmpty();
    assertThat(moves).isEmpty();
    assertThatThrownBy(() -> comparer.add("S3", Optional.empty(), FactHistory.empty()))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void namesBandsDirectGradesLimitsAndAdjustments() {
    String lower = "'static':[" + X + "]";
    String direct = "'directGrades':[{'item':'d','when':{'orElse':[{'subject':'p'},false]},";
    String adjusted = "'adjustments':[{'item':'m','affects':'grade','by':1,'when':";
    compare(
        policy(lower), policy(lower + "," + direct + "'grade':'D','basis':'-'}]"), "x=5 p=true");
    compare(
        policy(lower + "," + direct + "'grade':'D','basis':'-'}]"),
        policy(lower + "," + direct + "'grade':'B','basis':'-'}]"),
        "x=35 p=true");
    compare(
        policy(lower + "," + adjusted + "true,'basis':'-'}]"),
        policy(lower + "," + adjusted + "false,'basis':'-'}]"),
        "x=5");
    compare(
        policy(lower),
        GradingFixture.ofJson(
            """
            {'policy':'bands','version':'1','zone':'UTC',
             'scale':{'id':'test','better':'lower','grades':['A','B','C','D']},
             'declares':{'subject':[{'name':'x','type':'decimal'}]},
             'static':[%s],
             'bands':[{'grade':'A','to':4},{'grade':'B','above':4}]}
            """
                .formatted(X)),
        "x=5");

    assertThat(moves)
        .extracting(move -> move.direction().code() + " " + move.reasons())
        .containsExactly("worse [d]", "better [d]", "better [m]", "worse [$bands]");
  }

  @Test
  void saysThatAPolicyDoesNotApply() {
    compare(
        policy("'static':[" + X + "]"),
        policy("'static':[" + X + "],'appliesTo':{'orElse':[{'subject':'p'},false]}"),
        "x=5");
    compare(
        policy("'static':[" + X + "]"),
        policy("'static':[" + X + "],'noGrade':[{'item':'n','when':true,'basis':'-'}]"),
        "x=5");
    compare(
        policy("'static':[" + X + "]"),
        policy("'static':[{'item':'x','value':{'add':[{'subject':'x'},2000]},'basis':'-'}]"),
        "x=5");

    assertThat(moves)
        .extracting(move -> GradeOutcome.of(move.b()).label() + " " + move.reasons())
        .containsExactly("none [$applies]", "none [n]", "none [$bands]");
  }

  @Test
  void theGradeOfTheNextPeriodIsNoMove() {
    String next =
        "'adjustments':[{'item':'m','affects':'nextGrade','by':1,'when':true,'basis':'-'}]";
    PolicyComparison comparison =
        compare(policy("'static':[" + X + "]"), policy("'static':[" + X + "]," + next), "x=5");

    assertThat(comparison.transitions().moved()).isZero();
  }

  @Test
  void gradesOfTwoScalesHaveNoOrder() {
    GradingFixture stars =
        GradingFixture.ofJson(
            """
            {'policy':'stars','version':'1','zone':'UTC',
             'scale':{'id':'stars','better':'higher','grades':['A','B']},
             'declares':{'subject':[{'name':'x','type':'decimal'}]},
             'static':[%s],
             'bands':[{'grade':'B','to':4},{'grade':'A','above':4}]}
            """
                .formatted(X));
    PolicyComparison comparison =
        compare(policy("'static':[" + X + "]"), stars, "x=5", "x=3", "x=25");

    assertThat(comparison.hasOneScale()).isFalse();
    assertThat(matrix(comparison.transitions())).isEqualTo("A>A=1 A>B=1 C>A=1");
    assertThat(comparison.transitions().count(Direction.BETTER)).isZero();
    assertThat(comparison.transitions().count(Direction.WORSE)).isZero();
    assertThat(comparison.transitions().count(Direction.OTHER)).isEqualTo(2);
    assertThat(moves).extracting(PolicyMove::reasons).containsOnly(List.of(PolicyMove.SCALES));
  }

  @Test
  void policiesOfTwoZonesAreRefused() {
    RiskPolicy a = GradingFixture.of("'static':[" + X + "]").policy();
    RiskPolicy b =
        GradingFixture.ofJson(
                """
                {'policy':'p','version':'1','zone':'Asia/Shanghai',
                 'scale':{'id':'test','better':'lower','grades':['A']},
                 'static':[{'item':'x','value':1,'basis':'-'}],'bands':[{'grade':'A'}]}
                """)
            .policy();
    assertThatThrownBy(() -> PolicyComparer.of(a, b, DAY, move -> {}))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("must be of one zone");
  }

  @Test
  void writesJson() {
    PolicyComparison comparison =
        compare(
            policy("'static':[" + X + "]"), policy("'static':[" + X + "," + Y + "]"), "x=5 y=7");

    assertThat(moves.get(0).toJson(Locale.ENGLISH))
        .isEqualTo(
            """
            {"type":"move","subject":"S0","name":"One","division":"360102","direction":"worse",\
            "a":{"status":"graded","grade":"A","score":5,"reason":null},\
            "b":{"status":"graded","grade":"B","score":12,"reason":null},"reasons":["y"],\
            "attention":["worse-without-record"],\
            "lines":[{"item":"y","section":"static","a":null,\
            "b":{"state":"scored","points":7,"effect":null}}]}""");
    assertThat(comparison.toJson())
        .startsWith("{\"type\":\"comparison\",\"asOf\":\"2024-06-30\",\"a\":{\"id\":\"test\"")
        .contains(
            "\"businesses\":1,\"same\":0,\"better\":0,\"worse\":1,\"other\":0,"
                + "\"inspectionsA\":{\"min\":0.5,\"max\":0.5,\"without\":0},"
                + "\"inspectionsB\":{\"min\":1,\"max\":2,\"without\":0},"
                + "\"inspectedMore\":1,\"inspectedFewer\":0,"
                + "\"comparableA\":{\"min\":0.5,\"max\":0.5,\"without\":0},"
                + "\"comparableB\":{\"min\":1,\"max\":2,\"without\":0},"
                + "\"transitions\":[{\"a\":\"A\",\"b\":\"B\",\"count\":1}],")
        .contains("\"segments\":[{\"segment\":null,\"businesses\":1,")
        .endsWith(
            "\"reasons\":[{\"reason\":\"y\",\"better\":0,\"worse\":1,\"other\":0}],"
                + "\"attention\":[{\"attention\":\"worse-without-record\",\"count\":1}],"
                + "\"rules\":[{\"item\":\"y\",\"change\":\"added\"}],"
                + "\"fewerDespiteRecord\":0,"
                + "\"kindsWithoutFactsA\":[],\"kindsWithoutFactsB\":[]}");
  }

  private static FactHistory penalty(String day, Map<String, String> attributes) {
    Fact.Builder fact =
        Fact.builder(
            "F" + day, "penalty", SubjectRef.business("S1"), Moment.of(LocalDate.parse(day)));
    attributes.forEach((name, value) -> fact.attribute(name, AttributeValue.code(value)));
    return FactHistory.of(List.of(fact.build()), List.of());
  }

  private List<String> attention(String a, String b, String subject, FactHistory history) {
    GradingFixture first = policy("'static':[" + a + "]");
    PolicyComparer comparer =
        PolicyComparer.of(first.policy(), policy("'static':[" + b + "]").policy(), DAY, moves::add);
    comparer.add("S1", Optional.of(first.subject(subject)), history);
    comparer.end();
    return moves.stream()
        .flatMap(move -> move.attention().stream())
        .map(PolicyMove.Attention::code)
        .toList();
  }

  @Test
  void saysWhoDeservesALook() {
    assertThat(attention(X, Y, "x=5 y=15", FactHistory.empty()))
        .containsExactly("worse-without-record");
    moves.clear();
    assertThat(attention(X, Y, "x=5 y=15", penalty("2024-01-01", Map.of("type", "fine"))))
        .isEmpty();
    moves.clear();
    assertThat(attention(X, Y, "x=15 y=5", FactHistory.empty())).isEmpty();
    moves.clear();
    // A year back from 30 June 2024 begins on 1 July 2023.
    assertThat(attention(X, Y, "x=15 y=5", penalty("2023-07-01", Map.of("type", "fine"))))
        .containsExactly("better-despite-record");
    moves.clear();
    assertThat(attention(X, Y, "x=15 y=5", penalty("2023-06-30", Map.of("type", "fine"))))
        .isEmpty();
    moves.clear();
    assertThat(attention(X, Y, "x=5 y=25", FactHistory.empty()))
        .containsExactly("several-grades", "worse-without-record");
    moves.clear();
    assertThat(attention(X, Y, "x=5", FactHistory.empty())).containsExactly("lacks-data");
  }

  @Test
  void saysWhichRulesAreNotAlike() {
    String shared = "'define':{'n':{'multiply':[%s,{'subject':'x'}]}},";
    String rest =
        "'static':[{'item':'x','value':{'ref':'n'},'basis':'%s'}],"
            + "'caps':[{'item':'cap','of':['x'],'max':%s,'basis':'-'}]";
    GradingFixture a = policy(shared.formatted(1) + rest.formatted("law", 5));
    GradingFixture sameWords = policy(shared.formatted(1) + rest.formatted("other words", 5));
    GradingFixture otherDefinition = policy(shared.formatted(2) + rest.formatted("law", 5));
    GradingFixture otherCap = policy(shared.formatted(1) + rest.formatted("law", 6));
    GradingFixture none = policy("'static':[" + Y + "]");

    assertThat(compare(a, sameWords, "x=5").rules()).isEmpty();
    assertThat(compare(a, otherDefinition, "x=5").rules())
        .containsExactly(new RuleChange("x", RuleChange.Kind.CHANGED));
    assertThat(compare(a, otherCap, "x=5").rules())
        .containsExactly(new RuleChange("cap", RuleChange.Kind.CHANGED));
    PolicyComparison apart = compare(a, none, "x=5");
    assertThat(apart.rules())
        .containsExactly(
            new RuleChange("x", RuleChange.Kind.REMOVED),
            new RuleChange("cap", RuleChange.Kind.REMOVED),
            new RuleChange("y", RuleChange.Kind.ADDED));
    assertThat(apart.haveRulesInCommon()).isFalse();
    assertThat(compare(a, otherCap, "x=5").haveRulesInCommon()).isTrue();
  }

  @Test
  void countsWhoIsInspectedLessOftenDespiteARecordAndWhatNobodyRecorded() {
    GradingFixture a =
        policy(
            "'static':[{'item':'x','value':{'count':{'kind':'accident'}},'basis':'-'},"
                + "{'item':'y','value':{'count':{'kind':'penalty'}},'basis':'-'}]");
    RiskPolicy b =
        GradingFixture.of(
                "'static':[" + Z + "],'inspectionsPerYear':[{'grade':'A','min':0.25,'basis':'-'}]")
            .policy();
    PolicyComparer comparer = PolicyComparer.of(a.policy(), b, DAY, moves::add);
    Subject subject = a.subject("").toBuilder().segment("sales").build();
    FactHistory fined = penalty("2024-05-01", Map.of("type", "fine"));
    comparer.add("S1", Optional.of(subject), fined);
    comparer.add("S2", Optional.of(subject), FactHistory.empty());
    comparer.add("S3", Optional.empty(), penalty("2022-05-01", Map.of("type", "fine")));

    PolicyComparison comparison = comparer.end();

    assertThat(moves).isEmpty();
    assertThat(comparison.shift().fewer()).isEqualTo(3);
    assertThat(comparison.shift().more()).isZero();
    assertThat(comparison.shift().b().min()).isEqualByComparingTo("0.75");
    assertThat(comparison.fewerDespiteRecord()).isEqualTo(1);
    assertThat(comparison.kindsWithoutFactsA()).containsExactly("accident");
    assertThat(comparison.kindsWithoutFactsB()).isEmpty();
    assertThat(comparison.segments())
        .extracting(PolicyComparison.OfSegment::segment)
        .containsExactly(Optional.of("sales"), Optional.empty());
    assertThat(comparison.segments().get(0).transitions().total()).isEqualTo(2);
  }

  /** Any two policies, over more than one batch: what grading one by one gives. */
  @Test
  void countsWhatTheInterpreterGrades() {
    Seeded.check(
        25,
        random -> {
          RiskPolicy a = withZone(new RandomPolicy(random).next());
          RiskPolicy b = random.nextInt(8) == 0 ? a : withZone(new RandomPolicy(random).next());
          check(a, b, random.nextInt(12) == 0 ? 1100 : random.nextInt(40), random);
        });
  }

  private static RiskPolicy withZone(String json) {
    return GradingFixture.ofJson(json.replaceFirst("'zone':'[^']+'", "'zone':'Asia/Shanghai'"))
        .policy();
  }

  private static void check(RiskPolicy a, RiskPolicy b, int size, Random random) {
    AsOf asOf = AsOf.date(RandomFacts.AS_OF);
    List<PolicyMove> moves = new ArrayList<>();
    PolicyComparer comparer = PolicyComparer.of(a, b, asOf, moves::add);
    Map<String, Long> meant = new HashMap<>();
    List<String> movers = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      RandomFacts source = new RandomFacts(a.catalogue(), List.of("event", "other"), random);
      Optional<Subject> subject = Optional.of(source.subject());
      FactHistory history = source.history(random.nextInt(8));
      comparer.add("S1", subject, history);
      String label = label(a, subject, history, asOf) + ">" + label(b, subject, history, asOf);
      meant.merge(label, 1L, Long::sum);
      if (!label.split(">")[0].equals(label.split(">")[1])) {
        movers.add(label);
      }
    }
    PolicyComparison comparison = comparer.end();
    Map<String, Long> counted = new HashMap<>();
    for (GradeOutcome from : comparison.transitions().rows()) {
      for (GradeOutcome to : comparison.transitions().columns()) {
        counted.put(from.label() + ">" + to.label(), comparison.transitions().count(from, to));
      }
    }
    counted.values().removeIf(count -> count == 0);
    assertThat(counted).isEqualTo(meant);
    assertThat(moves)
        .extracting(m -> GradeOutcome.of(m.a()).label() + ">" + GradeOutcome.of(m.b()).label())
        .isEqualTo(movers);
    assertThat(moves).allSatisfy(move -> assertThat(move.reasons()).isNotEmpty());
    if (a == b) {
      assertThat(moves).isEmpty();
    }
  }

  private static String label(
      RiskPolicy policy, Optional<Subject> subject, FactHistory history, AsOf asOf) {
    return GradeOutcome.of(RiskGrader.of(policy).grade("S1", subject, history, asOf)).label();
  }
}

package io.foodsafety.testkit.rules;

import static io.foodsafety.testkit.rules.Samples.POLICY;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Cases in a file: right ones pass, wrong ones say what came, and the file is read strictly. */
class PolicyCasesTest {

  private static final String CASES =
      """
      {
        '$schema': 'policy-cases-1.schema.json',
        'policy': 'sample',
        'title': 'Cases of the sample',
        'subject': {'segment': 'catering', 'attributes': {'areaM2': 100}, 'licences': [{'issuedOn': '2020-01-01'}]},
        'asOf': '2024-12-31',
        'cases': [
          {
            'case': 'a fine counts five',
            'basis': 'law of samples, article 7',
            'facts': [{'kind': 'penalty', 'at': '2024-03-20', 'attributes': {'type': 'fine'}}],
            'expect': {
              'points': 6, 'score': 6, 'grade': 'B', 'nextGrade': 'B', 'status': 'graded', 'citing': ['article 7', 'Premises'],
              'lines': {
                'static.area': 1,
                'dynamic.penalties': {'points': 5, 'state': 'scored', 'value': 5, 'citing': 'article 7', 'evidence': ['F1']},
                'direct.list': false,
                'cap.dynamic': {'points': 0},
                'raise.accident': {'holds': false, 'evidence': []}
              }
            }
          },
          {
            'case': 'as of the first of two',
            'facts': [
              {'id': 'P1', 'kind': 'penalty', 'at': '2024-03-20', 'attributes': {'type': 'fine'}},
              {'id': 'P2', 'kind': 'penalty', 'at': '2024-03-21', 'attributes': {'type': 'fine'}}
            ],
            'asOfFact': 'P1',
            'expect': {'points': 6}
          },
          {
            'case': 'without an area there is no grade',
            'subject': {'segment': 'catering'},
            'asOf': '2024-06-30',
            'expect': {'grade': null, 'nextGrade': null, 'reason': 'FS-POL-0105', 'lines': {'static.area': 'missing'}}
          },
          {
            'case': 'an accident of the nominal producer, a penalty withdrawn',
            'facts': [
              {'kind': 'accident', 'at': '2024-02-29', 'role': 'producer'},
              {'kind': 'penalty', 'at': '2024-03-20', 'attributes': {'type': 'fine'}, 'withdrawn': '2024-12-31'}
            ],
            'expect': {'nextGrade': 'B', 'lines': {'raise.accident': true, 'dynamic.penalties': 0}}
          }
        ]
      }
      """;

  @TestFactory
  Stream<DynamicTest> casesPass() {
    return Samples.cases(CASES).cases().stream()
        .map(
            each ->
                DynamicTest.dynamicTest(
                    each.name(), () -> each.check(POLICY).verify(Locale.ENGLISH)));
  }

  @Test
  void saysWhichLinesNoCaseSpeaksOf() {
    assertThat(Samples.cases(CASES).untested(POLICY)).containsExactly("none.new");
  }

  @Test
  void aWrongCaseSaysWhereItStandsAndWhatCame() {
    CaseResult result =
        Samples.cases(
                CASES
                    .replace("'score': 6", "'score': 7")
                    .replace("'direct.list': false", "'direct.list': true"))
            .cases()
            .get(0)
            .check(POLICY);

    assertThat(result.passed()).isFalse();
    assertThat(result.issues())
        .extracting(issue -> issue.location().toString())
        .containsOnly("cases.json:8 /cases/0");
    assertThat(result.describe(Locale.ENGLISH))
        .startsWith(
            """
            a fine counts five
              score: expected 7, came 6.
              direct.list holds: expected true, came false.
              as of 2024-12-31""");
    assertThat(result.describe(Locale.CHINESE)).contains("score：应为 7，实为 6。");
  }

  @Test
  void aFactThatIsNotDeclaredIsReportedAtItsLine() {
    CaseResult result =
        Samples.cases(CASES.replaceFirst("'type'", "'typ'")).cases().get(0).check(POLICY);

    assertThat(result.assessment()).isEmpty();
    assertThat(result.describe(Locale.ENGLISH))
        .contains("cases.json:11 /cases/0/facts/0/attributes/typ")
        .contains("(typ)");
    assertThat(Samples.cases(CASES.replace("areaM2", "area")).cases().get(1).check(POLICY).issues())
        .extracting(issue -> issue.location().toString())
        .contains("cases.json:5 /subject/attributes/area");
  }

  @Test
  void aLineThatThePolicyDoesNotHaveIsReported() {
    assertThat(
            Samples.cases(CASES.replace("'static.area': 1", "'static.size': 1"))
                .cases()
                .get(0)
                .check(POLICY)
                .describe(Locale.ENGLISH))
        .contains("cases.json:15 /cases/0/expect/lines/static.size: FS-CASE-0009")
        .contains("The policy has no line (static.size).")
        .contains("static.area");
  }

  @Test
  void casesOfAnotherPolicyAreRefused() {
    assertThat(
            Samples.cases(CASES.replace("'policy': 'sample'", "'policy': 'other'"))
                .cases()
                .get(0)
                .check(POLICY)
                .describe(Locale.CHINESE))
        .contains("FS-CASE-0007")
        .contains("针对规则（other），而不是（sample）");
  }

  @Test
  void everythingThatIsWrongWithTheFormIsSaidAtOnce() {
    CaseFileException fault =
        catchThrowableOfType(
            CaseFileException.class,
            () ->
                Samples.cases(
                    """
                    {
                      'policies': 'sample',
                      'asOf': '31.12.2024',
                      'subject': [],
                      'cases': [
                        {'case': 'one', 'facts': ['x'], 'expect': {'points': '6', 'grad': 'A'}},
                        {'case': 'one', 'expect': {'status': 'done', 'lines': {'a': 'gone', 'b': {'state': 'x', 'points': true}}}},
                        {'name': ' ', 'expect': {}},
                        {'case': 3, 'facts': {}, 'expect': {'citing': [1], 'lines': [], 'grade': 4}},
                        7
                      ]
                    }
                    """));

    assertThat(fault.issues())
        .extracting(issue -> issue.location() + " " + issue.message(Locale.ENGLISH))
        .containsExactlyInAnyOrder(
            "cases.json:2 /policies The member (policies) is unknown here.",
            "cases.json:1 The member (policy) is missing.",
            "cases.json:3 /asOf The value (31.12.2024) is not a date such as 2024-12-31.",
            "cases.json:4 /subject The value ([]) is not an object.",
            "cases.json:6 /cases/0/facts/0 The value (x) is not an object.",
            "cases.json:6 /cases/0/expect/grad The member (grad) is unknown here.",
            "cases.json:6 /cases/0/expect/points The value (6) is not a number.",
            "cases.json:7 /cases/1/case There are two cases called (one).",
            "cases.json:7 /cases/1/expect/status The value (done) is not graded or incomplete or none.",
            "cases.json:7 /cases/1/expect/lines/a The value (gone) is not points, true, false, scored,"
                + " missing, not-applicable or an object.",
            "cases.json:7 /cases/1/expect/lines/b/state The value (x) is not scored or missing or"
                + " not-applicable.",
            "cases.json:7 /cases/1/expect/lines/b/points The value (true) is not a number.",
            "cases.json:8 /cases/2/name The member (name) is unknown here.",
            "cases.json:8 /cases/2 The member (case) is missing.",
            "cases.json:8 /cases/2/expect The value ({}) is not an object with at least one expectation.",
            "cases.json:9 /cases/3/case The value (3) is not a text.",
            "cases.json:9 /cases/3/facts The value ({}) is not a list.",
            "cases.json:9 /cases/3/expect/citing The value ([1]) is not a text or a list of texts.",
            "cases.json:9 /cases/3/expect/lines The value ([]) is not an object.",
            "cases.json:9 /cases/3/expect/grade The value (4) is not a text.",
            "cases.json:10 /cases/4 The value (7) is not an object.",
            "cases.json:10 /cases/4 The member (case) is missing.",
            "cases.json:10 /cases/4 The member (expect) is missing.");
  }

  @Test
  void whatIsNoJsonIsSaidWithItsLine() {
    assertThat(faults("{'policy': 'a',\n 'policy': 'b'}"))
        .singleElement()
        .asString()
        .contains("cases.json:2", "FS-CASE-0002", "policy");
    assertThat(faults("{'policy':\n\n ]")).singleElement().asString().contains("cases.json:3");
    assertThat(faults("")).singleElement().asString().contains("it is empty");
    assertThat(faults("{} {}")).singleElement().asString().contains("something follows");
    assertThat(
            catchThrowableOfType(
                    CaseFileException.class,
                    () -> PolicyCases.parse(new byte[] {(byte) 0xff}, "cases.json"))
                .issues())
        .singleElement()
        .asString()
        .contains("not UTF-8");
    assertThat(
            catchThrowableOfType(
                    CaseFileException.class, () -> PolicyCases.read(Path.of("no-such-file")))
                .issues())
        .singleElement()
        .asString()
        .contains("no-such-file", "NoSuchFileException");
  }

  private static List<?> faults(String text) {
    return catchThrowableOfType(CaseFileException.class, () -> Samples.cases(text)).issues();
  }

  @Test
  void theSchemaForEditorsAgrees() throws IOException {
    JsonSchema schema =
        JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
            .getSchema(
                Objects.requireNonNull(
                    PolicyCases.class.getResourceAsStream("policy-cases-1.schema.json")));
    ObjectMapper json = new ObjectMapper();

    assertThat(schema.validate(json.readTree(CASES.replace('\'', '"').getBytes(UTF_8)))).isEmpty();
    for (String[] mistake :
        new String[][] {
          {"'policy': 'sample'", "'policies': 'sample'"},
          {"'asOf': '2024-12-31'", "'asOf': '31.12.2024'"},
          {"'points': 6, 'score'", "'points': 'six', 'score'"},
          {"'status': 'graded'", "'status': 'done'"},
          {"'static.area': 1", "'static.area': 'gone'"},
          {"'holds': false", "'hold': false"},
          {"'expect': {'points': 6}", "'expect': {}"},
          {"'kind': 'accident', ", ""}
        }) {
      String text = CASES.replace(mistake[0], mistake[1]);
      assertThat(text).isNotEqualTo(CASES);
      assertThat(schema.validate(json.readTree(text.replace('\'', '"'))))
          .as(mistake[1])
          .isNotEmpty();
    }
  }

  @Test
  void codesAreDistinct() {
    assertThat(CaseIssues.all()).extracting(Object::toString).doesNotHaveDuplicates().hasSize(11);
  }
}

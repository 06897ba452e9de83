package io.foodsafety.risk;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.foodsafety.fact.AsOf;
import io.foodsafety.fact.FactHistory;
import io.foodsafety.model.fact.Fact;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The shape that the command line promises: numbers plain, absent null. */
class AssessmentJsonTest {

  private static final ObjectMapper JSON =
      new ObjectMapper().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);

  private static final GradingFixture FIXTURE =
      GradingFixture.of(
          "'static':["
              + "{'item':'area','value':{'subject':'areaM2'},'points':2,'basis':'law 1'},"
              + "{'item':'none','when':false,'value':1,'basis':'law 2'},"
              + "{'item':'gap','when':{'known':{'subject':'x'}},'value':{'subject':'y'},'basis':'law 3'}],"
              + "'dynamic':[{'item':'fines','value':{'count':{'kind':'penalty'}},'basis':'law 4'}],"
              + "'adjustments':[{'item':'up','affects':'nextGrade','by':1,'when':"
              + "{'ge':[{'count':{'kind':'penalty'}},1]},'basis':'law 5'}]");

  private static final String FACTS = "P1 2024-05-02; P2 2024-05-03T16:30:00Z";

  @Test
  void writesAGradedAssessment() throws Exception {
    RiskAssessment assessment =
        FIXTURE.grade(
            FIXTURE.subject("areaM2=480.50"), FIXTURE.history("penalty", FACTS), "2024-12-31");
    String expected =
        """
        {"subject":"S1","asOf":"2024-12-31","fact":null,
         "policy":{"id":"test","version":"1","sha256":"%s"},
         "scale":"test","status":"graded","score":4,"partialScore":4,"grade":"A","nextGrade":"B",
         "reason":null,
         "lines":[
          {"item":"area","section":"static","state":"scored","value":480.5,"points":2,"effect":null,
           "evidence":[],"reason":null,"basis":"law 1"},
          {"item":"none","section":"static","state":"not-applicable","value":null,"points":null,
           "effect":null,"evidence":[],"reason":null,"basis":"law 2"},
          {"item":"gap","section":"static","state":"not-applicable","value":null,"points":null,
           "effect":null,"evidence":[],"reason":null,"basis":"law 3"},
          {"item":"fines","section":"dynamic","state":"scored","value":2,"points":2,"effect":null,
           "evidence":["P1","P2"],"reason":null,"basis":"law 4"},
          {"item":"up","section":"adjustment","state":"scored","value":true,"points":0,
           "effect":{"grade":null,"steps":1},"evidence":["P1","P2"],"reason":null,"basis":"law 5"}]}
        """
            .formatted(FIXTURE.policy().sha256());
    assertThat(JSON.readTree(assessment.toJson())).isEqualTo(JSON.readTree(expected));
    assertThat(assessment.toJson()).doesNotContain("\n");
  }

  @Test
  void writesAnIncompleteAssessment() throws Exception {
    RiskAssessment assessment =
        FIXTURE.grade(
            FIXTURE.subject("areaM2=480 x=1"), FIXTURE.history("penalty", FACTS), "2024-12-31");
    JsonNode json = JSON.readTree(assessment.toJson());
    assertThat(json.get("status").asText()).isEqualTo("incomplete");
    assertThat(json.get("score").isNull()).isTrue();
    assertThat(json.get("grade").isNull()).isTrue();
    assertThat(json.get("nextGrade").isNull()).isTrue();
    assertThat(json.get("partialScore").asInt()).isEqualTo(4);
    assertThat(json.get("reason").asText()).isEqualTo("FS-POL-0105 Not known: gap.");
    JsonNode line = json.get("lines").get(2);
    assertThat(line.get("state").asText()).isEqualTo("missing");
    assertThat(line.get("points").isNull()).isTrue();
    assertThat(line.get("value").isNull()).isTrue();
    assertThat(line.get("reason").asText())
        .isEqualTo("FS-RULE-0101 The subject's attribute (y) is not known on 2024-12-31.");
    assertThat(JSON.readTree(assessment.toJson(Locale.CHINA)).get("reason").asText())
        .isEqualTo("FS-POL-0105 以下各项未知：gap。");
  }

  @Test
  void writesTheFactAsOfWhichItIsGraded() throws Exception {
    FactHistory history = FIXTURE.history("penalty", FACTS);
    for (Fact fact : history.facts()) {
      JsonNode json =
          JSON.readTree(
              RiskGrader.of(FIXTURE.policy())
                  .grade(FIXTURE.subject("areaM2=1"), history, AsOf.fact(fact))
                  .toJson());
      assertThat(json.get("fact").asText()).isEqualTo(fact.id());
      assertThat(json.get("asOf").asText()).isEqualTo(fact.at().toString());
    }
  }

  @ParameterizedTest(name = "{0} is written as {1}")
  @CsvSource({
    "0.00, 0",
    "100, 100",
    "1E+5, 100000",
    "0.000000000000000001, 0.000000000000000001",
    "-12.50, -12.5",
    "999999999999999999, 999999999999999999"
  })
  void writesNumbersPlain(String number, String expected) {
    RiskAssessment assessment =
        GradingFixture.of("'static':[{'item':'x','value':{'subject':'x'},'points':0,'basis':'-'}]")
            .grade("x=" + number);
    assertThat(assessment.toJson()).contains("\"value\":" + expected + ",\"points\":0,");
  }

  @ParameterizedTest(name = "{0} is written as {1}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          true                   | true
          '长 \\"x\\"'             | "长 \\"x\\""
          ['b','a']              | ["b","a"]
          []                     | []
          {'date':'2024-02-29'}  | "2024-02-29"
          {'subject':'p'}        | null
          """)
  void writesValuesOfEachType(String value, String expected) {
    RiskAssessment assessment =
        GradingFixture.of(
                "'static':[{'item':'x','value':%s,'points':0,'basis':'-'}]".formatted(value))
            .grade("");
    assertThat(assessment.toJson()).contains("\"value\":" + expected + ",\"points\":0,");
  }
}

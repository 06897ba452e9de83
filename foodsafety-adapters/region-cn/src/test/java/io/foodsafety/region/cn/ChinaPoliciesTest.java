package io.foodsafety.region.cn;

import static org.assertj.core.api.Assertions.assertThat;

import io.foodsafety.fact.AsOf;
import io.foodsafety.model.grade.Grade;
import io.foodsafety.record.Dossier;
import io.foodsafety.region.FolderPack;
import io.foodsafety.region.Region;
import io.foodsafety.risk.AssessmentLine;
import io.foodsafety.risk.RiskAssessment;
import io.foodsafety.risk.RiskGrader;
import io.foodsafety.spi.region.RegionPack;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Single rules of the policies, each at its bounds. Records are written with single quotes. */
class ChinaPoliciesTest {

  private static final Region CHINA = Region.load("cn", new ChinaRegionPlugin().regionPacks());
  private static final Region PROVINCE = province();
  private static final LocalDate YEAR_END = LocalDate.of(2024, 12, 31);

  private static Region province() {
    List<RegionPack> packs = new ArrayList<>(new ChinaRegionPlugin().regionPacks());
    packs.add(
        FolderPack.of(
            Path.of(System.getProperty("foodsafety.root"))
                .resolve("foodsafety-adapters/region-cn/src/test/resources/example-province")));
    return Region.load("example-province", packs);
  }

  private static RiskAssessment grade(
      Region region, String policy, LocalDate asOf, String... records) throws IOException {
    List<Dossier> dossiers =
        Extract.parse(String.join("\n", records).replace('\'', '"'), "records", region);
    assertThat(dossiers).hasSize(1);
    return RiskGrader.of(region.policy(policy, asOf).orElseThrow())
        .grade("S1", dossiers.get(0).subject(), dossiers.get(0).history(), AsOf.date(asOf));
  }

  private static String business(String members) {
    return "{'type':'subject','id':'S1','name':'One'," + members + "}";
  }

  private static String fact(String id, String kind, String at, String attributes) {
    return "{'type':'fact','id':'%s','kind':'%s','subject':'S1','at':'%s','attributes':{%s}}"
        .formatted(id, kind, at, attributes);
  }

  private static String licence(String issuedOn) {
    return "'licences':[{'number':'SC10136010200013','issuedOn':'%s','validFrom':'%s','validTo':'2030-01-01'}]"
        .formatted(issuedOn, issuedOn);
  }

  private static AssessmentLine line(RiskAssessment assessment, String item) {
    return assessment.lines().stream()
        .filter(line -> line.item().equals(item))
        .findFirst()
        .orElseThrow();
  }

  private static String next(RiskAssessment assessment) {
    return assessment.grade().map(Grade::label).orElse("-")
        + assessment.nextGrade().map(Grade::label).orElse("-");
  }

  /** A maker of infant formula with 31.5 points, licensed in 2023, inspected without a fault: B. */
  private static RiskAssessment producer(String... facts) throws IOException {
    List<String> records = new ArrayList<>();
    records.add(
        business(
            "'segment':'production','attributes':{'foodCategories':['2901']},"
                + licence("2023-01-01")));
    records.add(fact("F0", "inspection", "2024-03-01", "'itemsChecked':79,'itemsFailed':0"));
    records.addAll(List.of(facts));
    return grade(PROVINCE, "cn-risk-2016", YEAR_END, records.toArray(String[]::new));
  }

  @ParameterizedTest(name = "{1} {2} {3}: {4}")
  @CsvSource(
      delimiter = '|',
      value = {
        "deliberate-offence | penalty | 2024-05-02 | 'deliberate':true,'type':'fine' | BC",
        "deliberate-offence | penalty | 2024-05-02 | 'deliberate':true,'type':'revocation','types':['stop','revocation'] | BC",
        "deliberate-offence | penalty | 2024-05-02 | 'deliberate':true,'type':'warning','confiscated':12 | BC",
        "- | penalty | 2024-05-02 | 'deliberate':true,'type':'warning' | BB",
        "- | penalty | 2024-05-02 | 'type':'fine' | BB",
        "- | penalty | 2023-12-31 | 'deliberate':true,'type':'fine' | BB",
        "failed-sample | sample | 2024-05-02 | 'level':'province','programme':'supervision','verdict':'non-compliant' | BC",
        "- | sample | 2024-05-02 | 'level':'city','programme':'supervision','verdict':'non-compliant' | BB",
        "- | sample | 2024-05-02 | 'level':'national','programme':'risk-monitoring','verdict':'non-compliant' | BB",
        "- | sample | 2024-05-02 | 'level':'national','programme':'supervision','verdict':'non-compliant','retest':'overturned' | BB",
        "- | sample | 2024-05-02 | 'verdict':'compliant' | BB",
        "? | sample | 2024-05-02 | 'programme':'supervision','verdict':'non-compliant' | B-",
        "social-influence | grading-circumstance | 2024-05-02 | 'ground':'social-influence' | BC",
        "accident | accident | 2024-01-01 | 'level':'IV' | BC",
        "not-recalled | recall | 2024-05-02 | 'completed':false | BC",
        "- | recall | 2024-05-02 | 'completed':true | BB",
        "obstruction | inspection | 2024-05-02 | 'obstructed':true | BC",
        "obstruction | grading-circumstance | 2024-05-02 | 'ground':'obstruction' | BC",
        "other | grading-circumstance | 2024-05-02 | 'ground':'other-raise','remarks':'省级规定' | BC",
        "- | grading-circumstance | 2024-05-02 | 'ground':'raise-two' | BB"
      })
  void anyOfSevenGroundsRaises(
      String ground, String kind, String at, String attributes, String grades) throws IOException {
    RiskAssessment assessment = producer(fact("F1", kind, at, attributes));

    assertThat(next(assessment)).isEqualTo(grades);
    assertThat(
            assessment.lines().stream()
                .filter(line -> line.item().startsWith("raise.") && line.effect().isPresent())
                .map(line -> line.item().substring("raise.".length())))
        .containsExactlyElementsOf(
            ground.equals("-") || ground.equals("?") ? List.of() : List.of(ground));
  }

  @Test
  void twoGradesOnlyWhereTheAuthorityDecidedSo() throws IOException {
    String accident = fact("F1", "accident", "2024-05-02", "");
    String two = fact("F2", "grading-circumstance", "2024-12-20", "'ground':'raise-two'");

    assertThat(next(producer(accident))).isEqualTo("BC");
    assertThat(next(producer(accident, two))).isEqualTo("BD");
  }

  @ParameterizedTest(name = "{0}: {1} {2}: {3}")
  @CsvSource(
      delimiter = '|',
      value = {
        "clean-record | grading-circumstance | 'ground':'clean-record' | BA",
        "certified | grading-circumstance | 'ground':'certified' | BA",
        "quality-award | grading-circumstance | 'ground':'quality-award' | BA",
        "quality-award | commendation | 'award':'quality-award','level':'city' | BA",
        "- | commendation | 'award':'quality-award','level':'county' | BB",
        "- | commendation | 'level':'province' | BB",
        "- | certificate | 'type':'haccp' | BB",
        "other | grading-circumstance | 'ground':'other-lower' | BA"
      })
  void anyOfFourGroundsLowersByOne(String ground, String kind, String attributes, String grades)
      throws IOException {
    RiskAssessment assessment = producer(fact("F1", kind, "2024-05-02", attributes));

    assertThat(next(assessment)).isEqualTo(grades);
    assertThat(
            assessment.lines().stream()
                .filter(line -> line.item().startsWith("lower.") && line.effect().isPresent())
                .map(line -> line.item().substring("lower.".length())))
        .containsExactlyElementsOf(ground.equals("-") ? List.of() : List.of(ground));
  }

  @Test
  void aGroundToRaiseComesFirst() throws IOException {
    assertThat(
            next(
                producer(
                    fact("F1", "accident", "2024-05-02", ""),
                    fact("F2", "grading-circumstance", "2024-06-01", "'ground':'other-lower'"))))
        .isEqualTo("BC");
  }

  @ParameterizedTest(name = "licensed on {0}, penalty on {1}: {2}")
  @CsvSource({
    "2021-12-31, 2021-12-31, BA",
    "2022-01-01, 2021-12-31, BB",
    "2020-01-01, 2022-01-01, BB",
    "2020-01-01, 2021-12-31, BA"
  })
  void aCleanRecordIsOneOfThreeYears(String licensedOn, String penaltyOn, String grades)
      throws IOException {
    RiskAssessment assessment =
        grade(
            PROVINCE,
            "cn-risk-2016",
            YEAR_END,
            business(
                "'segment':'production','attributes':{'foodCategories':['2901']},"
                    + licence(licensedOn)),
            fact("F1", "inspection", "2024-03-01", "'itemsChecked':79,'itemsFailed':0"),
            fact("F2", "penalty", penaltyOn, "'type':'warning'"));

    assertThat(next(assessment)).isEqualTo(grades);
  }

  @ParameterizedTest(name = "licensed on {0}, inspected on {1}: {2}")
  @CsvSource({
    "2023-01-01, -, NOT_APPLICABLE",
    "2022-12-31, -, MISSING",
    "2023-01-01, 2023-01-01, SCORED",
    "2015-01-01, 2023-01-01, SCORED",
    "2015-01-01, 2022-12-31, MISSING",
    "-, -, MISSING"
  })
  void aNewBusinessIsGradedByItsStaticPointsAlone(String licensed, String inspected, String state)
      throws IOException {
    String members = "'segment':'production','attributes':{'foodCategories':['0101']}";
    List<String> records = new ArrayList<>();
    records.add(business(licensed.equals("-") ? members : members + "," + licence(licensed)));
    if (!inspected.equals("-")) {
      records.add(fact("F1", "inspection", inspected, "'itemsChecked':79,'itemsFailed':0"));
    }
    RiskAssessment assessment =
        grade(PROVINCE, "cn-risk-2016", YEAR_END, records.toArray(String[]::new));

    assertThat(line(assessment, "dynamic.inspection").state()).hasToString(state);
    assertThat(assessment.grade().isPresent()).isEqualTo(!state.equals("MISSING"));
  }

  @Test
  void aCategoryThatIsNotInTheTableIsNotGuessed() throws IOException {
    RiskAssessment assessment =
        grade(
            PROVINCE,
            "cn-risk-2016",
            YEAR_END,
            business("'segment':'production','attributes':{'foodCategories':['0101','0401']}"));

    assertThat(
            line(assessment, "static.production.category")
                .reason()
                .orElseThrow()
                .message(Locale.ENGLISH))
        .contains("cn-risk-2016-producers")
        .contains("0401");
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource({
    "10.01, -",
    "10, A",
    "9, A",
    "8.999999, B",
    "7.5, B",
    "7.499999, C",
    "6, C",
    "5.999999, -"
  })
  void cateringScoresAreCutUnrounded(BigDecimal score, String grade) throws IOException {
    String inspection =
        fact("F1", "inspection", "2024-12-01", "'keyItemsFailed':1,'score':" + score);

    assertThat(label(caterer("cn-catering-dynamic", inspection))).isEqualTo(grade);
    assertThat(label(caterer("cn-catering-annual", inspection))).isEqualTo(grade);
  }

  private static RiskAssessment caterer(String policy, String... facts) throws IOException {
    List<String> records = new ArrayList<>();
    records.add(business("'segment':'catering','format':'restaurant'," + licence("2024-01-31")));
    records.addAll(List.of(facts));
    return grade(CHINA, policy, YEAR_END, records.toArray(String[]::new));
  }

  private static String label(RiskAssessment assessment) {
    return assessment.grade().map(Grade::label).orElse("-");
  }

  @ParameterizedTest(name = "{0} on {1} {2}: {3}")
  @CsvSource(
      delimiter = '|',
      value = {
        "accident | 2024-06-30 | 'level':'IV' | A",
        "accident | 2024-07-01 | 'level':'IV' | -",
        "penalty | 2024-10-31 | 'type':'fine' | A",
        "penalty | 2024-11-01 | 'type':'fine' | -",
        "penalty | 2024-12-20 | 'type':'warning' | A",
        "penalty | 2024-12-20 | 'types':['warning'] | A",
        "penalty | 2024-12-20 | 'type':'warning','types':['warning'] | A",
        "penalty | 2024-12-20 | 'types':['warning','fine'] | -",
        "penalty | 2024-12-20 | 'type':'warning','types':['warning','fine'] | -",
        "penalty | 2024-12-20 | 'type':'fine','types':['warning'] | -",
        "penalty | 2024-12-20 | 'document':'1' | ?",
        "inspection | 2024-12-20 | 'score':9.5,'keyItemsFailed':2 | -",
        "inspection | 2024-12-20 | 'score':9.5,'keyItemsFailed':1 | A",
        "inspection | 2024-12-20 | 'score':9.5 | ?",
        "inspection | 2024-12-20 | 'type':'flight','keyItemsFailed':2 | A",
        "inspection | 2024-12-20 | 'type':'flight' | A"
      })
  void noCateringGradeForSomeTime(String kind, String at, String attributes, String grade)
      throws IOException {
    RiskAssessment assessment =
        caterer(
            "cn-catering-dynamic",
            fact("F1", "inspection", "2024-05-02", "'score':9.1,'keyItemsFailed':0"),
            fact("F2", kind, at, attributes));

    assertThat(label(assessment)).isEqualTo(grade.equals("?") ? "-" : grade);
    assertThat(assessment.status() == RiskAssessment.Status.INCOMPLETE)
        .isEqualTo(grade.equals("?"));
  }

  @Test
  void noCateringGradeIsKnownBeforeAnInspectionHasAScore() throws IOException {
    RiskAssessment assessment =
        caterer(
            "cn-catering-dynamic", fact("F1", "inspection", "2024-05-02", "'keyItemsFailed':0"));

    assertThat(assessment.status()).isEqualTo(RiskAssessment.Status.INCOMPLETE);
  }

  @ParameterizedTest(name = "as of {0}: {1}")
  @CsvSource({"2024-04-29, NONE", "2024-04-30, GRADED"})
  void noCateringGradeWithinThreeMonthsOfANewLicence(LocalDate asOf, String status)
      throws IOException {
    RiskAssessment assessment =
        grade(
            CHINA,
            "cn-catering-dynamic",
            asOf,
            business("'segment':'catering'," + licence("2024-01-31")),
            fact("F1", "inspection", "2024-04-01", "'score':9.1,'keyItemsFailed':0"));

    assertThat(assessment.status()).hasToString(status);
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(
      delimiter = '|',
      value = {
        "'segment':'sales','attributes':{'scale':'large'} | A",
        "'segment':'sales','attributes':{'scale':'medium'} | B",
        "'segment':'sales','attributes':{'scale':'small'} | C",
        "'segment':'sales','attributes':{'scale':'micro'} | -",
        "'segment':'production','format':'workshop','attributes':{'scale':'small'} | D",
        "'segment':'catering','format':'small-catering' | D",
        "'segment':'catering','format':'school-canteen','attributes':{'diners':800} | -"
      })
  void responsibilityGoesBySize(String members, String level) throws IOException {
    assertThat(label(grade(CHINA, "cn-responsibility", YEAR_END, business(members))))
        .isEqualTo(level);
  }

  @Test
  void everyPolicyHasAScaleOfItsOwn() {
    assertThat(CHINA.policies())
        .extracting(policy -> policy.scale().id() + " " + policy.scale().better())
        .containsExactly(
            "risk LOWER",
            "catering-dynamic HIGHER",
            "catering-annual HIGHER",
            "responsibility HIGHER",
            "serious-violations LOWER",
            "publicity LOWER",
            "barred LOWER",
            "circumstances LOWER",
            "claimants LOWER",
            "supervision LOWER",
            "risk-2022-draft LOWER");
  }
}

package io.foodsafety.record;

import static org.assertj.core.api.Assertions.assertThat;

import io.foodsafety.fact.FactCatalogue;
import io.foodsafety.model.code.CreditCode;
import io.foodsafety.model.code.DivisionCode;
import io.foodsafety.model.fact.AttributeDeclaration;
import io.foodsafety.model.fact.AttributeType;
import io.foodsafety.model.fact.AttributeValue;
import io.foodsafety.model.fact.Fact;
import io.foodsafety.model.fact.FactKind;
import io.foodsafety.model.fact.SubjectRef;
import io.foodsafety.model.fact.SubjectType;
import io.foodsafety.model.fact.Withdrawal;
import io.foodsafety.model.issue.Issue;
import io.foodsafety.model.subject.AttributeHistory;
import io.foodsafety.model.subject.GeoPoint;
import io.foodsafety.model.subject.Licence;
import io.foodsafety.model.subject.Subject;
import io.foodsafety.model.time.Moment;
import io.foodsafety.spi.format.DataRecord;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RecordDecoderTest {

  private static final Instant LATEST = Instant.parse("2024-06-02T12:00:00Z");

  private static final FactCatalogue CATALOGUE =
      FactCatalogue.empty()
          .plus(
              List.of(
                  FactKind.of(
                      "penalty",
                      List.of(
                          AttributeDeclaration.required("type", AttributeType.CODE),
                          AttributeDeclaration.optional("fine", AttributeType.DECIMAL),
                          AttributeDeclaration.optional("serious", AttributeType.BOOLEAN),
                          AttributeDeclaration.optional("decidedOn", AttributeType.DATE),
                          AttributeDeclaration.optional("articles", AttributeType.CODES),
                          AttributeDeclaration.optional("note", AttributeType.STRING)))),
              List.of(
                  AttributeDeclaration.optional("areaM2", AttributeType.DECIMAL),
                  AttributeDeclaration.optional("consumers", AttributeType.CODES)));

  private static final RecordDecoder DECODER = RecordDecoder.of(CATALOGUE, LATEST);

  private static final String FACT =
      "{\"type\":\"fact\",\"id\":\"F1\",\"kind\":\"penalty\",\"subject\":\"S1\",\"at\":\"2024-05-02\","
          + "\"attributes\":{\"type\":\"fine\"}}";

  @Test
  void aFactWithEverything() throws IOException {
    Decoded decoded =
        decode(
            """
            {"type":"fact","id":"F1","kind":"penalty","subject":{"type":"lot","id":"L1"},\
            "refs":{"producer":"S2","tester":{"type":"laboratory","id":"B1"},"nobody":null},\
            "at":"2024-05-02","until":"2024-05-03T10:00:00+08:00","source":"case 7",\
            "recordedAt":"2024-05-04T00:00:00Z",\
            "attributes":{"type":"fine","fine":500.0,"serious":true,"decidedOn":"2024-02-29",\
            "articles":["124","126"],"note":"two\\nlines"}}\
            """);

    assertThat(decoded)
        .isEqualTo(
            new Decoded.FactRecord(
                Fact.builder(
                        "F1",
                        "penalty",
                        SubjectRef.of(SubjectType.LOT, "L1"),
                        Moment.of(LocalDate.of(2024, 5, 2)))
                    .until(Moment.of(Instant.parse("2024-05-03T02:00:00Z")))
                    .ref("producer", SubjectRef.business("S2"))
                    .ref("tester", SubjectRef.of(SubjectType.LABORATORY, "B1"))
                    .source("case 7")
                    .recordedAt(Instant.parse("2024-05-04T00:00:00Z"))
                    .attribute("type", AttributeValue.code("fine"))
                    .attribute("fine", AttributeValue.decimal(500))
                    .attribute("serious", AttributeValue.bool(true))
                    .attribute("decidedOn", AttributeValue.date(LocalDate.of(2024, 2, 29)))
                    .attribute("articles", AttributeValue.codes(List.of("124", "126")))
                    .attribute("note", AttributeValue.string("two\nlines"))
                    .build()));
  }

  @Test
  void aSubjectWithEverything() throws IOException {
    Decoded decoded =
        decode(
            """
            {"type":"subject","id":"S1","name":"红谷滩食堂","uscc":"91360102MA35AAA02R",\
            "segment":"catering","format":"canteen","division":"360102",\
            "location":{"lat":28.68,"lon":115.89},\
            "address":"红谷中大道 1 号","telephones":["0791-83880000","13800000000"],\
            "attributes":{"areaM2":[{"value":300},{"from":"2024-01-01","value":480}],\
            "consumers":["pupils"]},\
            "licences":[{"number":"JY23601020000014","issuedOn":"2021-12-31",\
            "validFrom":"2022-01-01","validTo":"2027-01-01"},{"number":"备案 7"}],\
            "validFrom":"2024-03-01"}\
            """);

    Licence licence =
        Licence.of("JY23601020000014")
            .issuedOn(LocalDate.of(2021, 12, 31))
            .validFrom(LocalDate.of(2022, 1, 1))
            .validTo(LocalDate.of(2027, 1, 1));
    assertThat(decoded)
        .isEqualTo(
            new Decoded.SubjectRecord(
                Subject.builder("S1", "红谷滩食堂")
                    .creditCode(CreditCode.of("91360102MA35AAA02R"))
                    .segment("catering")
                    .format("canteen")
                    .division(DivisionCode.of("360102"))
                    .location(GeoPoint.of(28.68, 115.89))
                    .address("红谷中大道 1 号")
                    .telephone("0791-83880000")
                    .telephone("13800000000")
                    .attribute(
                        "areaM2",
                        AttributeHistory.always(AttributeValue.decimal(300))
                            .with(LocalDate.of(2024, 1, 1), AttributeValue.decimal(480)))
                    .attribute("consumers", AttributeValue.codes(List.of("pupils")))
                    .licence(licence)
                    .licence(Licence.of("备案 7"))
                    .build(),
                Optional.of(LocalDate.of(2024, 3, 1))));
  }

  @Test
  void aWithdrawal() throws IOException {
    assertThat(
            decode(
                "{\"type\":\"withdraw\",\"id\":\"W1\",\"target\":\"F1\",\"at\":\"2024-06-01\",\"reason\":\"撤销\"}"))
        .isEqualTo(
            new Decoded.WithdrawalRecord(
                Withdrawal.of("W1", "F1", Moment.of(LocalDate.of(2024, 6, 1)), "撤销")));
  }

  @Test
  void allFaultsOfARecordAreNamedAtOnce() throws IOException {
    Decoded decoded =
        decode(
            """
            {"type":"fact","id":" F1","kind":"penalty","subject":{"type":"shop","id":7,"name":"x"},\
            "refs":{"a role":"S2","b":[]},"att":"2024-05-02","until":"soon",\
            "attributes":{"fine":"500","serious":null,"finee":1,"decidedOn":"2024-02-30",\
            "articles":["124",null,""]}}\
            """);

    assertThat(issues(decoded))
        .containsExactly(
            "/at FS-REC-0103",
            "/att FS-REC-0102",
            "/attributes FS-REC-0122",
            "/attributes/articles/1 FS-REC-0104",
            "/attributes/articles/2 FS-REC-0105",
            "/attributes/decidedOn FS-REC-0105",
            "/attributes/fine FS-REC-0104",
            "/attributes/finee FS-REC-0121",
            "/id FS-REC-0105",
            "/refs/a role FS-REC-0105",
            "/refs/b FS-REC-0104",
            "/subject/id FS-REC-0104",
            "/subject/name FS-REC-0102",
            "/subject/type FS-REC-0109",
            "/until FS-REC-0105");
  }

  @Test
  void faultsOfAnAddressAndOfTelephonesDoNotShowThem() throws IOException {
    String line =
        """
        {"type":"subject","id":"S1","name":"X","address":"a\\u0007",\
        "telephones":[1," ","%s","13800000000"]}\
        """
            .formatted("7".repeat(65));
    Decoded decoded = decode(line);
    assertThat(issues(decoded))
        .containsExactly(
            "/address FS-REC-0113",
            "/telephones/0 FS-REC-0104",
            "/telephones/1 FS-REC-0113",
            "/telephones/2 FS-REC-0107");
    assertThat(((Decoded.Rejected) decoded).issues())
        .extracting(issue -> issue.toString())
        .noneMatch(text -> text.contains("777"));
    assertThat(
            issues(
                decode(
                    "{\"type\":\"subject\",\"id\":\"S1\",\"name\":\"X\",\"telephones\":[%s]}"
                        .formatted("\"1\"" + ",\"1\"".repeat(20)))))
        .containsExactly("/telephones FS-REC-0112");
  }

  @Test
  void allFaultsOfASubjectAreNamedAtOnce() throws IOException {
    Decoded decoded =
        decode(
            """
            {"type":"subject","name":" ","uscc":"91360102MA35AAA02X","segment":"","division":"3601",\
            "location":{"lat":91,"lng":115.89},"attributes":{"area":1,"areaM2":[{"from":"x"},7,\
            {"value":1},{"value":2}]},"validFrom":"2024",\
            "licences":[7,{"number":"JY23601020000015"},\
            {"number":"A","validFrom":"2024-01-02","validTo":"2024-01-01"},{}]}\
            """);

    assertThat(issues(decoded))
        .containsExactly(
            "/attributes/area FS-REC-0121",
            "/attributes/areaM2/0/from FS-REC-0105",
            "/attributes/areaM2/0/value FS-REC-0103",
            "/attributes/areaM2/1 FS-REC-0104",
            "/attributes/areaM2/3 FS-REC-0123",
            "/division FS-REC-0106",
            "/id FS-REC-0103",
            "/licences/0 FS-REC-0104",
            "/licences/1/number FS-REC-0106",
            "/licences/2/validTo FS-REC-0111",
            "/licences/3/number FS-REC-0103",
            "/location/lat FS-REC-0108",
            "/location/lng FS-REC-0102",
            "/location/lon FS-REC-0103",
            "/name FS-REC-0113",
            "/segment FS-REC-0105",
            "/uscc FS-REC-0106",
            "/validFrom FS-REC-0105");
  }

  @Test
  void allFaultsOfAWithdrawalAreNamedAtOnce() throws IOException {
    assertThat(
            issues(
                decode(
                    "{\"type\":\"withdraw\",\"id\":7,\"target\":\"\",\"at\":\"2024-06-03\",\"recordedAt\":\"2024-06-01\"}")))
        .containsExactly(
            "/at FS-REC-0110",
            "/id FS-REC-0104",
            "/reason FS-REC-0103",
            "/recordedAt FS-REC-0105",
            "/target FS-REC-0105");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"kind\":\"penalty\" | \"kind\":\"penality\" | /kind FS-REC-0120",
        "\"subject\":\"S1\" | \"subject\":\"\" | /subject FS-REC-0105",
        "\"subject\":\"S1\" | \"subject\":null | /subject FS-REC-0103",
        "\"subject\":\"S1\" | \"subject\":\"\\uD83D\" | /subject FS-REC-0105",
        "\"attributes\": | \"atributes\": | /atributes FS-REC-0102;/attributes FS-REC-0122",
        "\"type\":\"fact\" | \"type\":\"fakt\" | /type FS-REC-0101",
        "\"at\":\"2024-05-02\" | \"at\":\"2024-06-03\" | /at FS-REC-0110",
        "\"at\":\"2024-05-02\" | \"at\":\"2024-06-02T12:00:01Z\" | /at FS-REC-0110",
        "\"at\":\"2024-05-02\" | \"at\":\"2024-06-02T12:00:00Z\" | ''",
        "\"at\":\"2024-05-02\" | \"at\":\"2024-06-02\" | ''",
        "\"at\":\"2024-05-02\" | \"at\":\"0000-05-02\" | /at FS-REC-0105",
        "\"at\":\"2024-05-02\" | \"at\":\"2024-05\" | /at FS-REC-0105",
        "\"at\":\"2024-05-02\" | \"at\":\"2024-05-02T10:00:00\" | /at FS-REC-0105",
        "\"at\":\"2024-05-02\" | \"at\":\"2024-05-02\",\"until\":\"2024-05-01\" | /until FS-REC-0111",
        "\"at\":\"2024-05-02\" | \"at\":\"2024-05-02\",\"until\":\"2024-05-02\" | ''",
        "\"at\":\"2024-05-02\" | \"at\":\"2024-05-02\",\"until\":\"2034-05-02\" | ''",
        "\"at\":\"2024-05-02\" | \"at\":\"2024-05-02T10:00:00Z\",\"until\":\"2024-05-02\" | ''",
        "\"at\":\"2024-05-02\" | \"at\":\"2024-05-02\",\"recordedAt\":\"2024-06-02T12:00:01Z\" | /recordedAt FS-REC-0110",
      })
  void oneFaultInAGoodFact(String good, String bad, String expected) throws IOException {
    assertThat(FACT).contains(good);

    assertThat(String.join(";", issues(decode(FACT.replace(good, bad))))).isEqualTo(expected);
  }

  @Test
  void aListThatIsTooLongIsOneIssueAndNotLookedAt() throws IOException {
    String subject = "{\"type\":\"subject\",\"id\":\"S1\",\"name\":\"X\",%s}";
    String zeros = "0" + ",0".repeat(1_000_000);
    String days = "{\"value\":1}" + ",{\"value\":1}".repeat(1_000);
    StringBuilder refs = new StringBuilder("\"r0\":\"S2\"");
    for (int i = 1; i <= 100; i++) {
      refs.append(",\"r%d\":\"S2\"".formatted(i));
    }

    assertThat(issues(decode(subject.formatted("\"licences\":[" + zeros + "]"))))
        .containsExactly("/licences FS-REC-0112");
    assertThat(issues(decode(subject.formatted("\"attributes\":{\"consumers\":[" + zeros + "]}"))))
        .containsExactly("/attributes/consumers FS-REC-0112");
    assertThat(issues(decode(subject.formatted("\"attributes\":{\"areaM2\":[" + days + "]}"))))
        .containsExactly("/attributes/areaM2 FS-REC-0112");
    assertThat(issues(decode(FACT.replace("\"at\":", "\"refs\":{%s},\"at\":".formatted(refs)))))
        .containsExactly("/refs FS-REC-0112");
  }

  @Test
  void listsOfTheGreatestLengthAreRead() throws IOException {
    String licence = "{\"number\":\"A\"}";
    assertThat(
            decode(
                "{\"type\":\"subject\",\"id\":\"S1\",\"name\":\"X\",\"licences\":[%s]}"
                    .formatted(licence + ("," + licence).repeat(999))))
        .isInstanceOf(Decoded.SubjectRecord.class);
  }

  @Test
  void aRecordHasTwentyIssuesAtMostAndAlwaysTheSame() throws IOException {
    StringBuilder unknown = new StringBuilder();
    for (int i = 0; i < 200_000; i++) {
      unknown.append("\"areaM%d\":1,".formatted(i + 3));
    }
    String attributes = unknown + "\"areaM2\":1";
    for (String members :
        List.of(
            "\"licences\":[0" + ",0".repeat(999) + "]",
            "\"licences\":[{}" + ",{}".repeat(999) + "]",
            "\"attributes\":{" + attributes + "}",
            attributes)) {
      String line = "{\"type\":\"subject\",\"id\":\"S1\",\"name\":\"X\",%s}".formatted(members);
      assertThat(issues(decode(line))).hasSize(20).isEqualTo(issues(decode(line)));
    }
  }

  @Test
  void aMillionCharacterNameIsOneShortIssue() throws IOException {
    Decoded decoded =
        decode("{\"type\":\"subject\",\"id\":\"S1\",\"name\":\"" + "名".repeat(1_000_000) + "\"}");

    assertThat(issues(decoded)).containsExactly("/name FS-REC-0107");
    assertThat(((Decoded.Rejected) decoded).issues().get(0).toString().length()).isLessThan(200);
  }

  @Test
  void lengthsCountCharactersAndNotUnits() throws IOException {
    String subject = "{\"type\":\"subject\",\"id\":\"S1\",\"name\":\"%s\"}";
    String fact = FACT.replace("\"type\":\"fine\"", "\"type\":\"fine\",\"note\":\"%s\"");

    assertThat(issues(decode(subject.formatted("😀".repeat(500))))).isEmpty();
    assertThat(issues(decode(subject.formatted("😀".repeat(501))))).hasSize(1);
    assertThat(issues(decode(fact.formatted("😀".repeat(10_000))))).isEmpty();
    assertThat(issues(decode(fact.formatted("😀".repeat(10_001)))))
        .containsExactly("/attributes/note FS-REC-0107");
  }

  @Test
  void aDateBeginsInTheZoneOfTheReader() throws IOException {
    DataRecord record =
        CollectedRecords.ofNdjson(FACT.replace("2024-05-02", "2024-06-03")).records.get(0);
    Instant latest = Instant.parse("2024-06-02T16:00:00Z");

    assertThat(RecordDecoder.of(CATALOGUE, latest, ZoneId.of("Asia/Shanghai")).decode(record))
        .isInstanceOf(Decoded.FactRecord.class);
    assertThat(RecordDecoder.of(CATALOGUE, latest).decode(record))
        .isInstanceOf(Decoded.Rejected.class);
  }

  @Test
  void issuesSayWhereAndWhatAndTheNearestNames() throws IOException {
    Decoded decoded =
        decode(
            FACT.replace("penalty", "penality") + "\n",
            new IssueLine(
                "a.ndjson:1 /kind: FS-REC-0120 The kind of fact (penality) is not declared."
                    + " Maybe penalty. Otherwise declare it in a policy file.",
                "a.ndjson:1 /kind: FS-REC-0120 事实类别（penality）未声明。 是否为 penalty？否则请在政策文件中声明。"));
    assertThat(decoded).isInstanceOf(Decoded.Rejected.class);
  }

  @Test
  void noIssueLeavesASlotOpen() throws IOException {
    for (String line :
        List.of(
            "{\"type\":\"x\"}",
            "{\"type\":\"fact\",\"kind\":\"penalty\",\"a\":1,\"subject\":{\"type\":\"x\"},\"at\":1,\"until\":\"x\"}",
            "{\"type\":\"fact\",\"kind\":\"penalty\",\"at\":\"2034-01-01\",\"until\":\"2024-01-01\",\"attributes\":{\"x\":1,\"fine\":\"\",\"note\":\"\\u0000\"}}",
            "{\"type\":\"subject\",\"name\":\"\",\"uscc\":\"1\",\"location\":{\"lat\":99,\"lon\":-181},\"attributes\":{\"areaM2\":[{\"value\":1},{\"value\":1}]}}")) {
      Decoded.Rejected rejected = (Decoded.Rejected) decode(line);
      for (Issue issue : rejected.issues()) {
        assertThat(issue.toLine(Locale.ENGLISH)).doesNotContain("(?)").doesNotContain(" ?");
        assertThat(issue.toLine(Locale.CHINESE)).doesNotContain("（?）");
      }
    }
  }

  private record IssueLine(String english, String chinese) {}

  private static Decoded decode(String line, IssueLine expected) throws IOException {
    Decoded decoded = decode(line);
    Issue issue = ((Decoded.Rejected) decoded).issues().get(0);
    assertThat(issue.toLine(Locale.ENGLISH)).isEqualTo(expected.english());
    assertThat(issue.toLine(Locale.CHINESE)).isEqualTo(expected.chinese());
    return decoded;
  }

  private static Decoded decode(String line) throws IOException {
    CollectedRecords read = CollectedRecords.ofNdjson(line);
    assertThat(read.issues).isEmpty();
    return DECODER.decode(read.records.get(0));
  }

  private static List<String> issues(Decoded decoded) {
    return decoded instanceof Decoded.Rejected rejected
        ? rejected.issues().stream()
            .map(issue -> issue.location().path() + " " + issue.code())
            .toList()
        : List.of();
  }

  @Test
  void namesAndFreeTextAreNotRepeatedInMessages() throws IOException {
    String secret = "Zhang_San_13800000000";
    String bell = secret + "\\u0007";
    for (String line :
        List.of(
            "{\"type\":\"subject\",\"id\":\"S1\",\"name\":\"%s\"}".formatted(bell),
            "{\"type\":\"withdraw\",\"id\":\"W1\",\"target\":\"F1\",\"at\":\"2024-06-01\",\"reason\":\"%s\"}"
                .formatted(bell),
            FACT.replace("\"fine\"", "\"fine\",\"note\":\"%s\"".formatted(bell)))) {
      Decoded decoded = decode(line);
      assertThat(issues(decoded)).hasSize(1).allMatch(issue -> issue.endsWith(" FS-REC-0113"));
      assertThat(((Decoded.Rejected) decoded).issues().toString()).doesNotContain(secret);
      assertThat(((Decoded.Rejected) decoded).issues().get(0).toLine(Locale.CHINESE))
          .doesNotContain(secret)
          .doesNotContain("?");
    }
    assertThat(((Decoded.Rejected) decode(FACT.replace("2024-05-02", "soon"))).issues().toString())
        .contains("soon");
  }

  @Test
  void nullMeansAbsent() throws IOException {
    assertThat(
            decode(
                FACT.replace(
                    "\"at\":",
                    "\"until\":null,\"refs\":null,\"source\":null,\"recordedAt\":null,\"at\":")))
        .isEqualTo(decode(FACT));
  }
}

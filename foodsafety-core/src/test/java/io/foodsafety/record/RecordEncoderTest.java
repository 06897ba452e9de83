package io.foodsafety.record;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.foodsafety.fact.FactCatalogue;
import io.foodsafety.model.fact.AttributeValue;
import io.foodsafety.model.fact.Fact;
import io.foodsafety.model.fact.SubjectRef;
import io.foodsafety.model.fact.SubjectType;
import io.foodsafety.model.fact.Withdrawal;
import io.foodsafety.model.subject.AttributeHistory;
import io.foodsafety.model.subject.GeoPoint;
import io.foodsafety.model.subject.Licence;
import io.foodsafety.model.subject.Subject;
import io.foodsafety.model.time.Moment;
import io.foodsafety.spi.format.DataRecord;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RecordEncoderTest {

  private static final RecordDecoder DECODER =
      RecordDecoder.of(FactCatalogue.standard(), Instant.MAX);

  private static final Moment DAY = Moment.of(LocalDate.of(2024, 5, 2));

  @Test
  void aFactHasTheShapeOfTheContract() {
    Fact fact =
        Fact.builder("F1", "sample", SubjectRef.business("S1"), DAY)
            .ref("producer", SubjectRef.business("S2"))
            .ref("tester", SubjectRef.of(SubjectType.LABORATORY, "B1"))
            .until(Moment.of(Instant.parse("2024-05-03T00:00:00Z")))
            .source("x")
            .recordedAt(Instant.parse("2024-05-04T00:00:00.5Z"))
            .attribute("verdict", AttributeValue.code("compliant"))
            .attribute("items", AttributeValue.decimal("7.0"))
            .build();

    assertThat(json(RecordEncoder.encode(fact)))
        .isEqualTo(
            "{\"at\":\"2024-05-02\",\"attributes\":{\"items\":7,\"verdict\":\"compliant\"},\"id\":\"F1\","
                + "\"kind\":\"sample\",\"recordedAt\":\"2024-05-04T00:00:00.500Z\","
                + "\"refs\":{\"producer\":\"S2\",\"tester\":{\"id\":\"B1\",\"type\":\"laboratory\"}},"
                + "\"source\":\"x\",\"subject\":\"S1\",\"until\":\"2024-05-03T00:00:00Z\"}");
    assertThat(DECODER.decode(RecordEncoder.encode(fact))).isEqualTo(new Decoded.FactRecord(fact));
  }

  @Test
  void whatIsAbsentIsLeftOut() {
    Fact fact = Fact.builder("F1", "sample", SubjectRef.business("S1"), DAY).build();

    assertThat(RecordEncoder.encode(fact).fields()).containsOnlyKeys("id", "kind", "subject", "at");
    assertThat(RecordEncoder.encode(Subject.builder("S1", "x").build()).fields())
        .containsOnlyKeys("id", "name");
  }

  @Test
  void aSubjectComesBackAsItWas() {
    Subject subject =
        Subject.builder("S1", "红谷滩食堂")
            .location(GeoPoint.of(1.2345678901234567E-3, -0.0))
            .attribute("areaM2", AttributeValue.decimal(480))
            .attribute("staff", AttributeValue.decimal(7), LocalDate.of(2024, 1, 1))
            .attribute(
                "diners",
                AttributeHistory.always(AttributeValue.decimal(1))
                    .with(LocalDate.of(2020, 1, 1), AttributeValue.decimal(2)))
            .licence(Licence.of("JY23601020000014").validTo(LocalDate.of(2027, 1, 1)))
            .build();

    DataRecord record = RecordEncoder.encode(subject);

    assertThat(json(record))
        .contains(
            "\"areaM2\":480,\"diners\":[{\"value\":1},{\"from\":\"2020-01-01\",\"value\":2}],"
                + "\"staff\":[{\"from\":\"2024-01-01\",\"value\":7}]");
    assertThat(((Decoded.SubjectRecord) DECODER.decode(record)).subject().attributes())
        .isEqualTo(subject.attributes());
  }

  @Test
  void aWithdrawalComesBackAsItWas() {
    Withdrawal withdrawal =
        new Withdrawal("W1", "F1", DAY, "撤销", Optional.of(Instant.parse("2024-05-04T00:00:00Z")));

    assertThat(DECODER.decode(RecordEncoder.encode(withdrawal)))
        .isEqualTo(new Decoded.WithdrawalRecord(withdrawal));
  }

  private static String json(DataRecord record) {
    return new String(CanonicalJson.write(record.fields()), UTF_8);
  }
}

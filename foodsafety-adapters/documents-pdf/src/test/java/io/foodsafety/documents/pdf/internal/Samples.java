package io.foodsafety.documents.pdf.internal;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.foodsafety.document.DocumentDetails;
import io.foodsafety.fact.AsOf;
import io.foodsafety.fact.RecordingResult;
import io.foodsafety.form.Answer;
import io.foodsafety.form.FormItem;
import io.foodsafety.form.FormTemplate;
import io.foodsafety.form.Handling;
import io.foodsafety.form.Measure;
import io.foodsafety.form.Signature;
import io.foodsafety.form.Submission;
import io.foodsafety.model.actor.Actor;
import io.foodsafety.model.document.OfficialDocument;
import io.foodsafety.model.fact.AttributeValue;
import io.foodsafety.model.fact.SubjectRef;
import io.foodsafety.model.issue.Issue;
import io.foodsafety.model.time.Moment;
import io.foodsafety.record.ImportListener;
import io.foodsafety.record.ImportOptions;
import io.foodsafety.record.ImportReport;
import io.foodsafety.record.RecordSource;
import io.foodsafety.runtime.FoodSafety;
import io.foodsafety.runtime.Session;
import java.io.ByteArrayInputStream;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;

/** Documents of a small city: a supermarket that is inspected and graded. */
final class Samples implements AutoCloseable {

  static final LocalDate YEAR_END = LocalDate.of(2024, 12, 31);
  static final LocalDate VISIT = LocalDate.of(2021, 11, 18);

  private static final String RECORDS =
      """
      {"type":"subject","id":"S1","name":"江州惠民生活超市有限公司","uscc":"91360102MA35AAA02R","segment":"sales","format":"supermarket","address":"江州市东湖区荷花塘路12号","telephones":["0791-86000000","0791-86000001"],"attributes":{"areaM2":1000.4,"itemsAmbientPackaged":800,"itemsChilledPackaged":120,"itemsFrozenPackaged":0,"itemsAmbientBulk":300,"itemsChilledBulk":30,"itemsFrozenBulk":51,"suppliers":201},"licences":[{"number":"JY13601020000010","issuedOn":"2019-05-06","validFrom":"2019-05-06","validTo":"2029-05-05"}]}
      {"type":"fact","id":"F1","kind":"inspection","subject":"S1","at":"2024-03-15","attributes":{"type":"routine","itemsChecked":53,"itemsFailed":20}}
      {"type":"fact","id":"F2","kind":"sample","subject":"S1","at":"2024-08-08","attributes":{"level":"national","programme":"supervision","verdict":"non-compliant"}}
      """;

  private final FoodSafety city;
  private final Session session;

  Samples() {
    Path packs =
        Path.of(System.getProperty("foodsafety.root"))
            .resolve("foodsafety-adapters/documents-pdf/src/test/resources/example-province");
    city = FoodSafety.builder().region("example-province").pack(packs).build();
    session = city.as(Actor.person("officer-1"));
    List<Issue> issues = new CopyOnWriteArrayList<>();
    ImportReport read =
        session
            .records()
            .importFrom(
                List.of(
                    RecordSource.of(
                        "sample.ndjson", () -> new ByteArrayInputStream(RECORDS.getBytes(UTF_8)))),
                ImportOptions.standard(),
                new ImportListener() {
                  @Override
                  public void reported(Issue issue) {
                    issues.add(issue);
                  }
                });
    if (!read.isClean()) {
      throw new IllegalStateException(issues.toString());
    }
  }

  Session session() {
    return session;
  }

  OfficialDocument gradeForm(Locale locale) {
    return session
        .documents()
        .ofAssessment(
            "cn-risk-grade-2016",
            session.risk().assess("cn-risk-2016", "S1", AsOf.date(YEAR_END)),
            gradeDetails(locale));
  }

  static DocumentDetails gradeDetails(Locale locale) {
    return DocumentDetails.of(locale, YEAR_END)
        .withNumber("江食险定〔2024〕0042号")
        .withValue("subject.telephones", "张三 13800000000")
        .withValue("given.lastGrade", "B")
        .withSignature("filled-in-by", "李四", YEAR_END);
  }

  FormTemplate form() {
    return session.forms().findForm("cn-sales-2016", VISIT).orElseThrow();
  }

  /** Every fifth item failed, one does not apply; the visit before, two others had failed. */
  OfficialDocument inspectionRecord(Locale locale) {
    RecordingResult filed = session.forms().submit(visit("V0", "2021-05-10", 7));
    if (!filed.isStored()) {
      throw new IllegalStateException(filed.toString());
    }
    return session
        .documents()
        .ofSubmission(
            "cn-inspection-record",
            visit("V1", "2021-11-18", 5),
            DocumentDetails.of(locale, VISIT)
                .withNumber("江食检〔2021〕0815号")
                .withIssuer("江州市东湖区市场监督管理局")
                .withValue("given.credentials", "赣A-0017、赣A-0023")
                .withSignature("business", "赵六", VISIT));
  }

  private Submission visit(String id, String day, int every) {
    FormTemplate form = form();
    Submission.Builder visit =
        Submission.of(id, form, SubjectRef.business("S1"), Moment.parse(day))
            .submitters("inspector-7", "inspector-8")
            .value("inspectionType", AttributeValue.code("routine"))
            .handling(Handling.by(LocalDate.of(2021, 12, 5)))
            .signature(new Signature("inspector", "王小明"))
            .signature(new Signature("inspector", "陈红"));
    List<FormItem> items = form.items();
    for (int i = 0; i < items.size(); i++) {
      visit.answer(items.get(i).number(), answer(i, every));
    }
    return visit.build();
  }

  private static Answer answer(int index, int every) {
    if (index == 1) {
      return Answer.notApplicable();
    } else if (index % every != 0) {
      return Answer.satisfied();
    }
    Answer failed = Answer.notSatisfied().withNote("第" + (index + 1) + "项：冷藏柜温度偏高，记录不全");
    return index == 10 ? failed.withHandling(Handling.of(Measure.ON_SPOT)) : failed;
  }

  @Override
  public void close() {
    city.close();
  }
}

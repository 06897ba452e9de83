package io.foodsafety.document;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.foodsafety.form.Answer;
import io.foodsafety.form.FormFixture;
import io.foodsafety.form.Handling;
import io.foodsafety.form.Measure;
import io.foodsafety.form.Signature;
import io.foodsafety.form.Submission;
import io.foodsafety.model.actor.Actor;
import io.foodsafety.model.document.CheckBox;
import io.foodsafety.model.document.ChecksPart;
import io.foodsafety.model.document.DocumentField;
import io.foodsafety.model.document.FieldsPart;
import io.foodsafety.model.document.OfficialDocument;
import io.foodsafety.model.document.SignatureLine;
import io.foodsafety.model.document.SignaturesPart;
import io.foodsafety.model.document.TablePart;
import io.foodsafety.model.document.TableRow;
import io.foodsafety.model.document.TextPart;
import io.foodsafety.model.fact.AttributeValue;
import io.foodsafety.model.subject.Subject;
import io.foodsafety.runtime.FoodSafety;
import io.foodsafety.runtime.FoodSafetyBuilder;
import io.foodsafety.runtime.PluginReport.Offer;
import io.foodsafety.runtime.PluginReport.OfferKind;
import io.foodsafety.runtime.Session;
import io.foodsafety.runtime.StartupException;
import io.foodsafety.spi.FoodSafetyPlugin;
import io.foodsafety.spi.PluginDescriptor;
import io.foodsafety.spi.SpiVersion;
import io.foodsafety.spi.config.Config;
import io.foodsafety.spi.document.DocumentRenderer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Documents about submissions, and the choice of a renderer. */
class DocumentServiceTest {

  private static final LocalDate DAY = LocalDate.of(2024, 5, 2);
  private static final DocumentTemplate RECORD =
      template(
          """
          {"document": "record", "version": "1", "of": "submission", "status": "sample",
           "basis": "a test, not law", "title": {"zh": "记录", "en": "Record"},
           "parts": [
             {"fields": [
               {"label": {"zh": "名称", "en": "Name"}, "value": "subject.name"},
               {"label": {"zh": "代码", "en": "Code"}, "value": "subject.creditCode"},
               {"label": {"zh": "类型", "en": "Type"}, "value": "field.type"},
               {"label": {"zh": "电话", "en": "Telephone"}, "value": "given.telephone", "wide": true}]},
             {"paragraphs": [
               {"zh": "共{result.checked}项，电话{given.telephone}", "en": "{result.checked} items"}]},
             {"boxes": [
               {"text": {"zh": "有问题", "en": "Problems"}, "value": "result.outcome", "in": ["problem-found"]},
               {"text": {"zh": "无", "en": "None"}, "value": "result.outcome", "in": ["no-problem"]},
               {"text": {"zh": "手填", "en": "By hand"}}]},
             {"table": "failedItems", "columns": [
               {"column": "number", "heading": {"zh": "号", "en": "No."}},
               {"column": "last", "heading": {"zh": "上次", "en": "Last"}},
               {"column": "note", "heading": {"zh": "备注", "en": "Note"}},
               {"column": "handling", "heading": {"zh": "处理", "en": "Handling"}}]},
             {"signatures": [{"role": "inspector", "label": {"zh": "检查人员", "en": "Inspector"}, "count": 3}]}]}
          """);

  private FoodSafety city;
  private Session office;

  private static DocumentTemplate template(String json) {
    return DocumentTemplate.parse(json.getBytes(UTF_8), "record.json");
  }

  @BeforeEach
  void open() {
    city = FoodSafety.builder().zone(FormFixture.ZONE).form(FormFixture.FORM).build();
    office = city.as(Actor.person("officer-1"));
    office.subjects().register(FormFixture.business("restaurant"));
  }

  @AfterEach
  void close() {
    city.close();
  }

  private static Submission visit(String id, String at) {
    return FormFixture.clean(id, at)
        .answer("1", Answer.notSatisfied().withHandling(Handling.of(Measure.INVESTIGATE)))
        .answer("2", Answer.notSatisfied().withNote("a <b> & c"))
        .answer("4", Answer.satisfied().withPoints(BigDecimal.ONE))
        .handling(Handling.by(LocalDate.of(2024, 6, 1)))
        .signature(new Signature("inspector", "Wang"))
        .build();
  }

  private OfficialDocument record(Locale locale) {
    assertThat(office.forms().submit(FormFixture.clean("V0", "2023-05-02").build()).isStored())
        .isTrue();
    return office
        .documents()
        .ofSubmission(RECORD, visit("V1", "2024-05-02"), DocumentDetails.of(locale, DAY));
  }

  @Test
  void whatIsNotKnownStaysBlank() {
    FieldsPart fields = (FieldsPart) record(Locale.ENGLISH).parts().get(0);
    assertThat(fields.fields())
        .extracting(DocumentField::value)
        .containsExactly(
            Optional.of("Business S1"), Optional.empty(), Optional.of("Routine"), Optional.empty());
    TextPart text = (TextPart) record(Locale.CHINA).parts().get(1);
    assertThat(text.paragraphs()).containsExactly("共3项，电话＿＿＿＿");
  }

  @Test
  void aFiledSubmissionGivesTheSameDocumentAsTheOneThatWasFilledIn() {
    DocumentTemplate days =
        template(
            """
            {"document": "days", "version": "1", "of": "submission", "status": "sample",
             "basis": "a test, not law", "title": {"zh": "记录", "en": "Record"},
             "parts": [{"fields": [
               {"label": {"zh": "类型", "en": "Type"}, "value": "field.type"},
               {"label": {"zh": "日期", "en": "Day"}, "value": "field.day"}]}]}
            """);
    Submission filled =
        FormFixture.clean("V1", "2024-05-02").value("day", AttributeValue.date(DAY)).build();
    assertThat(office.forms().submit(filled).isStored()).isTrue();
    DocumentDetails details = DocumentDetails.of(Locale.CHINA, DAY);
    OfficialDocument document = office.documents().ofSubmission(days, filled, details);
    assertThat(((FieldsPart) document.parts().get(0)).fields())
        .extracting(DocumentField::value)
        .containsExactly(Optional.of("日常"), Optional.of("2024年5月2日"));
    Submission filed = office.forms().get("V1").submission();
    assertThat(office.documents().ofSubmission(days, filed, details).sha256())
        .isEqualTo(document.sha256());
  }

  @Test
  void theBusinessOfAMergedIdIsNamedByTheIdThatWasKept() {
    DocumentTemplate whom =
        template(
            """
            {"document": "whom", "version": "1", "of": "submission", "status": "sample",
             "basis": "a test, not law", "title": {"zh": "记录", "en": "Record"},
             "parts": [{"fields": [
               {"label": {"zh": "编号", "en": "Id"}, "value": "subject.id"},
               {"label": {"zh": "名称", "en": "Name"}, "value": "subject.name"}]}]}
            """);
    office.subjects().register(Subject.builder("S2", "Business S2").build());
    office.subjects().merge("S2", "S1", "one licence");
    Submission visit = FormFixture.clean("V1", "2024-05-02").build();
    DocumentDetails details = DocumentDetails.of(Locale.CHINA, DAY);
    OfficialDocument document = office.documents().ofSubmission(whom, visit, details);
    assertThat(((FieldsPart) document.parts().get(0)).fields())
        .extracting(DocumentField::value)
        .containsExactly(Optional.of("S2"), Optional.of("Business S2"));
  }

  @Test
  void boxesAreTickedByWhatIsKnown() {
    ChecksPart checks = (ChecksPart) record(Locale.CHINA).parts().get(2);
    assertThat(checks.boxes())
        .containsExactly(
            new CheckBox("有问题", true), new CheckBox("无", false), new CheckBox("手填", false));
  }

  @Test
  void everyMeasureThatWasOrderedIsTicked() {
    DocumentTemplate measures =
        template(
            """
            {"document": "measures", "version": "1", "of": "submission", "status": "sample",
             "basis": "a test, not law", "title": {"zh": "记录", "en": "Record"},
             "parts": [{"boxes": [
               {"text": {"zh": "当场", "en": "At once"}, "value": "result.handling", "in": ["on-spot"]},
               {"text": {"zh": "限期", "en": "By {result.deadline}"}, "value": "result.handling", "in": ["deadline"]},
               {"text": {"zh": "调查", "en": "Investigated"}, "value": "result.handling", "in": ["investigate"]}]},
              {"paragraphs": [{"zh": "{result.handling}", "en": "{result.handling}"}]}]}
            """);
    OfficialDocument document =
        office
            .documents()
            .ofSubmission(
                measures, visit("V1", "2024-05-02"), DocumentDetails.of(Locale.ENGLISH, DAY));
    assertThat(((ChecksPart) document.parts().get(0)).boxes())
        .containsExactly(
            new CheckBox("At once", false),
            new CheckBox("By 2024-06-01", true),
            new CheckBox("Investigated", true));
    assertThat(((TextPart) document.parts().get(1)).paragraphs())
        .containsExactly("To be corrected by a day, To be investigated");
  }

  @Test
  void failedItemsStandWithTheirHandlingAndTheLastVisit() {
    TablePart english = (TablePart) record(Locale.ENGLISH).parts().get(3);
    assertThat(english.rows())
        .containsExactly(
            TableRow.heading("B　Items"),
            TableRow.of(List.of("*1", "Satisfied", "", "To be investigated")),
            TableRow.of(List.of("2", "Satisfied", "a <b> & c", "To be corrected by 2024-06-01")));
    TablePart chinese = (TablePart) record(Locale.CHINA).parts().get(3);
    assertThat(chinese.rows().get(2).cells())
        .containsExactly("2", "符合", "a <b> & c", "2024年6月1日前改正");
  }

  @Test
  void thoseWhoSignedStandBeforeEmptyLines() {
    SignaturesPart signed = (SignaturesPart) record(Locale.ENGLISH).parts().get(4);
    assertThat(signed.lines())
        .extracting(SignatureLine::name)
        .containsExactly(Optional.of("Wang"), Optional.empty(), Optional.empty());
  }

  @Test
  void aHostAddsWhatTheCityDoesNotKnow() {
    DocumentDetails details =
        DocumentDetails.of(Locale.CHINA, DAY)
            .withNumber("7")
            .withValue("given.telephone", "123")
            .withValue("subject.name", "改名后")
            .withSignature("inspector", "Li", DAY);
    OfficialDocument document =
        office.documents().ofSubmission(RECORD, visit("V1", "2024-05-02"), details);
    assertThat(document.number()).contains("7");
    assertThat(((FieldsPart) document.parts().get(0)).fields())
        .extracting(DocumentField::value)
        .contains(Optional.of("改名后"), Optional.of("123"));
    assertThat(((SignaturesPart) document.parts().get(4)).lines().get(0))
        .isEqualTo(new SignatureLine("检查人员", Optional.of("Li"), Optional.of(DAY)));
  }

  @Test
  void addressAndTelephonesAreThoseThatAreRegistered() {
    DocumentTemplate contact =
        template(
            """
            {"document": "contact", "version": "1", "of": "submission", "status": "sample",
             "basis": "a test, not law", "title": {"zh": "联系", "en": "Contact"},
             "parts": [{"fields": [
               {"label": {"zh": "地址", "en": "Address"}, "value": "subject.address"},
               {"label": {"zh": "电话", "en": "Telephone"}, "value": "subject.telephones"}]}]}
            """);
    Submission visit = visit("V1", "2024-05-02");
    DocumentDetails plain = DocumentDetails.of(Locale.ENGLISH, DAY);
    DocumentService documents = office.documents();
    assertThat(values(documents.ofSubmission(contact, visit, plain)))
        .containsExactly(Optional.empty(), Optional.empty());

    office
        .subjects()
        .register(
            Subject.builder("S1", "Business S1")
                .address("12 Lotus Road")
                .telephone("0791-1")
                .telephone("0791-2")
                .build(),
            DAY);
    assertThat(values(documents.ofSubmission(contact, visit, plain)))
        .containsExactly(Optional.of("12 Lotus Road"), Optional.of("0791-1, 0791-2"));
    DocumentDetails given = plain.withValue("subject.telephones", "Zhang, 0791-3");
    assertThat(values(documents.ofSubmission(contact, visit, given)))
        .containsExactly(Optional.of("12 Lotus Road"), Optional.of("Zhang, 0791-3"));
  }

  private static List<Optional<String>> values(OfficialDocument document) {
    return ((FieldsPart) document.parts().get(0))
        .fields().stream().map(DocumentField::value).toList();
  }

  @Test
  void whoSignedIsNamedAlikeInFieldsAndLines() {
    DocumentTemplate signed =
        template(
            """
            {"document": "signed", "version": "1", "of": "submission", "status": "sample",
             "basis": "a test, not law", "title": {"zh": "记录", "en": "Record"},
             "parts": [
               {"fields": [{"label": {"zh": "检查人员", "en": "Inspectors"}, "value": "signature.inspector"}]},
               {"signatures": [{"role": "inspector", "label": {"zh": "检查人员", "en": "Inspector"}}]}]}
            """);
    Submission visit = visit("V1", "2024-05-02");
    DocumentDetails details = DocumentDetails.of(Locale.CHINA, DAY);
    assertThat(inspectors(office.documents().ofSubmission(signed, visit, details)))
        .containsExactly(Optional.of("Wang"), Optional.of("Wang"));
    DocumentDetails given =
        details.withSignature("inspector", "Li", DAY).withSignature("inspector", "Chen", DAY);
    assertThat(inspectors(office.documents().ofSubmission(signed, visit, given)))
        .containsExactly(Optional.of("Li、Chen"), Optional.of("Li"), Optional.of("Chen"));
  }

  private static List<Optional<String>> inspectors(OfficialDocument document) {
    List<Optional<String>> names = new ArrayList<>();
    ((FieldsPart) document.parts().get(0)).fields().forEach(field -> names.add(field.value()));
    ((SignaturesPart) document.parts().get(1)).lines().forEach(line -> names.add(line.name()));
    return names;
  }

  @Test
  void detailsThatWouldBeLostAreRefused() {
    DocumentDetails plain = DocumentDetails.of(Locale.CHINA, DAY);
    Submission visit = visit("V1", "2024-05-02");
    DocumentService documents = office.documents();
    assertThatThrownBy(
            () -> documents.ofSubmission(RECORD, visit, plain.withValue("given.telefone", "1")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("value (given.telefone). Maybe given.telephone");
    assertThatThrownBy(
            () -> documents.ofSubmission(RECORD, visit, plain.withSignature("boss", "A", DAY)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("role (boss). Maybe inspector");
    assertThatThrownBy(() -> documents.ofSubmission("record", visit, plain))
        .isInstanceOf(NoSuchElementException.class);
  }

  @Test
  void aTemplateIsForOneSourceOnly() {
    DocumentTemplate grades =
        template(
            """
            {"document": "grades", "version": "1", "of": "assessment", "status": "sample",
             "basis": "test", "title": {"zh": "表", "en": "Form"},
             "parts": [{"fields": [{"label": {"zh": "分", "en": "Score"}, "value": "assessment.score"}]}]}
            """);
    assertThatThrownBy(
            () ->
                office
                    .documents()
                    .ofSubmission(
                        grades, visit("V1", "2024-05-02"), DocumentDetails.of(Locale.CHINA, DAY)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("is of (assessment) and not of (submission)");
  }

  @Test
  void twoRenderersOfOneNameNeedAChoice() throws IOException {
    FoodSafetyBuilder both =
        FoodSafety.builder()
            .withoutDiscovery()
            .form(FormFixture.FORM)
            .plugin(new Plain("first"))
            .plugin(new Plain("second"));
    assertThatThrownBy(both::build)
        .isInstanceOf(StartupException.class)
        .hasMessageContaining("document renderer (plain)")
        .hasMessageContaining("preferDocumentRenderer");

    try (FoodSafety chosen = both.preferDocumentRenderer("plain", "second").build()) {
      DocumentService documents = chosen.as(Actor.system("test")).documents();
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      OfficialDocument document =
          documents.ofSubmission(
              RECORD, visit("V1", "2024-05-02"), DocumentDetails.of(Locale.ENGLISH, DAY));
      documents.render(document, "plain", Map.of(), out);
      assertThat(out.toString(UTF_8)).isEqualTo("second Record");
      assertThat(chosen.plugins())
          .flatExtracting(plugin -> plugin.offers())
          .contains(new Offer(OfferKind.DOCUMENT_RENDERER, "plain", true));
      assertThatThrownBy(() -> documents.render(document, "plane", Map.of(), out))
          .hasMessage("There is no document renderer (plane). Maybe plain?");
    }
  }

  /** Offers a renderer that writes who it is, and the title. */
  private record Plain(String id) implements FoodSafetyPlugin, DocumentRenderer {
    @Override
    public PluginDescriptor descriptor() {
      return PluginDescriptor.of(id, "1.0.0", SpiVersion.of(0, 1));
    }

    @Override
    public List<DocumentRenderer> documentRenderers() {
      return List.of(this);
    }

    @Override
    public String name() {
      return "plain";
    }

    @Override
    public String mediaType() {
      return "text/plain";
    }

    @Override
    public String fileExtension() {
      return "txt";
    }

    @Override
    public void render(OfficialDocument document, Config config, OutputStream out)
        throws IOException {
      out.write((id + " " + document.title()).getBytes(UTF_8));
    }
  }
}

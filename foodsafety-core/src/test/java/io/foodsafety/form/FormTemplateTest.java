package io.foodsafety.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import io.foodsafety.fact.FactCatalogue;
import io.foodsafety.model.issue.Issue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FormTemplateTest {

  private static final FormTemplate FORM = FormFixture.FORM;

  @TempDir private Path folder;

  @Test
  void readsEverything() {
    assertThat(FORM.id()).isEqualTo("visit");
    assertThat(FORM.sha256()).matches("[0-9a-f]{64}");
    assertThat(FORM.title().in(Locale.CHINA)).isEqualTo("检查表");
    assertThat(FORM.title().in(Locale.FRANCE)).isEqualTo("Check table");
    assertThat(FORM.items()).extracting(FormItem::number).containsExactly("1", "2", "3", "4");
    assertThat(FORM.items().get(0).key()).isTrue();
    assertThat(FORM.items().get(0).basis()).contains("art. 1");
    assertThat(FORM.items().get(1).evidence()).contains(new FormItem.EvidenceRule("photo", false));
    assertThat(FORM.items().get(2).appliesWhen()).isPresent();
    assertThat(FORM.fields()).extracting(FormField::name).containsExactly("type", "day");
    assertThat(FORM.fields().get(0).choices()).containsOnlyKeys("routine", "flight");
    assertThat(FORM.completeness().except()).containsExactly("flight");
    assertThat(FORM.facts())
        .extracting(FactRule::kind)
        .containsExactly("inspection", "failed-item");
  }

  @Test
  void isInForceFromItsFirstDayOn() {
    assertThat(FORM.isInForceOn(LocalDate.of(2022, 3, 14))).isFalse();
    assertThat(FORM.isInForceOn(LocalDate.of(2022, 3, 15))).isTrue();
    assertThat(FORM.overlaps(FORM)).isTrue();
  }

  @Test
  void takesTheOfficialWords() throws IOException {
    Path csv =
        Files.writeString(
            folder.resolve("words.csv"),
            "\uFEFFitem_no,note,text\r\n1,x,\"许可证“合法”,\n\"\"有效\"\"。\"\r\n2,,  \r\n\r\n4,y,水平\n");

    FormTemplate official = FORM.withWording(FormWording.read(csv));

    assertThat(official.items())
        .extracting(item -> item.text().zh())
        .containsExactly("许可证“合法”,\n\"有效\"。", "场所清洁", "食品留样", "水平");
    assertThat(official.items().get(0).text().en()).isEqualTo("Licence valid");
    assertThat(official.sha256()).isEqualTo(FORM.sha256());
    assertThat(official.items().get(0).key()).isTrue();
  }

  @Test
  void refusesWordsForItemsItDoesNotHave() {
    FormException refused =
        catchThrowableOfType(
            FormException.class, () -> FORM.withWording(Map.of("1", "a", "5", "b", "6", "c")));
    assertThat(refused.issues())
        .extracting(Issue::code, issue -> issue.attributes().get("name"))
        .containsExactly(tuple("FS-FORM-0002", "5"), tuple("FS-FORM-0002", "6"));
  }

  @Test
  void refusesTablesWithoutTheColumnsOrWithAnItemTwice() throws IOException {
    Path other = Files.writeString(folder.resolve("other.csv"), "item_nr,txt\n1,a\n");
    Path twice = Files.writeString(folder.resolve("twice.csv"), "item_no,text\n1,\"a\nb\"\n1,c\n");
    Path empty = Files.writeString(folder.resolve("empty.csv"), "");

    assertThat(refusal(other)).containsExactly("FORM-0002:1", "FORM-0002:1");
    assertThat(refusal(twice)).containsExactly("FORM-0003:4");
    assertThat(refusal(empty)).containsExactly("SRC-0009:1");
    assertThat(refusal(folder.resolve("none.csv"))).containsExactly("FORM-0001");
    assertThat(FormWording.read(other, "item_nr", "txt")).containsExactly(Map.entry("1", "a"));
  }

  private static List<String> refusal(Path csv) {
    return FormFixture.brief(
        catchThrowableOfType(FormException.class, () -> FormWording.read(csv)).issues());
  }

  @Test
  void tellsAFileThatCannotBeRead() {
    FormException refused =
        catchThrowableOfType(
            FormException.class,
            () -> FormTemplate.read(folder.resolve("none.json"), FactCatalogue.empty()));
    assertThat(refused).hasMessageContaining("FS-FORM-0001").hasMessageContaining("NoSuchFile");
  }
}

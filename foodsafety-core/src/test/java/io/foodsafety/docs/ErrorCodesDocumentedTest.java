package io.foodsafety.docs;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import io.foodsafety.docs.DocumentedErrorCodes.Declared;
import io.foodsafety.model.issue.IssueType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class ErrorCodesDocumentedTest {

  private static final Pattern SLOT = Pattern.compile("\\{([A-Za-z]+)}");

  private static final List<Declared> DECLARED = DocumentedErrorCodes.scan();

  @Test
  void areFoundAtAll() {
    assertThat(DECLARED)
        .extracting(DocumentedErrorCodes::areaOf)
        .contains("FS-FACT", "FS-LEDG", "FS-POL", "FS-REC", "FS-RULE", "FS-SRC", "FS-START");
  }

  @Test
  void areUnique() {
    assertThat(DECLARED).extracting(Declared::code).doesNotHaveDuplicates();
  }

  @Test
  void areasBelongToOneClass() {
    assertThat(DECLARED)
        .allSatisfy(
            each ->
                assertThat(DECLARED)
                    .filteredOn(
                        other ->
                            DocumentedErrorCodes.areaOf(other)
                                .equals(DocumentedErrorCodes.areaOf(each)))
                    .extracting(Declared::owner)
                    .containsOnly(each.owner()));
  }

  @Test
  void areDeclaredInClassesNamedIssues() {
    JavaClasses classes = new ClassFileImporter().importPath(DocumentedErrorCodes.mainClasses());

    assertThat(classes)
        .flatExtracting(type -> List.copyOf(type.getFields()))
        .filteredOn(field -> field.getModifiers().toString().contains("STATIC"))
        .filteredOn(field -> field.getRawType().isEquivalentTo(IssueType.class))
        .extracting(field -> field.getOwner().getName() + "." + field.getName())
        .containsExactlyInAnyOrderElementsOf(
            DECLARED.stream().map(each -> each.owner().getName() + "." + each.constant()).toList());
  }

  @Test
  void saySameThingInBothLanguages() {
    assertThat(DECLARED)
        .allSatisfy(
            each -> {
              IssueType type = each.type();
              assertThat(slots(type.messageTemplate(Locale.CHINESE)))
                  .as("slots of the Chinese message of %s", each.code())
                  .isEqualTo(slots(type.messageTemplate(Locale.ENGLISH)));
              assertThat(slots(type.remedyTemplate(Locale.CHINESE)))
                  .as("slots of the Chinese remedy of %s", each.code())
                  .isEqualTo(slots(type.remedyTemplate(Locale.ENGLISH)));
            });
  }

  @Test
  void haveAMessageAndARemedyInBothLanguages() {
    assertThat(DECLARED)
        .allSatisfy(
            each -> {
              for (Locale locale : List.of(Locale.ENGLISH, Locale.CHINESE)) {
                assertThat(each.type().messageTemplate(locale)).as(each.code()).isNotBlank();
                assertThat(each.type().remedyTemplate(locale)).as(each.code()).isNotBlank();
              }
            });
  }

  @Test
  void areDocumented() throws IOException {
    Path page = Path.of(System.getProperty("foodsafety.root"), "docs", "errors.md");
    String expected = DocumentedErrorCodes.page(DECLARED);
    if (Boolean.getBoolean("foodsafety.docs.write")) {
      Files.createDirectories(page.getParent());
      Files.writeString(page, expected, UTF_8);
    }

    assertThat(Files.readString(page, UTF_8))
        .as(
            "docs/errors.md is not up to date. To write it anew, run from the root:%n"
                + "mvn -B -ntp test -pl foodsafety-core -am -Dtest=ErrorCodesDocumentedTest"
                + " -Dsurefire.failIfNoSpecifiedTests=false -Dfoodsafety.docs.write=true")
        .isEqualTo(expected);
  }

  private static Set<String> slots(String template) {
    return new TreeSet<>(SLOT.matcher(template).results().map(result -> result.group(1)).toList());
  }
}

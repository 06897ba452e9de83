package io.foodsafety.risk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.foodsafety.fact.FactCatalogue;
import io.foodsafety.model.issue.Issue;
import io.foodsafety.model.issue.Severity;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** One file for each fault, named for it: the code, line and path, and nothing besides. */
class BadPolicyTest {

  static final Path FOLDER =
      Path.of(
          System.getProperty("foodsafety.root"),
          "foodsafety-core/src/test/resources/io/foodsafety/risk/bad");

  private static final String FAULTS =
      """
      adjustment-of-nothing-known       | SRC-0006:6 /adjustments/0/affects
      adjustment-out-of-range           | SRC-0006:6 /adjustments/0/by
      adjustment-without-steps          | SRC-0004:6 /adjustments/0
      anchored-on-a-number              | POL-0005:9 /static/0/value/count/window/anchored
      anchored-without-a-length         | SRC-0004:9 /static/0/value/count/window
      applies-to-a-number               | POL-0005:6 /appliesTo
      as-of-false                       | SRC-0005:9 /static/0/value/asOf
      attribute-of-another-kind         | POL-0002:9 /static/0/value/sum/of/fact
      bad-date                          | SRC-0006:6 /effectiveFrom
      bad-item                          | SRC-0006:7 /static/0/item
      bad-period                        | SRC-0006:9 /static/0/value/datePlus/period
      band-gap                          | POL-0009:11 /bands/1
      band-gap-of-one-number            | POL-0009:11 /bands/1
      band-order                        | POL-0011:9 /bands
      band-overlap                      | POL-0010:11 /bands/1
      band-overlap-of-one-number        | POL-0010:11 /bands/1
      band-overlap-of-two               | POL-0010:11 /bands/1; POL-0010:12 /bands/2
      band-twice-the-same-grade         | POL-0011:9 /bands
      band-with-two-lower-bounds        | SRC-0006:11 /bands/1
      band-without-numbers              | SRC-0006:11 /bands/1
      bands-of-a-region                 | POL-0017:7 /bands
      blank-item                        | SRC-0006:7 /static/0/item
      blank-title                       | SRC-0006:6 /title
      cap-of-a-wrong-line               | POL-0002:8 /static/0/value/subject
      cap-of-nothing                    | SRC-0006:6 /caps/0/of
      cap-with-crossed-bounds           | SRC-0006:6 /caps/0
      cap-without-bounds                | SRC-0006:6 /caps/0
      caps-that-overlap                 | SRC-0006:8 /caps/1/of
      comment                           | SRC-0001:3
      cycle-of-one                      | POL-0004:7 /define/a/add/1/ref
      cycle-of-three                    | POL-0004:9 /define/c/not/ref
      cycle-of-two                      | POL-0004:8 /define/b/ref
      date-literal-out-of-range         | SRC-0006:9 /static/0/value/date
      date-out-of-range                 | SRC-0006:6 /effectiveTo
      declared-in-another-unit          | POL-0012:8 /declares/subject/0
      declared-otherwise                | POL-0012:8 /declares/facts/0
      declared-required-later           | POL-0012:8 /declares/facts/0
      declared-text-with-a-unit         | POL-0012:8 /declares/subject/0
      declared-twice                    | POL-0012:8 /declares/facts/0
      declared-with-a-bad-name          | POL-0012:8 /declares/subject/0
      declared-with-a-bad-unit          | SRC-0006:8 /declares/subject/0/unit
      declared-with-an-unknown-type     | POL-0002:8 /declares/subject/0/type
      definition-called-value           | SRC-0006:7 /define/value
      definition-reads-a-fact           | POL-0008:7 /define/a/fact
      definitions-too-deep              | POL-0015:57 /define/a50/add/1/ref
      duplicate-grade                   | SRC-0006:5 /scale
      duplicate-item                    | POL-0003:8 /static/1/item
      duplicate-item-of-a-cap           | POL-0003:6 /caps/0/item
      duplicate-member                  | SRC-0002:4 /version
      empty-bands                       | SRC-0006:9 /bands
      empty-file                        | SRC-0001:1
      empty-lines                       | POL-0013:1
      empty-window                      | SRC-0004:9 /static/0/value/count/window
      ends-before-it-begins             | SRC-0006:7 /effectiveTo
      exclusion-without-condition       | SRC-0004:6 /noGrade/0
      fact-outside-of-a-selection       | POL-0008:9 /static/0/value/fact
      group-of-texts                    | POL-0005:9 /static/0/value/groupBy/each
      huge-number                       | SRC-0006:7 /static/0/value
      inspections-misspelt              | SRC-0003:7 /inspectionsPerYear/0/maximum
      inspections-of-an-unknown-grade   | POL-0002:7 /inspectionsPerYear/0/grade
      inspections-out-of-range          | SRC-0006:7 /inspectionsPerYear/0/min; SRC-0006:8 /inspectionsPerYear/1/min; SRC-0006:9 /inspectionsPerYear/2/max
      inspections-twice-for-a-grade     | POL-0003:8 /inspectionsPerYear/1/grade
      inspections-with-crossed-bounds   | SRC-0006:7 /inspectionsPerYear/0/max
      inspections-without-a-number      | SRC-0004:7 /inspectionsPerYear/0
      limit-gap                         | POL-0009:12 /limits/0/bands/1
      line-in-two-best-ofs              | POL-0003:8 /bestOf/1/of
      list-instead-of-object            | SRC-0005:7 /static/0
      list-with-a-number                | SRC-0005:9 /static/0/value/1
      long-number                       | SRC-0006:7 /static/0/value
      missing-bands                     | SRC-0004:1
      missing-basis                     | SRC-0004:7 /static/0
      missing-operand                   | SRC-0004:9 /static/0/value/if
      missing-scale                     | SRC-0004:1
      missing-value                     | SRC-0004:7 /static/0
      missing-version                   | SRC-0004:1
      name-in-one-language              | SRC-0004:6 /static/0/name
      name-without-languages            | SRC-0005:6 /static/0/name
      nested-too-deeply                 | SRC-0001:9
      no-grades                         | SRC-0006:5 /scale
      no-lines                          | POL-0013:1
      no-operands                       | POL-0007:9 /static/0/value/all
      no-operator                       | POL-0006:9 /static/0/value
      not-an-object                     | SRC-0005:1
      not-json                          | SRC-0001:3
      not-utf-8                         | SRC-0010:6
      null-expression                   | SRC-0005:9 /static/0/value/add/1
      null-member                       | SRC-0004:1
      null-window                       | SRC-0004:9 /static/0/value/count/window
      object-instead-of-list            | SRC-0005:6 /static
      operand-not-a-list                | SRC-0005:9 /static/0/value/add
      pattern-without-lines             | POL-0002:6 /caps/0/of/0
      period-too-long                   | SRC-0006:9 /static/0/value/datePlus/period
      pick-highest-of-nothing           | SRC-0004:9 /static/0/value/pick
      pick-latest-by-number             | SRC-0003:9 /static/0/value/pick/by
      pick-unknown                      | SRC-0006:9 /static/0/value/pick/take
      points-scale-not-whole            | SRC-0006:6 /pointsScale
      points-scale-out-of-range         | SRC-0006:6 /pointsScale
      round-out-of-range                | SRC-0006:9 /static/0/value/round/scale
      sliding-over-texts                | POL-0005:9 /static/0/value/latest
      sliding-within-sliding            | SRC-0006:9 /static/0/value/count/window/within
      sum-of-texts                      | POL-0005:9 /static/0/value/sum/of
      sum-without-value                 | SRC-0004:9 /static/0/value/sum
      table-by-a-text                   | SRC-0005:6 /tables/t/by
      table-by-nothing                  | SRC-0006:6 /tables/t/by
      table-gap                         | POL-0009:7 /tables/t/ranges/1
      table-key-of-other-type           | POL-0005:12 /static/0/value/table/of
      table-misspelt                    | SRC-0003:7 /tables/t/range
      table-of-nothing                  | SRC-0004:7 /tables/t
      table-of-ranges-and-words         | SRC-0003:7 /tables/t/words
      table-overlap                     | POL-0010:7 /tables/t/ranges/1
      table-part-called-as-a-table      | POL-0003:6 /tables/t/by/a
      table-part-misspelt               | SRC-0003:6 /tables/t/by/a/word
      table-value-not-a-number          | SRC-0005:7 /tables/t/words/a
      table-whose-first-key-is-a-number | POL-0005:7 /static/0/value/table/of/0
      table-whose-second-key-is-a-number | POL-0005:7 /static/0/value/table/of/1
      table-with-one-key-of-two         | SRC-0005:7 /static/0/value/table/of
      table-with-three-keys             | POL-0007:7 /static/0/value/table/of
      table-without-rows                | SRC-0006:7 /tables/t/ranges
      text-instead-of-number            | SRC-0005:6 /pointsScale
      title-in-one-language             | SRC-0004:6 /title
      too-few-operands                  | POL-0007:9 /static/0/value/divide
      too-many-operands                 | POL-0007:9 /static/0/value/eq
      truncated                         | SRC-0001:7
      two-documents                     | SRC-0001:15
      two-operators                     | POL-0006:9 /static/0/value
      two-windows                       | SRC-0003:9 /static/0/value/count/window/calendar
      type-mismatch                     | POL-0005:9 /static/0/value/add/1
      type-mismatch-of-attribute        | POL-0005:9 /static/0/value/round/of
      type-mismatch-of-choice           | POL-0005:9 /static/0/value/if/else
      type-mismatch-of-comparison       | POL-0005:9 /static/0/value/lt/0
      type-mismatch-of-condition        | POL-0005:7 /static/0/when
      type-mismatch-of-points           | POL-0005:7 /static/0/value
      unknown-aggregate                 | SRC-0006:9 /static/0/value/groupBy/each
      unknown-direct-grade              | POL-0002:6 /directGrades/0/grade
      unknown-direction                 | SRC-0006:5 /scale/better
      unknown-fact-attribute            | POL-0002:9 /static/0/value/sum/of/fact
      unknown-grade                     | POL-0002:11 /bands/1/grade
      unknown-kind                      | POL-0002:9 /static/0/value/count/kind
      unknown-line-in-a-cap             | POL-0002:6 /caps/0/of/0
      unknown-member                    | SRC-0003:6 /effectivFrom
      unknown-member-of-a-line          | SRC-0003:12 /static/0/bases
      unknown-operator                  | POL-0006:9 /static/0/value
      unknown-outer-aggregate           | SRC-0006:9 /static/0/value/groupBy/outer
      unknown-reference                 | POL-0002:12 /static/0/value/ref
      unknown-subject-attribute         | POL-0002:9 /static/0/value/subject
      unknown-table                     | POL-0002:12 /static/0/value/table/name
      unknown-window                    | SRC-0003:9 /static/0/value/count/window/roling
      unknown-zone                      | SRC-0006:4 /zone
      value-for-a-count                 | SRC-0003:9 /static/0/value/count/of
      value-outside-of-points           | POL-0002:7 /static/0/when/ref
      window-in-the-future              | SRC-0006:9 /static/0/value/count/window/offset
      window-not-in-force               | SRC-0005:9 /static/0/value/count/window/inForce
      window-of-an-unknown-unit         | SRC-0006:9 /static/0/value/count/window/calendar
      window-of-negative-length         | SRC-0006:9 /static/0/value/count/window/rolling
      window-of-no-length               | SRC-0006:9 /static/0/value/count/window/rolling
      window-with-an-unknown-member     | SRC-0003:9 /static/0/value/count/window/ofset
      wrong-definition-that-nobody-uses | POL-0002:7 /define/a/subject
      wrong-definition-used-twice       | POL-0002:7 /define/a/subject
      """;

  static Stream<String> faults() {
    return FAULTS.lines();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("faults")
  void hasOneFault(String row) throws IOException {
    String[] columns = row.split("\\|");
    assertThat(found(columns[0].strip())).containsExactly(columns[1].strip().split("; "));
  }

  @Test
  void coversEveryFile() throws IOException {
    List<String> tested = faults().map(row -> row.split("\\|")[0].strip()).toList();
    try (Stream<Path> files = Files.list(FOLDER)) {
      assertThat(files.map(file -> file.getFileName().toString().replace(".json", "")))
          .filteredOn(name -> !name.startsWith("many-faults"))
          .containsExactlyInAnyOrderElementsOf(tested);
    }
  }

  @Test
  void reportsAllFaultsAtOnce() throws IOException {
    assertThat(found("many-faults"))
        .containsExactly(
            "SRC-0005:6 /title",
            "SRC-0006:7 /effectiveFrom",
            "POL-0002:8 /declares/subject/0/type",
            "POL-0004:9 /define/a/ref",
            "POL-0005:10 /appliesTo",
            "POL-0002:15 /static/0/value/subject",
            "POL-0002:16 /static/1/value/count/kind",
            "SRC-0004:17 /static/2",
            "POL-0003:20 /dynamic/0/item",
            "POL-0009:24 /bands/1",
            "POL-0010:25 /bands/2",
            "POL-0002:12 /directGrades/0/grade",
            "SRC-0006:13 /adjustments/0/affects",
            "SRC-0003:11 /unknown");
  }

  @Test
  void reportsWhatItCanWithoutAScale() throws IOException {
    assertThat(found("many-faults-without-a-scale"))
        .containsExactly(
            "SRC-0004:1",
            "SRC-0005:5 /pointsScale",
            "SRC-0005:8 /static",
            "SRC-0006:6 /adjustments/0/affects",
            "SRC-0003:7 /unknown");
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("faults")
  void saysEachOnOneClearLine(String row) throws IOException {
    for (Issue issue : read(row.split("\\|")[0].strip()).issues()) {
      assertThat(issue.severity()).isEqualTo(Severity.ERROR);
      for (Locale locale : List.of(Locale.ENGLISH, Locale.CHINESE)) {
        assertThat(issue.toLine(locale))
            .startsWith("policy.json:")
            .hasSizeLessThan(400)
            .doesNotContainPattern("[\\n\\r{]|java\\.|Stream|Exception|Abandoned");
      }
    }
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          unknown-window       | The member (roling) is unknown here. Known here: rolling.
          unknown-operator     | An expression has exactly one operator, and (ad) is none. Maybe add, all, any.
          two-operators        | An expression has exactly one operator, and (add + subtract) is none. Maybe add, subtract.
          unknown-kind         | The fact kind (inspections) is not declared. Known: inspection.
          cycle-of-three       | The definitions form a cycle: a -> b -> c -> a. Break it at one of them.
          band-gap             | Between the bands (-∞, 10] and [11, 20] is a gap. Let one end where the next begins, and only one of them include the bound.
          table-misspelt       | The member (range) is unknown here. Known here: ranges.
          window-not-in-force  | Here is false and must be true. Write true.
          unknown-fact-attribute | The attribute of kind inspection (scores) is not declared. Known: score.
          """)
  void says(String name, String message) throws IOException {
    Issue issue = read(name).issues().get(0);
    assertThat(issue.message(Locale.ENGLISH) + " " + issue.remedy(Locale.ENGLISH))
        .isEqualTo(message);
  }

  @Test
  void hasAMessageWithALineForEachIssue() throws IOException {
    PolicyException exception = read("many-faults");
    assertThat(exception.getMessage().lines()).hasSameSizeAs(exception.issues());
    assertThat(new TreeSet<>(exception.getMessage().lines().toList()))
        .hasSameSizeAs(exception.issues());
  }

  @Test
  void tellsAFileThatCannotBeRead(@TempDir Path folder) {
    PolicyException exception =
        catchThrowableOfType(
            PolicyException.class,
            () -> RiskPolicy.read(folder.resolve("none.json"), FactCatalogue.empty()));
    assertThat(exception.issues()).extracting(Issue::code).containsExactly("FS-POL-0001");
    assertThat(exception).hasMessageContaining("none.json").hasMessageContaining("NoSuchFile");
  }

  /** The tests above show what is missing; here what is there is not refused. */
  @Test
  void warnsOfAZoneThatIsNotDeclared() {
    RiskPolicy policy =
        GradingFixture.ofJson(
                "{'policy':'p','version':'1','scale':{'id':'s','better':'lower','grades':['A']},"
                    + "'static':[{'item':'x','value':1,'basis':'-'}],'bands':[{'grade':'A'}]}")
            .policy();
    assertThat(policy.zone().getId()).isEqualTo("Z");
    assertThat(policy.warnings()).extracting(Issue::code).containsExactly("FS-POL-0014");
    assertThat(policy.sha256()).matches("[0-9a-f]{64}");
  }

  private static List<String> found(String name) throws IOException {
    return read(name).issues().stream().map(BadPolicyTest::brief).toList();
  }

  private static String brief(Issue issue) {
    String path = issue.location().path();
    return issue.code().substring("FS-".length())
        + ":"
        + issue.location().line()
        + (path.isEmpty() ? "" : " " + path);
  }

  private static PolicyException read(String name) throws IOException {
    byte[] bytes = Files.readAllBytes(FOLDER.resolve(name + ".json"));
    return catchThrowableOfType(
        PolicyException.class,
        () -> RiskPolicy.parse(bytes, "policy.json", FactCatalogue.standard()));
  }
}

package io.foodsafety.region;

import static io.foodsafety.region.Packs.base;
import static io.foodsafety.region.Packs.pack;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.foodsafety.model.issue.Issue;
import io.foodsafety.spi.region.RegionPack;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every kind of mistake in packs is told with its file and line. */
class BadPackTest {

  private static final String GOODS_PATCH =
      "{\"file\": \"goods.csv\", \"table\": \"goods\", \"key\": [\"code\"], \"patch\": true}";
  private static final String DIVISIONS =
      "{\"file\": \"d.csv\", \"table\": \"divisions\", \"key\": [\"code\"]}";

  private static List<String> faults(String region, Packs... packs) {
    RegionException e =
        catchThrowableOfType(RegionException.class, () -> Region.load(region, List.of(packs)));
    assertThat(e).as("The packs must be refused.").isNotNull();
    for (Issue issue : e.issues()) {
      assertThat(issue.remedy(Locale.ENGLISH)).isNotBlank();
    }
    return e.issues().stream().map(issue -> issue.code() + " " + issue.location()).toList();
  }

  private static List<String> warnings(String region, Packs... packs) {
    return Region.load(region, List.of(packs)).warnings().stream()
        .map(issue -> issue.message(Locale.ENGLISH))
        .toList();
  }

  /** A pack with one table. */
  private static Packs table(String table, String key, String rows) {
    return pack(
            "one",
            "",
            "{\"file\": \"t.csv\", \"table\": \"%s\", \"key\": [%s]}".formatted(table, key))
        .with("t.csv", rows);
  }

  /** The manifest's entry of a patch. */
  private static String patch(String table, String key, String dates) {
    return "{\"file\": \"p.csv\", \"table\": \"%s\", \"key\": [\"%s\"], \"patch\": true%s}"
        .formatted(table, key, dates);
  }

  /** A pack on top of the base with the table of its policy's grades. */
  private static Packs grades(String rows) {
    return pack(
            "city",
            "base",
            "{\"file\": \"g.csv\", \"table\": \"size-grades\", \"key\": [\"grade\"]}")
        .with("g.csv", rows);
  }

  /** A pack of a plug-in that throws when it is asked for its id, its location or a file. */
  private record BrokenPack(Packs pack, String broken, RuntimeException thrown)
      implements RegionPack {

    @Override
    public String id() {
      return orThrow("id", pack.id());
    }

    @Override
    public String location() {
      return orThrow("location", pack.location());
    }

    @Override
    public InputStream open(String name) throws IOException {
      return pack.open(orThrow(name, name));
    }

    private String orThrow(String asked, String answer) {
      if (asked.equals(broken)) {
        throw thrown;
      }
      return answer;
    }
  }

  @Test
  void anUnknownRegion() {
    assertThat(faults("bass", base())).containsExactly("FS-REGION-0001 ");
  }

  @Test
  void aMissingParent() {
    assertThat(faults("city", pack("city", "bass", ""), base()))
        .containsExactly("FS-REGION-0002 city/pack.json:1");
  }

  @Test
  void aCircleOfParents() {
    assertThat(faults("one", pack("one", "two", ""), pack("two", "one", "")))
        .containsExactly("FS-REGION-0003 two/pack.json:1");
  }

  @Test
  void onePackTwice() {
    assertThat(faults("base", base(), base())).containsExactly("FS-REGION-0004 ");
  }

  @Test
  void aManifestWithAnotherId() {
    Packs pack = pack("base", "", "");
    assertThat(
            faults(
                "base",
                pack.with(
                    "pack.json",
                    "{\"pack\": \"bass\", \"format\": 1, \"version\": \"1\",\n"
                        + "\"title\": {\"zh\": \"一\", \"en\": \"One\"}}")))
        .containsExactly("FS-REGION-0005 base/pack.json:1 /pack");
  }

  @Test
  void aManifestThatIsNoJson() {
    assertThat(faults("base", base().with("pack.json", "{\n\"pack\"")))
        .singleElement()
        .asString()
        .startsWith("FS-SRC-0001 base/pack.json:2");
  }

  @Test
  void aManifestWithMistakes() {
    String manifest =
        """
        {
          "pack": "base",
          "format": 2,
          "versoin": "1",
          "title": {"zh": "一"},
          "zone": "Asia/Nowhere",
          "files": []
        }
        """;
    assertThat(faults("base", pack("base", "", "").with("pack.json", manifest)))
        .containsExactlyInAnyOrder(
            "FS-SRC-0006 base/pack.json:3 /format",
            "FS-SRC-0004 base/pack.json:1",
            "FS-SRC-0004 base/pack.json:5 /title",
            "FS-SRC-0006 base/pack.json:6 /zone",
            "FS-SRC-0003 base/pack.json:4 /versoin");
  }

  @Test
  void filesThatCannotBeRead() {
    assertThat(faults("base", pack("base", "", "\"none.json\", \"../x.json\", \"/etc/x\"")))
        .containsExactly(
            "FS-REGION-0006 base/pack.json:4 /files/0",
            "FS-REGION-0006 base/pack.json:4 /files/1",
            "FS-REGION-0006 base/pack.json:4 /files/2");
  }

  @Test
  void aFileTwice() {
    assertThat(faults("base", pack("base", "", "\"p.json\", \"p.json\"").with("p.json", "{}")))
        .containsExactlyInAnyOrder(
            "FS-REGION-0009 base/p.json:1", "FS-REGION-0007 base/pack.json:4 /files/1");
  }

  @Test
  void aDocumentOfNoKind() {
    assertThat(faults("base", pack("base", "", "\"p.json\"").with("p.json", "{\"polcy\": \"x\"}")))
        .containsExactly("FS-REGION-0009 base/p.json:1");
  }

  @Test
  void twoVersionsForOneDay() {
    Packs pack =
        pack(
                "base",
                "",
                "{\"file\": \"a.csv\", \"table\": \"t\", \"key\": [\"k\"], \"effectiveTo\": \"2024-06-30\"},"
                    + "{\"file\": \"b.csv\", \"table\": \"t\", \"key\": [\"k\"], \"effectiveFrom\": \"2024-06-30\"}")
            .with("a.csv", "k,v\n1,2\n")
            .with("b.csv", "k,v\n1,3\n");
    assertThat(faults("base", pack)).containsExactly("FS-REGION-0010 base/b.csv:1");
  }

  @Test
  void anIdTwice() {
    Packs pack =
        base()
            .with("other.json", Packs.POLICY)
            .with(
                "pack.json",
                "{\"pack\": \"base\", \"format\": 1, \"version\": \"1\", \"title\": {\"zh\": \"一\", \"en\": \"One\"},"
                    + "\n\"files\": [\"policy.json\", \"other.json\","
                    + "{\"file\": \"static.csv\", \"table\": \"static\", \"key\": [\"item\", \"above\"]},"
                    + "{\"file\": \"goods.csv\", \"table\": \"goods\", \"key\": [\"code\"]}]}");
    assertThat(faults("base", pack)).contains("FS-REGION-0010 base/other.json:1");
  }

  @Test
  void mistakesInTables() {
    Packs pack =
        base()
            .with(
                "goods.csv",
                "code,name,points\nmilk,Milk,8\nmilk,Milk,9\ntea,Tea\nwine,Wine,ten\n");
    assertThat(faults("base", pack))
        .containsExactly(
            "FS-SRC-0008 base/goods.csv:4",
            "FS-REGION-0011 base/goods.csv:3",
            "FS-REGION-0015 base/goods.csv:5");
  }

  @Test
  void aTableWithoutItsColumns() {
    assertThat(faults("base", base().with("goods.csv", "kode,points\nmilk,1\n")))
        .contains("FS-REGION-0012 base/goods.csv:1");
    assertThat(faults("base", base().with("goods.csv", "code,worth\nmilk,1\n")))
        .singleElement()
        .asString()
        .startsWith("FS-REGION-0012 base/policy.json:10");
  }

  @Test
  void tablesThatAreNoCsv() {
    assertThat(faults("base", base().with("goods.csv", "")))
        .contains("FS-SRC-0009 base/goods.csv:1");
    assertThat(faults("base", base().with("goods.csv", "code,code\n")))
        .contains("FS-SRC-0009 base/goods.csv:1");
    assertThat(faults("base", base().with("goods.csv", "code,points\nmilk,\"8\n")))
        .contains("FS-SRC-0007 base/goods.csv:3");
  }

  @Test
  void rangesThatOverlapAreToldAtTheirRows() {
    Packs pack = base().with("static.csv", "item,above,to,points\narea,,200,1\narea,100,,4\n");
    assertThat(faults("base", pack)).containsExactly("FS-POL-0010 base/static.csv:3");
  }

  @Test
  void aPolicyThatReadsATableThatIsNotThere() {
    Packs city = pack("city", "base", "", " \"removes\": [{\"table\": \"goods\"}],");
    assertThat(faults("city", base(), city))
        .singleElement()
        .asString()
        .startsWith("FS-REGION-0014 base/policy.json:10 /tables/goods/from");
  }

  @Test
  void nothingToChangeOrRemove() {
    Packs city =
        pack(
                "city",
                "base",
                GOODS_PATCH.replace("\"goods\"", "\"godds\""),
                " \"removes\": [{\"policy\": \"sise\"}],")
            .with("goods.csv", Packs.GOODS);
    assertThat(faults("city", base(), city))
        .containsExactly(
            "FS-REGION-0013 city/pack.json:3 /removes/0", "FS-REGION-0013 city/goods.csv:1");
  }

  @Test
  void aPatchWithOtherColumns() {
    Packs city = pack("city", "base", GOODS_PATCH).with("goods.csv", "code,point\nmilk,1\n");
    assertThat(faults("city", base(), city)).contains("FS-REGION-0012 city/goods.csv:1");
  }

  @Test
  void anUnknownKindOfFactInAPolicy() {
    String policy =
        Packs.POLICY.replace("{\"subject\": \"area\"}", "{\"count\": {\"kind\": \"penalti\"}}");
    assertThat(faults("base", base().with("policy.json", policy)))
        .singleElement()
        .asString()
        .startsWith("FS-POL-0002 base/policy.json:13");
  }

  @Test
  void mistakesInDivisions() {
    Packs pack =
        pack("base", "", DIVISIONS)
            .with(
                "d.csv",
                """
                code,name,parent,from,to,lat
                360100,南昌市,,,,
                3601x2,东湖区,360100,,,
                360103,,360100,,,
                360104,青云谱区,360900,,,
                360111,青山湖区,360100,2020-13-01,,
                360112,新建区,360100,2020-01-01,2019-01-01,
                360121,南昌县,360100,,,91
                """);
    assertThat(faults("base", pack))
        .containsExactly(
            "FS-REGION-0015 base/d.csv:3",
            "FS-REGION-0015 base/d.csv:4",
            "FS-REGION-0015 base/d.csv:6",
            "FS-REGION-0015 base/d.csv:7",
            "FS-REGION-0015 base/d.csv:8",
            "FS-REGION-0016 base/d.csv:5");
  }

  @Test
  void aGradeWithoutARow() {
    Packs city =
        pack(
                "city",
                "base",
                "{\"file\": \"g.csv\", \"table\": \"size-grades\", \"key\": [\"grade\"]}")
            .with("g.csv", "grade,colour,minPerYear\nA,green,one\n");
    assertThat(faults("city", base(), city))
        .containsExactly("FS-REGION-0015 city/g.csv:2", "FS-REGION-0017 city/g.csv:2");
  }

  @Test
  void gradesAreCheckedOnEachDayOnWhichTheirTableChanges() {
    Packs low = grades("grade,minPerYear,maxPerYear\nA,1,1\nB,2,4\n");
    Packs high =
        pack("high", "city", patch("size-grades", "grade", ", \"effectiveFrom\": \"2024-01-01\""))
            .with("p.csv", "grade,minPerYear,maxPerYear,removed\nA,3,2.5,\nB,,,yes\n");
    assertThat(faults("high", base(), low, high))
        .containsExactly("FS-REGION-0015 high/p.csv:2", "FS-REGION-0017 high/p.csv:2");
  }

  @Test
  void coloursAreCheckedOnEachDay() {
    Packs pack =
        pack(
                "base",
                "",
                "{\"file\": \"a.csv\", \"table\": \"colours\", \"key\": [\"colour\"],"
                    + " \"effectiveTo\": \"2023-12-31\"},"
                    + "{\"file\": \"b.csv\", \"table\": \"colours\", \"key\": [\"colour\"],"
                    + " \"effectiveFrom\": \"2024-01-01\"}")
            .with("a.csv", "colour,hex\nred,pink\n")
            .with("b.csv", "colour,hex\nred,rose\n");
    assertThat(faults("base", pack))
        .containsExactly("FS-REGION-0015 base/a.csv:2", "FS-REGION-0015 base/b.csv:2");
  }

  @Test
  void aColourThatIsNotInTheTableIsWorthALook() {
    Packs colours =
        pack("top", "city", "{\"file\": \"c.csv\", \"table\": \"colours\", \"key\": [\"colour\"]}")
            .with("c.csv", "colour,hex\nred,#a5001e\n");
    Packs low = grades("grade,colour\nA,rad\nB,red\n");
    assertThat(warnings("top", base(), low, colours))
        .containsExactly(
            "The colour (rad) is not in the table colours; the grade gets one by its rank.");
    assertThat(warnings("city", base(), low)).hasSize(2);
  }

  @Test
  void divisionsOfARegionThatDoesNotSayWhichItIs() {
    String rows = "code,name\n360100,南昌市\n";
    assertThat(warnings("city", pack("city", "", DIVISIONS).with("d.csv", rows)))
        .containsExactly("The region (city) has divisions and does not say which of them it is.");
    Packs told = pack("city", "", DIVISIONS, " \"division\": \"360100\",").with("d.csv", rows);
    assertThat(warnings("city", told)).isEmpty();
  }

  @Test
  void tablesThatHoldForAllDaysHaveNoDates() {
    String dated = DIVISIONS.replace("}", ", \"effectiveTo\": \"2024-12-31\"}");
    Packs texts =
        pack("city", "low", patch("texts", "key", ", \"effectiveFrom\": \"2024-01-01\""))
            .with("p.csv", "key,zh,en\nsegment.sales,销售,Retail\n");
    Packs low =
        pack("low", "", dated + ", {\"file\": \"t.csv\", \"table\": \"texts\", \"key\": [\"key\"]}")
            .with("d.csv", "code,name\n360100,南昌市\n")
            .with("t.csv", "key,zh,en\nsegment.sales,销售,Sales\n");
    assertThat(faults("city", texts, low))
        .containsExactlyInAnyOrder(
            "FS-SRC-0006 low/pack.json:4 /files/0/effectiveTo",
            "FS-SRC-0006 city/pack.json:4 /files/0/effectiveFrom");
  }

  @Test
  void keysOfTables() {
    assertThat(faults("one", table("texts", "\"key\", \"zh\"", "key,zh,en\n")))
        .containsExactly("FS-SRC-0006 one/pack.json:4 /files/0/key");
    assertThat(faults("one", table("texts", "\"name\"", "name,zh,en\n")))
        .containsExactly("FS-SRC-0006 one/pack.json:4 /files/0/key");
    assertThat(faults("one", table("own", "\"a\", \"a\"", "a,b\n")))
        .containsExactly("FS-SRC-0006 one/pack.json:4 /files/0/key");
    assertThat(faults("one", table("own", "", "a,b\n")))
        .containsExactly("FS-SRC-0006 one/pack.json:4 /files/0/key");
    assertThat(faults("one", table("own", "\"\"", "a,b\n")))
        .containsExactly("FS-SRC-0006 one/pack.json:4 /files/0/key/0");
    assertThat(faults("one", table("own", "\"a\", \"above\"", "a,above,b\nx,,1\n,2,3\n")))
        .containsExactly("FS-REGION-0015 one/t.csv:3");
  }

  @Test
  void aPatchOutsideOfTheDatesOfItsTable() {
    Packs low =
        pack(
                "low",
                "",
                "{\"file\": \"t.csv\", \"table\": \"own\", \"key\": [\"a\"],"
                    + " \"effectiveFrom\": \"2024-01-01\"}")
            .with("t.csv", "a,b\n1,2\n");
    Packs early =
        pack("city", "low", patch("own", "a", ", \"effectiveTo\": \"2023-12-31\""))
            .with("p.csv", "a,b\n1,3\n");
    assertThat(faults("city", low, early)).containsExactly("FS-REGION-0021 city/p.csv:1");
    Packs touching =
        pack("city", "low", patch("own", "a", ", \"effectiveTo\": \"2024-01-01\""))
            .with("p.csv", "a,b\n1,3\n");
    assertThat(Region.load("city", List.of(low, touching)).packs()).hasSize(2);
  }

  @Test
  void aTableThatIsRemovedAndPatched() {
    Packs city =
        pack("city", "base", GOODS_PATCH, " \"removes\": [{\"table\": \"goods\"}],")
            .with("goods.csv", Packs.GOODS);
    assertThat(faults("city", base(), city)).contains("FS-REGION-0013 city/goods.csv:1");
  }

  @Test
  void ofATableThatCannotBeReadNothingElseIsSaid() {
    Packs low = base().with("goods.csv", "kode,points\nmilk,1\n");
    Packs city =
        pack("city", "base", GOODS_PATCH).with("goods.csv", "code,points,removed\nmilk,2,no\n");
    assertThat(faults("city", low, city))
        .containsExactlyInAnyOrder(
            "FS-REGION-0012 base/goods.csv:1", "FS-REGION-0015 city/goods.csv:2");
    Packs removing = pack("city", "base", "", " \"removes\": [{\"table\": \"goods\"}],");
    assertThat(faults("city", low, removing)).containsExactly("FS-REGION-0012 base/goods.csv:1");
  }

  @Test
  void aTableInAnotherEncoding() {
    Packs pack =
        base().with("goods.csv", "code,name,points\nmilk,牛奶,8\n".getBytes(Charset.forName("GBK")));
    RegionException e =
        catchThrowableOfType(RegionException.class, () -> Region.load("base", List.of(pack)));
    assertThat(e.issues()).hasSize(1);
    assertThat(e.issues().get(0).toLine(Locale.ENGLISH))
        .startsWith("base/goods.csv:2: FS-SRC-0010")
        .contains("UTF-8")
        .doesNotContain("JSON");
  }

  @Test
  void whatThePackThrowsIsToldWithItsCause() {
    IllegalStateException thrown = new IllegalStateException("no key for the archive");
    for (String broken : List.of("id", "location", "policy.json")) {
      RegionException e =
          catchThrowableOfType(
              RegionException.class,
              () -> Region.load("base", List.of(new BrokenPack(base(), broken, thrown))));
      assertThat(e.issues()).extracting(Issue::code).containsExactly("FS-REGION-0023");
      assertThat(e)
          .hasMessageContaining(broken.equals("id") ? "BrokenPack" : "base")
          .hasMessageContaining("IllegalStateException: no key for the archive")
          .hasCause(thrown);
    }
  }

  @Test
  void mistakesOfAllPacksAreToldAtOnce() {
    Packs city = pack("city", "base", "\"none.json\"");
    Packs low = base().with("goods.csv", "code,points\nmilk,ten\n");
    assertThat(faults("city", low, city))
        .contains("FS-REGION-0006 city/pack.json:4 /files/0", "FS-REGION-0015 base/goods.csv:2");
  }

  @Test
  void aFolderWithoutAManifest(@TempDir Path folder) throws IOException {
    RegionException none = catchThrowableOfType(RegionException.class, () -> FolderPack.of(folder));
    assertThat(none.issues()).extracting(Issue::code).containsExactly("FS-REGION-0006");
    Files.writeString(folder.resolve("pack.json"), "{}");
    RegionException empty =
        catchThrowableOfType(RegionException.class, () -> FolderPack.of(folder));
    assertThat(empty.issues()).extracting(Issue::code).containsExactly("FS-SRC-0004");
  }

  @Test
  void aFolderIsAPack(@TempDir Path folder) throws IOException {
    for (String name : List.of("pack.json", "policy.json", "static.csv", "goods.csv")) {
      Files.copy(base().open(name), folder.resolve(name));
    }
    Files.writeString(folder.resolve("notes.txt"), "nobody reads this");
    FolderPack pack = FolderPack.of(folder);
    assertThat(Region.load("base", List.of(pack)).policies()).hasSize(1);
    assertThat(pack.files()).containsExactly("goods.csv", "notes.txt", "policy.json", "static.csv");
  }
}

package io.foodsafety.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.acme.AcmePlugin;
import io.foodsafety.model.issue.Issue;
import io.foodsafety.runtime.PluginReport.Offer;
import io.foodsafety.runtime.PluginReport.OfferKind;
import io.foodsafety.runtime.PluginReport.Reason;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PluginLoadingTest {

  private static final String ACME = "com.acme.AcmePlugin";

  @TempDir Path folder;
  private PluginJars jars;

  @BeforeEach
  void setUp() {
    jars = new PluginJars(folder);
  }

  @Test
  void findsAPluginInAJarAndSaysWhere() {
    Path jar = jars.jar("acme.jar", ACME);
    try (FoodSafety city = FoodSafety.builder().classLoader(PluginJars.loader(jar)).build()) {
      assertThat(city.plugins())
          .containsExactly(
              new PluginReport(
                  "acme",
                  "1.0.0",
                  ACME,
                  jar.toString(),
                  Reason.DISCOVERED,
                  List.of(
                      new Offer(OfferKind.STORAGE, "acme", true),
                      new Offer(OfferKind.FORMAT, "sheet", true))),
              city.plugins().get(1));
      PluginReport core = city.plugins().get(1);
      assertThat(core.id()).isEqualTo("foodsafety-core");
      assertThat(core.reason()).isEqualTo(Reason.BUILT_IN);
      assertThat(core.offers())
          .extracting(Offer::name)
          .containsExactly(
              "memory",
              "in-process",
              "log",
              "webhook",
              "ndjson",
              "csv",
              "geojson",
              "json",
              "standard",
              "file");
      assertThat(core.isLoaded()).isTrue();
    }
  }

  @Test
  void withoutDiscoveryOnlyWhatIsGivenIsLoaded() {
    try (FoodSafety city =
        FoodSafety.builder().withoutDiscovery().plugin(new AcmePlugin()).build()) {
      assertThat(city.plugins())
          .extracting(PluginReport::id, PluginReport::reason)
          .containsExactly(
              org.assertj.core.groups.Tuple.tuple("acme", Reason.GIVEN),
              org.assertj.core.groups.Tuple.tuple("foodsafety-core", Reason.BUILT_IN));
    }
  }

  @Test
  void listsEveryProblemAtOnceInAnOrderThatTheClassPathDoesNotDecide() {
    Path good = jars.jar("a.jar", ACME, ACME + "$Throwing", ACME + "$BadDescriptor");
    Path bad =
        jars.jar(
            "b.jar", "com.acme.Missing", ACME + "$SameId", ACME + "$Future", ACME + "$Reserved");
    Path worse = jars.jar("c.jar", "com.acme.AlsoMissing", ACME + "$BadOffers", ACME + "$Sheet");
    Path garbage = jars.jar("d.jar", "not a class name");

    List<Issue> oneWay = problems(good, bad, worse, garbage);
    List<Issue> otherWay = problems(garbage, worse, bad, good);

    assertThat(oneWay).extracting(Issue::toString).isEqualTo(lines(otherWay));
    assertThat(oneWay)
        .extracting(Issue::code)
        .containsExactlyInAnyOrder(
            "FS-START-0001", // com.acme.Missing
            "FS-START-0001", // com.acme.AlsoMissing
            "FS-START-0001", // AcmePlugin.Sheet is no plug-in
            "FS-START-0001", // the constructor throws
            "FS-START-0001", // not a class name
            "FS-START-0002", // BadDescriptor
            "FS-START-0003", // SameId
            "FS-START-0004", // Future
            "FS-START-0005", // Reserved
            "FS-START-0006", // BadOffers: storages
            "FS-START-0007", // BadOffers: the name of a format
            "FS-START-0010", // nobody
            "FS-START-0011"); // memori
    assertThat(String.join("\n", lines(oneWay)))
        .contains(bad + ": FS-START-0001 The plug-in (com.acme.Missing) cannot be loaded")
        .contains("no licence file")
        .contains("The plug-in id (Not An Id) must match")
        .contains("not today")
        .contains("Maybe memory")
        .contains(garbage + ": FS-START-0001 ")
        .contains(good.toString())
        .contains(worse.toString())
        .doesNotContain("..");
  }

  private static List<String> lines(List<Issue> issues) {
    return issues.stream().map(Issue::toString).toList();
  }

  private static List<Issue> problems(Path... jars) {
    return problems(
        FoodSafety.builder()
            .classLoader(PluginJars.loader(jars))
            .without("nobody")
            .storage("memori", Map.of()));
  }

  private static List<Issue> problems(FoodSafetyBuilder builder) {
    StartupException thrown = catchThrowableOfType(StartupException.class, builder::build);
    assertThat(thrown).isNotNull();
    assertThat(thrown.issues())
        .allSatisfy(
            issue -> {
              assertThat(thrown.getMessage()).contains(issue.toLine(Locale.ENGLISH));
              assertThat(issue.remedy(Locale.ENGLISH))
                  .isNotBlank()
                  .doesNotContainPattern("\\{[A-Za-z]+}");
              assertThat(issue.toLine(Locale.CHINESE)).doesNotContainPattern("\\{[A-Za-z]+}");
            });
    return thrown.issues();
  }

  @Test
  void duplicateIdsNameBothJars() {
    Path one = jars.jar("one.jar", ACME);
    Path two = jars.jar("two.jar", ACME + "$SameId");
    List<Issue> issues = problems(FoodSafety.builder().classLoader(PluginJars.loader(two, one)));
    assertThat(issues).hasSize(1);
    assertThat(issues.get(0).code()).isEqualTo("FS-START-0003");
    assertThat(issues.get(0).message(Locale.ENGLISH))
        .isEqualTo(
            "The plug-in id (acme) is taken by %s in %s and by %s$SameId in %s."
                .formatted(ACME, one, ACME, two));
  }

  @Test
  void theSameClassInTwoJarsIsADuplicateToo() {
    Path one = jars.jar("acme-1.0.jar", ACME);
    Path two = jars.jar("acme-1.1.jar", ACME);
    for (ClassLoader loader : List.of(PluginJars.loader(one, two), PluginJars.loader(two, one))) {
      assertThat(problems(FoodSafety.builder().classLoader(loader)))
          .extracting(issue -> issue.message(Locale.ENGLISH))
          .containsExactly(
              "The plug-in id (acme) is taken by %s in %s and by %s in %s."
                  .formatted(ACME, one, ACME, two));
    }
  }

  @Test
  void aPluginMadeForALaterSpiIsRefusedWithBothNumbers() {
    assertThat(given(new AcmePlugin.Future()))
        .extracting(issue -> issue.message(Locale.ENGLISH))
        .containsExactly("The plug-in (future) was made for spi 0.9, and this is spi 0.1.");
  }

  @Test
  void whatWasThrownCanBeLookedAt() {
    Path jar = jars.jar("a.jar", ACME + "$Throwing");
    assertThatThrownBy(() -> FoodSafety.builder().classLoader(PluginJars.loader(jar)).build())
        .isInstanceOf(StartupException.class)
        .satisfies(
            thrown ->
                assertThat(thrown.getSuppressed())
                    .singleElement()
                    .isInstanceOf(IllegalStateException.class)
                    .hasFieldOrPropertyWithValue("message", "no licence file"));
  }

  @Test
  void aForeignPluginMayNotHaveAReservedId() {
    assertThat(given(new AcmePlugin.Reserved()))
        .extracting(Issue::code)
        .containsExactly("FS-START-0005");
  }

  @Test
  void anErrorIsThrownOn() {
    assertThatThrownBy(
            () -> FoodSafety.builder().withoutDiscovery().plugin(new AcmePlugin.Fatal()).build())
        .isInstanceOf(AssertionError.class)
        .hasMessage("broken beyond repair");
  }

  private static List<Issue> given(io.foodsafety.spi.FoodSafetyPlugin plugin) {
    return problems(FoodSafety.builder().withoutDiscovery().plugin(plugin));
  }

  @Test
  void whatIsLeftOutDoesNoHarmAndIsReported() {
    Path jar = jars.jar("all.jar", ACME, ACME + "$SameId", ACME + "$Throwing");
    try (FoodSafety city =
        FoodSafety.builder()
            .classLoader(PluginJars.loader(jar))
            .without("acme")
            .without(ACME + "$Throwing")
            .plugin(new AcmePlugin())
            .build()) {
      assertThat(city.plugins())
          .extracting(PluginReport::id, PluginReport::type, PluginReport::reason)
          .containsExactlyInAnyOrder(
              org.assertj.core.groups.Tuple.tuple("acme", ACME, Reason.EXCLUDED),
              org.assertj.core.groups.Tuple.tuple("acme", ACME + "$SameId", Reason.EXCLUDED),
              org.assertj.core.groups.Tuple.tuple("acme", ACME, Reason.GIVEN),
              org.assertj.core.groups.Tuple.tuple(
                  ACME + "$Throwing", ACME + "$Throwing", Reason.EXCLUDED),
              org.assertj.core.groups.Tuple.tuple(
                  "foodsafety-core", city.plugins().get(4).type(), Reason.BUILT_IN));
    }
  }

  @Test
  void twoOffersForOneNameNeedAChoice() {
    List<Issue> issues =
        problems(
            FoodSafety.builder()
                .withoutDiscovery()
                .plugin(new AcmePlugin.Rival())
                .plugin(new AcmePlugin()));
    assertThat(issues).extracting(Issue::code).containsExactly("FS-START-0008", "FS-START-0008");
    assertThat(issues.get(0).toLine(Locale.ENGLISH)).contains("acme in ", "rival in ", "prefer");

    try (FoodSafety city =
        FoodSafety.builder()
            .withoutDiscovery()
            .plugin(new AcmePlugin.Rival())
            .plugin(new AcmePlugin())
            .preferStorage("acme", "rival")
            .preferFormat("sheet", "acme")
            .build()) {
      assertThat(city.plugins().get(0).offers())
          .containsExactly(
              new Offer(OfferKind.STORAGE, "acme", false),
              new Offer(OfferKind.FORMAT, "sheet", true));
    }
  }

  @Test
  void aPreferenceForWhatIsNotOfferedIsAProblem() {
    assertThat(
            problems(
                FoodSafety.builder()
                    .withoutDiscovery()
                    .plugin(new AcmePlugin())
                    .preferFormat("sheet", "acne")))
        .extracting(issue -> issue.toLine(Locale.ENGLISH))
        .containsExactly(
            "FS-START-0009 The plug-in (acne) was preferred for the record format (sheet) and does not offer it. Offered by: acme.");
  }

  @Test
  void everyBadSettingIsAProblemAndSecretsAreNotShown() {
    List<Issue> issues =
        problems(
            FoodSafety.builder()
                .withoutDiscovery()
                .plugin(new AcmePlugin())
                .storage("acme", Map.of("ulr", "x", "pool", "99", "pin", "secret")));
    assertThat(issues)
        .extracting(issue -> issue.toLine(Locale.ENGLISH))
        .anySatisfy(line -> assertThat(line).contains("(ulr)", "Maybe url"))
        .anySatisfy(line -> assertThat(line).contains("(url)", "required"))
        .anySatisfy(line -> assertThat(line).contains("(99)", "(pool)", "between 1 and 9"))
        .anySatisfy(line -> assertThat(line).contains("(***)", "(pin)"))
        .noneSatisfy(line -> assertThat(line).contains("secret"))
        .hasSize(4);
  }

  @Test
  void aStorageThatDoesNotOpenIsAProblemBesidesTheOthers() {
    assertThat(
            problems(
                FoodSafety.builder()
                    .withoutDiscovery()
                    .plugin(new AcmePlugin())
                    .plugin(new AcmePlugin.Future())
                    .storage("acme", Map.of("url", "db:1", "pin", "1"))))
        .extracting(issue -> issue.code() + " " + issue.attributes().getOrDefault("cause", ""))
        .containsExactly(
            "FS-START-0015 StorageException: The server at db:1 does not answer", "FS-START-0004 ");
  }
}

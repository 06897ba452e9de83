package io.foodsafety.risk;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;

/** Policies of every kind of window, in two versions, whose grades change often. */
final class SimulatedPolicies {

  static final String ID = "random";

  private static final String HEAD =
      "'policy':'random','zone':'%s',"
          + "'scale':{'id':'random','better':'lower','grades':['A','B','C','D']},"
          + "'declares':{'facts':[{'kind':'event','attributes':%s},{'kind':'other','attributes':%s}],"
          + "'subject':%s},";

  private static final String DECLARED =
      "[{'name':'n','type':'decimal'},{'name':'c','type':'code'},{'name':'d','type':'date'}]";

  private static final String BANDS =
      "'bands':[{'grade':'A','to':1},{'grade':'B','above':1,'to':3},{'grade':'C','above':3,'to':6},"
          + "{'grade':'D','above':6}]";

  private SimulatedPolicies() {}

  /** Two versions, of which the second begins on a leap day, on New Year or on some day between. */
  static List<Path> write(Path folder, String name, Random random) {
    String zone = oneOf(random, "Asia/Shanghai", "UTC", "America/New_York");
    String head = HEAD.formatted(zone, DECLARED, DECLARED, DECLARED);
    String begin = oneOf(random, "2024-02-29", "2024-01-01", "2024-08-17");
    String end = LocalDate.parse(begin).minusDays(1).toString();
    return List.of(
        write(
            folder,
            name + "1",
            "{" + head + "'version':'1','effectiveTo':'" + end + "'," + rules(random) + "}"),
        write(
            folder,
            name + "2",
            "{" + head + "'version':'2','effectiveFrom':'" + begin + "'," + rules(random) + "}"));
  }

  /** A file of a policy written with single quotes. */
  static Path write(Path folder, String name, String json) {
    try {
      return Files.writeString(folder.resolve(name + ".json"), json.replace('\'', '"'));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String rules(Random random) {
    return "'appliesTo':{'ne':[{'orElse':[{'subject':'c'},'x']},'z']},'dynamic':["
        + line("w0", count(window(random)))
        + ","
        + line("w1", count(window(random)))
        + ","
        + line("any", "{'count':{'kind':'other','role':'any','window':" + window(random) + "}}")
        + ","
        + line(
            "sum",
            "{'orElse':[{'sum':{'kind':'event','window':{'rolling':'P45D'},'of':{'fact':'n'}}},0]}")
        + "],'static':["
        + line("area", "{'orElse':[{'subject':'n'},0]}")
        + "],'directGrades':[{'item':'late','grade':'C','basis':'-','when':{'lt':[{'orElse':["
        + "{'subject':'$licenceValidTo'},{'date':'2999-01-01'}]},{'datePlus':{'date':{'asOf':true},'period':'P10D'}}]}}],"
        + BANDS;
  }

  private static String count(String window) {
    return "{'count':{'kind':'event','window':" + window + "}}";
  }

  private static String line(String item, String value) {
    return "{'item':'%s','basis':'-','value':%s}".formatted(item, value);
  }

  private static String window(Random random) {
    return oneOf(
        random,
        "{'rolling':'P30D'}",
        "{'rolling':'P1M'}",
        "{'rolling':'P1Y'}",
        "{'calendar':'week'}",
        "{'calendar':'month'}",
        "{'calendar':'quarter','offset':-1}",
        "{'calendar':'year'}",
        "{'anchored':{'date':'2020-02-29'},'every':'P1Y'}",
        "{'anchored':{'date':'2022-01-31'},'every':'P1M','offset':-1}",
        "{'inForce':true}");
  }

  private static String oneOf(Random random, String... choices) {
    return choices[random.nextInt(choices.length)];
  }
}

package io.foodsafety.risk;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Makes valid policies at random, of every operator and window, as text with single quotes. */
final class RandomPolicy {

  private static final int DEPTH = 3;

  private static final String DECLARED =
      "[{'name':'n','type':'decimal'},{'name':'m','type':'decimal'},{'name':'c','type':'code'},"
          + "{'name':'b','type':'boolean'},{'name':'d','type':'date'},{'name':'ws','type':'codes'}]";

  private static final String HEAD =
      "'policy':'random','version':'1',"
          + "'scale':{'id':'random','better':'lower','grades':['A','B','C','D']},"
          + "'declares':{'facts':[{'kind':'event','attributes':"
          + DECLARED
          + "},{'kind':'other','attributes':"
          + DECLARED
          + "}],'subject':"
          + DECLARED
          + "},'tables':{'ranges':{'ranges':[{'to':0,'value':1},{'above':0,'below':5,'value':-2.5},"
          + "{'from':5,'value':0.005}]},'some':{'ranges':[{'from':0,'to':10,'value':3}]},"
          + "'words':{'words':{'a':1,'b':2.345},'otherwise':0},'few':{'words':{'a':1}},"
          + "'two':{'by':{'a':{'ranges':[{'to':0,'value':1},{'above':0,'value':2}]},"
          + "'b':{'ranges':[{'from':0,'to':10,'value':3}]},'c':{'ranges':[{'value':4}]}}},"
          + "'pair':{'by':{'a':{'words':{'a':1,'b':2}},'c':{'words':{'b':5}}},'otherwise':-1}},";

  private final Random random;
  private boolean defining;

  RandomPolicy(Random random) {
    this.random = random;
  }

  String next() {
    int lines = 1 + random.nextInt(6);
    List<String> members = new ArrayList<>();
    members.add("'zone':'" + oneOf("Asia/Shanghai", "UTC", "America/New_York") + "'");
    members.add("'pointsScale':" + random.nextInt(7));
    defining = true;
    members.add(
        "'define':{'n0':%s,'n1':{'add':[{'ref':'n0'},{'ref':'n0'}]}}"
            .formatted(number(DEPTH, false)));
    defining = false;
    if (random.nextInt(8) == 0) {
      members.add("'appliesTo':" + bool(DEPTH, false));
    }
    members.add("'static':" + list(lines, i -> line("s" + i)));
    members.add("'dynamic':" + list(random.nextInt(4), i -> line("d" + i)));
    members.add("'noGrade':" + list(random.nextInt(10) / 9, i -> rule("e" + i, "")));
    if (lines > 1 && random.nextBoolean()) {
      members.add("'bestOf':[{'item':'best','of':['s0','s1']}]");
    }
    if (random.nextBoolean()) {
      members.add(
          "'caps':[" + cap("c0", "s0") + "," + cap("c1", "s*") + "," + cap("c2", "*") + "]");
    }
    members.add("'bands':" + bands());
    members.add(
        "'limits':"
            + list(
                random.nextInt(3) / 2,
                i ->
                    "{'item':'l%d','value':%s,'bands':%s,'basis':'-'}"
                        .formatted(i, number(DEPTH, false), bands())));
    members.add(
        "'directGrades':"
            + list(random.nextInt(3), i -> rule("g" + i, "'grade':'" + grade() + "',")));
    members.add(
        "'adjustments':"
            + list(
                random.nextInt(4),
                i ->
                    rule(
                        "a" + i,
                        "'affects':'%s','by':%d,'group':'%s',"
                            .formatted(
                                oneOf("grade", "nextGrade"),
                                random.nextInt(7) - 3,
                                oneOf("x", "y")))));
    if (random.nextBoolean()) {
      members.add(
          "'inspectionsPerYear':[{'grade':'A','min':0.5,'basis':'-'},"
              + "{'grade':'D','min':%d,'max':4,'basis':'-'}]".formatted(random.nextInt(4)));
    }
    return "{" + HEAD + String.join(",", members) + "}";
  }

  private String line(String item) {
    String when = random.nextInt(3) == 0 ? "'when':" + bool(2, false) + "," : "";
    String points = random.nextInt(3) == 0 ? "'points':{'multiply':[{'ref':'value'},1.337]}," : "";
    return "{'item':'%s',%s'value':%s,%s'basis':'-'}"
        .formatted(item, when, number(DEPTH, false), points);
  }

  private String rule(String item, String more) {
    return "{'item':'%s',%s'when':%s,'basis':'-'}".formatted(item, more, bool(DEPTH, false));
  }

  private String cap(String item, String of) {
    return "{'item':'%s','of':['%s'],'min':%s,'max':%s,'basis':'-'}"
        .formatted(item, of, -random.nextInt(10) - 0.005, random.nextInt(20) + 0.5);
  }

  private String bands() {
    return "[{'grade':'A','to':%s},{'grade':'B','above':%s,'below':10},{'grade':'D','from':10}]"
        .replace("%s", String.valueOf(random.nextInt(10)));
  }

  private String grade() {
    return oneOf("A", "B", "C", "D");
  }

  String number(int depth, boolean ofFact) {
    if (depth == 0) {
      return oneOf(
          "0",
          "1",
          "-2",
          "0.005",
          "2.675",
          "100",
          "{'subject':'n'}",
          "{'subject':'m'}",
          ofFact ? "{'fact':'n'}" : "7",
          ofFact ? "{'fact':'m'}" : "-0.5");
    }
    int down = depth - 1;
    return switch (random.nextInt(16)) {
      case 0 -> number(0, ofFact);
      case 1 ->
          op(
              oneOf("add", "subtract", "multiply", "least", "greatest"),
              list(1 + random.nextInt(3), i -> number(down, ofFact)));
      case 2 -> op("divide", pair(number(down, ofFact), number(down, ofFact)));
      case 3 ->
          op("round", "{'of':%s,'scale':%d}".formatted(number(down, ofFact), random.nextInt(4)));
      case 4 ->
          op(
              "if",
              "{'when':%s,'then':%s,'else':%s}"
                  .formatted(bool(down, ofFact), number(down, ofFact), number(down, ofFact)));
      case 5 -> op("orElse", pair(number(down, ofFact), number(0, ofFact)));
      case 6 ->
          op(
              "table",
              random.nextBoolean()
                  ? "{'name':'%s','of':%s}".formatted(oneOf("ranges", "some"), number(down, ofFact))
                  : "{'name':'two','of':%s}".formatted(pair(text(ofFact), number(down, ofFact))));
      case 7 ->
          op(
              "table",
              "{'name':%s}"
                  .formatted(
                      random.nextInt(3) == 0
                          ? "'pair','of':" + pair(text(ofFact), words(ofFact))
                          : "'%s','of':%s"
                              .formatted(
                                  oneOf("words", "few"),
                                  random.nextBoolean() ? text(ofFact) : words(ofFact))));
      case 8 -> op("daysBetween", pair(date(down, ofFact), date(down, ofFact)));
      case 9 -> op(oneOf("count", "daysSince"), "{" + selection(down, ofFact, true) + "}");
      case 10 ->
          op(
              oneOf("sum", "mean", "max", "min", "latest", "first", "distinct"),
              "{%s,'of':%s}".formatted(selection(down, ofFact, true), number(down, true)));
      case 11 ->
          op(
              "groupBy",
              "{%s,'key':%s,'each':'%s','of':%s,'outer':'%s'}"
                  .formatted(
                      selection(down, ofFact, true),
                      oneOf("{'fact':'c'}", "{'fact':'$at'}", "{'fact':'ws'}", "1"),
                      oneOf("sum", "mean", "max", "min", "latest", "first", "distinct"),
                      number(down, true),
                      oneOf("count", "sum", "max", "min", "mean")));
      case 12 ->
          op(
              "pick",
              "{%s,'take':'%s','read':%s}"
                  .formatted(
                      selection(down, ofFact, true), oneOf("latest", "first"), number(down, true)));
      case 13 ->
          op(
              "pick",
              "{%s,'take':'%s','by':%s,'read':%s}"
                  .formatted(
                      selection(down, ofFact, true),
                      oneOf("highest", "lowest"),
                      number(down, true),
                      number(down, true)));
      case 14 ->
          op("distinct", "{%s,'of':%s}".formatted(selection(down, ofFact, true), text(true)));
      default -> defining ? number(down, ofFact) : "{'ref':'n1'}";
    };
  }

  String bool(int depth, boolean ofFact) {
    if (depth == 0) {
      return oneOf("true", "false", "{'subject':'b'}", ofFact ? "{'fact':'b'}" : "true");
    }
    int down = depth - 1;
    return switch (random.nextInt(7)) {
      case 0 ->
          op(oneOf("all", "any", "none"), list(1 + random.nextInt(3), i -> bool(down, ofFact)));
      case 1 -> op("not", bool(down, ofFact));
      case 2 -> op("known", number(down, ofFact));
      case 3 -> op(comparison(), pair(number(down, ofFact), number(down, ofFact)));
      case 4 -> op(comparison(), pair(date(down, ofFact), date(down, ofFact)));
      case 5 -> op(oneOf("eq", "ne"), pair(text(ofFact), text(ofFact)));
      default -> op("in", pair(text(ofFact), words(ofFact)));
    };
  }

  private String comparison() {
    return oneOf("eq", "ne", "lt", "le", "gt", "ge");
  }

  private String date(int depth, boolean ofFact) {
    String simple =
        oneOf(
            "{'asOf':true}",
            "{'date':'2024-02-29'}",
            "{'subject':'d'}",
            "{'subject':'$licenceIssuedOn'}",
            ofFact ? "{'fact':'d'}" : "{'asOf':true}",
            ofFact ? oneOf("{'fact':'$at'}", "{'fact':'$until'}") : "{'asOf':true}");
    if (depth == 0 || random.nextBoolean()) {
      return simple;
    }
    return random.nextBoolean()
        ? op("datePlus", "{'date':%s,'period':'%s'}".formatted(simple, oneOf("P1M", "-P1Y", "P3D")))
        : op(
            oneOf("max", "min", "latest"),
            "{%s,'of':%s}"
                .formatted(selection(0, ofFact, false), oneOf("{'fact':'d'}", "{'fact':'$at'}")));
  }

  private String text(boolean ofFact) {
    return oneOf(
        "'a'", "'z'", "{'subject':'c'}", "{'subject':'$segment'}", ofFact ? "{'fact':'c'}" : "'b'");
  }

  private String words(boolean ofFact) {
    return oneOf("['a','b']", "[]", "{'subject':'ws'}", ofFact ? "{'fact':'ws'}" : "['b']");
  }

  private String selection(int depth, boolean ofFact, boolean ofNumbers) {
    List<String> members = new ArrayList<>();
    members.add("'kind':'" + oneOf("event", "event", "other") + "'");
    if (random.nextInt(3) == 0) {
      members.add("'role':'" + oneOf("subject", "any", "maker") + "'");
    }
    if (random.nextInt(3) == 0) {
      members.add("'where':" + bool(depth, true));
    }
    if (random.nextInt(3) != 0) {
      members.add(
          "'window':"
              + (ofNumbers && random.nextInt(5) == 0
                  ? "{'sliding':'%s','within':%s}".formatted(length(), window(ofFact))
                  : window(ofFact)));
    }
    return String.join(",", members);
  }

  private String window(boolean ofFact) {
    return switch (random.nextInt(5)) {
      case 0 -> "{'rolling':'" + length() + "'}";
      case 1 ->
          "{'calendar':'%s','offset':%d}"
              .formatted(oneOf("week", "month", "quarter", "year"), -random.nextInt(3));
      case 2 ->
          "{'anchored':%s,'every':'%s','offset':%d}"
              .formatted(date(0, ofFact), length(), -random.nextInt(2));
      case 3 -> "{'since':" + date(0, ofFact) + "}";
      default -> "{'inForce':true}";
    };
  }

  private String length() {
    return oneOf("P1Y", "P1M", "P10D", "P3M", "P2Y", "P1M15D");
  }

  private static String op(String name, String operand) {
    return "{'" + name + "':" + operand + "}";
  }

  private static String pair(String left, String right) {
    return "[" + left + "," + right + "]";
  }

  private static String list(int size, IntFunction<String> item) {
    return IntStream.range(0, size).mapToObj(item).collect(Collectors.joining(",", "[", "]"));
  }

  private String oneOf(String... choices) {
    return choices[random.nextInt(choices.length)];
  }
}

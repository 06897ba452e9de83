package io.foodsafety.rule;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Aggregates, groups and picks: over none, ties, unknowns, and the facts that they cite. */
class InterpreterAggregateTest {

  private static final RuleFixture RULES = RuleFixture.inShanghai();

  private static final String NONE = "";

  /** In the order of time and id: B, then A1 before a (code points), then C. */
  private static final String FOUR =
      "C 2024-05-03 n=2 m=1 c=y s=q d=2024-01-03 ws=p,q b=false;"
          + "a 2024-05-02 n=5 m=3 c=x s=q d=2024-01-09 ws=q,p b=true;"
          + "A1 2024-05-02 n=5 m=2 c=x s=r d=2024-01-09 ws=p,q b=true;"
          + "B 2024-05-01 n=2 m=1 c=y s=q d=2024-01-03 ws= b=true";

  @ParameterizedTest(name = "{0}: over none {1}, over four {2}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # expression                                       | over none           | over four | cites
          {'count':{'kind':'event'}}                         | 0                   | 4   | B A1 a C
          {'daysSince':{'kind':'event'}}                     | ? 0103 daysSince event | 58 | C
          {'sum':{'kind':'event','of':{'fact':'n'}}}         | 0                   | 14  | B A1 a C
          {'mean':{'kind':'event','of':{'fact':'n'}}}        | ? 0103 mean event   | 3.5 | B A1 a C
          {'max':{'kind':'event','of':{'fact':'n'}}}         | ? 0103 max event    | 5   | a
          {'min':{'kind':'event','of':{'fact':'n'}}}         | ? 0103 min event    | 2   | C
          {'max':{'kind':'event','of':{'fact':'d'}}}         | ? 0103 max event    | 2024-01-09 | a
          {'min':{'kind':'event','of':{'fact':'d'}}}         | ? 0103 min event    | 2024-01-03 | C
          {'latest':{'kind':'event','of':{'fact':'n'}}}      | ? 0103 latest event | 2   | C
          {'first':{'kind':'event','of':{'fact':'s'}}}       | ? 0103 first event  | q   | B
          {'latest':{'kind':'event','of':{'fact':'ws'}}}     | ? 0103 latest event | [p, q] | C
          {'latest':{'kind':'event','of':{'fact':'b'}}}      | ? 0103 latest event | false | C
          {'first':{'kind':'event','of':{'fact':'$id'}}}     | ? 0103 first event  | B   | B
          {'latest':{'kind':'event','of':{'fact':'$at'}}}    | ? 0103 latest event | 2024-05-03 | C
          {'distinct':{'kind':'event','of':{'fact':'n'}}}    | 0                   | 2   | B A1 a C
          {'distinct':{'kind':'event','of':{'fact':'c'}}}    | 0                   | 2   | B A1 a C
          {'distinct':{'kind':'event','of':{'fact':'b'}}}    | 0                   | 2   | B A1 a C
          {'distinct':{'kind':'event','of':{'fact':'ws'}}}   | 0                   | 3   | B A1 a C
          {'distinct':{'kind':'event','of':{'fact':'$at'}}}  | 0                   | 3   | B A1 a C
          {'count':{'kind':'event','where':{'eq':[{'fact':'c'},'x']}}} | 0         | 2   | A1 a
          {'count':{'kind':'event','where':false}}           | 0                   | 0   |
          {'sum':{'kind':'event','of':{'multiply':[{'fact':'n'},{'fact':'m'}]}}} | 0 | 29 | B A1 a C
          {'sum':{'kind':'event','of':1}}                    | 0                   | 4   | B A1 a C
          {'count':{'kind':'other'}}                         | 0                   | 0   |
          # groups: two of x with 5 and 5, two of y with 2 and 2
          {'groupBy':{'kind':'event','key':{'fact':'c'},'each':'count','outer':'count'}} | 0 | 2 | B C A1 a
          {'groupBy':{'kind':'event','key':{'fact':'c'},'each':'count','outer':'sum'}}   | 0 | 4 | B C A1 a
          {'groupBy':{'kind':'event','key':{'fact':'c'},'each':'count','outer':'max'}}   | ? 0103 max event | 2 | A1 a
          {'groupBy':{'kind':'event','key':{'fact':'c'},'each':'count','outer':'min'}}   | ? 0103 min event | 2 | A1 a
          {'groupBy':{'kind':'event','key':{'fact':'s'},'each':'count','outer':'max'}}   | ? 0103 max event | 3 | B a C
          {'groupBy':{'kind':'event','key':{'fact':'s'},'each':'count','outer':'mean'}}  | ? 0103 mean event | 2 | B a C A1
          {'groupBy':{'kind':'event','key':{'fact':'c'},'each':'sum','of':{'fact':'n'},'outer':'max'}} | ? 0103 max event | 10 | A1 a
          {'groupBy':{'kind':'event','key':{'fact':'c'},'each':'max','of':{'fact':'m'},'outer':'sum'}} | 0 | 4 | C a
          {'groupBy':{'kind':'event','key':{'fact':'c'},'each':'latest','of':{'fact':'m'},'outer':'sum'}} | 0 | 4 | C a
          {'groupBy':{'kind':'event','key':{'fact':'c'},'each':'first','of':{'fact':'m'},'outer':'sum'}} | 0 | 3 | B A1
          {'groupBy':{'kind':'event','key':{'fact':'c'},'each':'mean','of':{'fact':'m'},'outer':'max'}} | ? 0103 max event | 2.5 | A1 a
          {'groupBy':{'kind':'event','key':{'fact':'c'},'each':'daysSince','outer':'min'}} | ? 0103 min event | 58 | C
          {'groupBy':{'kind':'event','key':{'fact':'c'},'each':'distinct','of':{'fact':'s'},'outer':'max'}} | ? 0103 max event | 2 | A1 a
          {'groupBy':{'kind':'event','key':{'fact':'ws'},'each':'count','outer':'max'}}  | ? 0103 max event | 2 | A1 C
          {'groupBy':{'kind':'event','key':1,'each':'count','outer':'count'}}            | 0 | 1 | B A1 a C
          # three failures of one product; the heaviest of each kind
          {'ge':[{'groupBy':{'kind':'event','key':{'fact':'s'},'each':'count','outer':'max'}},3]} | ? 0103 max event | true | B a C
          # picks: among equals the last
          {'pick':{'kind':'event','take':'latest','read':{'add':[{'fact':'n'},{'fact':'m'}]}}} | ? 0103 latest event | 3 | C
          {'pick':{'kind':'event','take':'first','read':{'fact':'$id'}}}                       | ? 0103 first event  | B | B
          {'pick':{'kind':'event','take':'highest','by':{'fact':'n'},'read':{'fact':'m'}}}     | ? 0103 highest event | 3 | a
          {'pick':{'kind':'event','take':'lowest','by':{'fact':'n'},'read':{'fact':'$id'}}}    | ? 0103 lowest event | C | C
          {'pick':{'kind':'event','take':'highest','by':{'fact':'n'},'where':{'eq':[{'fact':'c'},'y']},'read':{'fact':'$id'}}} | ? 0103 highest event | C | C
          """)
  void aggregates(String expression, String overNone, String overFour, String cited) {
    assertThat(RULES.on("2024-06-30", expression, NONE).text()).isEqualTo(overNone);
    RuleFixture.Outcome outcome = RULES.on("2024-06-30", expression, FOUR);
    assertThat(outcome.text()).isEqualTo(overFour);
    assertThat(outcome.cited()).isEqualTo(cited == null ? "" : cited);
  }

  /** A has no n, B has no c, C has no m. */
  private static final String GAPS =
      "A 2024-05-01 m=1 c=x; B 2024-05-02 n=2 m=1; C 2024-05-03 n=3 c=x";

  @ParameterizedTest(name = "{0} = {1}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # one unknown value makes the result unknown; the first in order gives the reason
          {'count':{'kind':'event'}}                          | 3
          {'sum':{'kind':'event','of':{'fact':'n'}}}          | ? 0102 n A
          {'mean':{'kind':'event','of':{'fact':'n'}}}         | ? 0102 n A
          {'max':{'kind':'event','of':{'fact':'m'}}}          | ? 0102 m C
          {'min':{'kind':'event','of':{'fact':'m'}}}          | ? 0102 m C
          {'distinct':{'kind':'event','of':{'fact':'c'}}}     | ? 0102 c B
          {'sum':{'kind':'event','of':{'add':[{'fact':'m'},{'fact':'n'}]}}} | ? 0102 n A
          {'latest':{'kind':'event','of':{'fact':'n'}}}       | 3
          {'latest':{'kind':'event','of':{'fact':'m'}}}       | ? 0102 m C
          {'first':{'kind':'event','of':{'fact':'n'}}}        | ? 0102 n A
          {'sum':{'kind':'event','of':{'orElse':[{'fact':'n'},0]}}} | 5
          {'sum':{'kind':'event','where':{'known':{'fact':'n'}},'of':{'fact':'n'}}} | 5
          # a condition that is unknown for one fact makes the selection unknown, not smaller
          {'count':{'kind':'event','where':{'eq':[{'fact':'c'},'x']}}} | ? 0102 c B
          {'count':{'kind':'event','where':{'eq':[{'orElse':[{'fact':'c'},'-']},'x']}}} | 2
          {'count':{'kind':'event','where':{'all':[{'known':{'fact':'c'}},{'eq':[{'fact':'c'},'x']}]}}} | 2
          {'sum':{'kind':'event','where':{'eq':[{'fact':'c'},'x']},'of':{'fact':'n'}}} | ? 0102 c B
          # the window is looked at first, so facts outside of it cannot make it unknown
          {'count':{'kind':'event','where':{'eq':[{'fact':'c'},'x']},'window':{'since':{'date':'2024-05-03'}}}} | 1
          {'groupBy':{'kind':'event','key':{'fact':'c'},'each':'count','outer':'count'}} | ? 0102 c B
          {'groupBy':{'kind':'event','key':1,'each':'sum','of':{'fact':'m'},'outer':'sum'}} | ? 0102 m C
          {'pick':{'kind':'event','take':'highest','by':{'fact':'n'},'read':{'fact':'m'}}} | ? 0102 n A
          {'pick':{'kind':'event','take':'highest','by':{'orElse':[{'fact':'n'},0]},'read':{'fact':'m'}}} | ? 0102 m C
          {'pick':{'kind':'event','take':'latest','read':{'fact':'n'}}} | 3
          {'latest':{'kind':'event','of':{'fact':'$source'}}} | ? 0102 $source C
          {'latest':{'kind':'event','of':{'fact':'$until'}}}  | ? 0102 $until C
          # aggregates inside of a selection look at all facts again
          {'count':{'kind':'event','where':{'eq':[{'count':{'kind':'event'}},3]}}} | 3
          {'pick':{'kind':'event','take':'latest','read':{'count':{'kind':'event','window':{'since':{'fact':'$at'}}}}}} | 1
          {'count':{'kind':'event','where':{'eq':[{'latest':{'kind':'event','of':{'fact':'$id'}}},{'fact':'$id'}]}}} | 1
          """)
  void knowsWhatItDoesNotKnow(String expression, String expected) {
    assertThat(RULES.on("2024-06-30", expression, GAPS).text()).isEqualTo(expected);
  }

  @ParameterizedTest(name = "mean of {0} = {1}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          A 2024-01-01 n=1; B 2024-01-01 n=2                    | 1.5
          A 2024-01-01 n=1; B 2024-01-01 n=1; C 2024-01-01 n=0  | 0.6666666666666666666666666666666667
          A 2024-01-01 n=-1; B 2024-01-01 n=-1; C 2024-01-01 n=0 | -0.6666666666666666666666666666666667
          A 2024-01-01 n=7                                      | 7
          """)
  void means(String facts, String expected) {
    String mean = "{'mean':{'kind':'event','of':{'fact':'n'}}}";
    assertThat(RULES.on("2024-06-30", mean, facts).text()).isEqualTo(expected);
  }

  /** Beyond the basic plane: by code point after all of it, by UTF-16 before U+FF21. */
  @ParameterizedTest(name = "the last of {0} is {1}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          F10 2024-05-01; F9 2024-05-01                             | F9
          F9 2024-05-01; F10 2024-05-01                             | F9
          f1 2024-05-01; F2 2024-05-01                              | f1
          Ａ 2024-05-01; 𠮷 2024-05-01                               | 𠮷
          𠮷 2024-05-01; Ａ 2024-05-01                               | 𠮷
          A 2024-05-01T00:00:01+08:00; Z 2024-05-01                 | A
          A 2024-05-01T00:00:00+08:00; B 2024-05-01                 | B
          A 2024-05-01T23:59:59+08:00; Z 2024-05-01T15:59:58Z       | A
          """)
  void ordersByTimeThenIdInCodePoints(String facts, String last) {
    String latest = "{'latest':{'kind':'event','of':{'fact':'$id'}}}";
    assertThat(RULES.on("2024-06-30", latest, facts).text()).isEqualTo(last);
  }

  @ParameterizedTest(name = "{0} over {1} = {2} of {3}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # P30D from 1 May ends with 30 May
          P30D | A 2024-05-01; B 2024-05-30                         | 2 | A B
          P30D | A 2024-05-01; B 2024-05-31                         | 1 | B
          P30D | A 2024-05-01; B 2024-05-02; C 2024-05-31; D 2024-06-01 | 2 | C D
          # among equals the latest
          P7D  | A 2024-05-01; B 2024-05-02; C 2024-05-20; D 2024-05-21 | 2 | C D
          P7D  | A 2024-05-01; B 2024-05-01; C 2024-05-01; D 2024-05-21 | 3 | A B C
          P1M  | A 2024-01-31; B 2024-02-28; C 2024-02-29           | 2 | B C
          P1D  | A 2024-05-01T15:00:00Z; B 2024-05-01T17:00:00Z     | 1 | B
          P1D  | A 2024-05-01T17:00:00Z; B 2024-05-02               | 2 | B A
          P30D |                                                    | 0 |
          P30D | A 2024-07-01                                       | 0 |
          """)
  void slides(String length, String facts, String expected, String cited) {
    String count = "{'count':{'kind':'event','window':{'sliding':'%s'}}}".formatted(length);
    RuleFixture.Outcome outcome = RULES.on("2024-06-30", count, facts == null ? "" : facts);
    assertThat(outcome.text()).isEqualTo(expected);
    assertThat(outcome.cited()).isEqualTo(cited == null ? "" : cited);
  }

  @ParameterizedTest(name = "{0} = {1} of {2}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {'sum':{'kind':'event','of':{'fact':'n'},'window':{'sliding':'P10D'}}}  | 10 | A B
          {'sum':{'kind':'event','of':{'fact':'n'},'window':{'sliding':'P10D','within':{'rolling':'P1M'}}}} | 4 | C D
          {'sum':{'kind':'event','of':{'fact':'n'},'window':{'sliding':'P10D','within':{'calendar':'month','offset':-1}}}} | 10 | A B
          {'sum':{'kind':'event','of':{'fact':'n'},'window':{'sliding':'P10D','within':{'calendar':'year','offset':-1}}}} | 0 |
          {'mean':{'kind':'event','of':{'fact':'n'},'window':{'sliding':'P10D','within':{'calendar':'year','offset':-1}}}} | ? 0103 mean event |
          {'sum':{'kind':'event','of':{'fact':'n'},'window':{'sliding':'P10D','within':{'since':{'subject':'day'}}}}} | ? 0101 day 2024-06-30 |
          {'sum':{'kind':'event','of':{'fact':'m'},'window':{'sliding':'P10D'}}}  | ? 0102 m A |
          {'max':{'kind':'event','of':{'fact':'n'},'window':{'sliding':'P10D'}}}  | 9 | A
          {'min':{'kind':'event','of':{'fact':'n'},'window':{'sliding':'P10D'}}}  | 2 | D
          {'daysSince':{'kind':'event','window':{'sliding':'P10D'}}}              | 55 | B
          {'groupBy':{'kind':'event','key':{'fact':'c'},'each':'count','outer':'max','window':{'sliding':'P10D'}}} | 2 | C D
          {'pick':{'kind':'event','take':'lowest','by':{'fact':'n'},'read':{'fact':'n'},'window':{'sliding':'P10D'}}} | 2 | D
          """)
  void slidesOverOtherAggregates(String expression, String expected, String cited) {
    String facts =
        "A 2024-05-01 n=9 c=x; B 2024-05-06 n=1 c=y; C 2024-06-10 n=2 c=z; D 2024-06-19 n=2 c=z";
    RuleFixture.Outcome outcome = RULES.on("2024-06-30", expression, facts);
    assertThat(outcome.text()).isEqualTo(expected);
    assertThat(outcome.cited()).isEqualTo(cited == null ? "" : cited);
  }
}

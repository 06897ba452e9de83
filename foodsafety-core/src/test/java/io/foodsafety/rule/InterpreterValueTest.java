package io.foodsafety.rule;

import static org.assertj.core.api.Assertions.assertThat;

import io.foodsafety.model.fact.AttributeValue;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Values, arithmetic, comparisons, dates, tables and choices, without facts. */
class InterpreterValueTest {

  private static final RuleFixture RULES =
      RuleFixture.inShanghai()
          .with("num", AttributeValue.decimal("7.50"))
          .with("word", AttributeValue.code("b"))
          .with("text", AttributeValue.string("b"))
          .with("flag", AttributeValue.bool(true))
          .with("words", AttributeValue.codes(List.of("a", "b")))
          .defining("'two':2,'four':{'multiply':[{'ref':'two'},{'ref':'two'}]}");

  /**
   * The attribute day is not set, and a division by zero is unknown with its dividend as reason.
   */
  @ParameterizedTest(name = "{0} = {1}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          # literals
          1.50                                                  | 1.5
          -0                                                    | 0
          1e2                                                   | 100
          'x'                                                   | x
          ''                                                    | ``
          true                                                  | true
          ['b','a']                                             | [b, a]
          []                                                    | []
          {'date':'2024-02-29'}                                 | 2024-02-29
          {'asOf':true}                                         | 2024-06-30
          {'subject':'num'}                                     | 7.5
          {'subject':'words'}                                   | [a, b]
          {'subject':'$id'}                                     | S1
          {'subject':'day'}                                     | ? 0101 day 2024-06-30
          {'subject':'$segment'}                                | ? 0101 $segment 2024-06-30
          {'ref':'four'}                                        | 4
          # arithmetic: exact, except for division (34 digits, half up)
          {'add':[0.1,0.2]}                                     | 0.3
          {'add':[5]}                                           | 5
          {'add':[999999999999999999,0.000000000000000001]}     | 999999999999999999.000000000000000001
          {'subtract':[10,1,2,3]}                               | 4
          {'subtract':[10]}                                     | 10
          {'multiply':[1.5,1.5,-2]}                             | -4.5
          {'multiply':[0.000000000000000001,0.1]}               | 0.0000000000000000001
          {'divide':[1,3]}                                      | 0.3333333333333333333333333333333333
          {'divide':[2,3]}                                      | 0.6666666666666666666666666666666667
          {'divide':[-2,3]}                                     | -0.6666666666666666666666666666666667
          {'divide':[10,4]}                                     | 2.5
          {'multiply':[{'divide':[1,3]},3]}                     | 0.9999999999999999999999999999999999
          {'divide':[0,5]}                                      | 0
          {'divide':[5,0]}                                      | ? 0106 0 5
          {'divide':[0,0.0]}                                    | ? 0106 0 0
          {'least':[3,-1,2]}                                    | -1
          {'greatest':[3,-1,2]}                                 | 3
          {'greatest':[-1.0,-1]}                                | -1
          # the first unknown operand gives the reason
          {'add':[1,{'divide':[1,0]},{'divide':[2,0]}]}         | ? 0106 0 1
          {'divide':[{'divide':[1,0]},0]}                       | ? 0106 0 1
          {'divide':[1,{'divide':[3,0]}]}                       | ? 0106 0 3
          {'multiply':[0,{'divide':[1,0]}]}                     | ? 0106 0 1
          {'least':[{'divide':[2,0]},{'divide':[1,0]}]}         | ? 0106 0 2
          {'eq':[{'divide':[1,0]},{'divide':[2,0]}]}            | ? 0106 0 1
          {'lt':[1,{'divide':[2,0]}]}                           | ? 0106 0 2
          {'eq':[{'subject':'day'},{'asOf':true}]}              | ? 0101 day 2024-06-30
          {'daysBetween':[{'asOf':true},{'subject':'day'}]}     | ? 0101 day 2024-06-30
          {'datePlus':{'date':{'subject':'day'},'period':'P1D'}} | ? 0101 day 2024-06-30
          {'round':{'of':{'divide':[1,0]}}}                     | ? 0106 0 1
          {'table':{'name':'area','of':{'divide':[1,0]}}}       | ? 0106 0 1
          {'in':[{'subject':'$segment'},['a']]}                 | ? 0101 $segment 2024-06-30
          # half up is away from zero
          {'round':{'of':2.5}}                                  | 3
          {'round':{'of':-2.5}}                                 | -3
          {'round':{'of':2.4999999}}                            | 2
          {'round':{'of':-0.5}}                                 | -1
          {'round':{'of':-0.4}}                                 | 0
          {'round':{'of':1.005,'scale':2}}                      | 1.01
          {'round':{'of':-1.005,'scale':2}}                     | -1.01
          {'round':{'of':{'divide':[2,3]},'scale':6}}           | 0.666667
          {'round':{'of':{'divide':[2,3]},'scale':18}}          | 0.666666666666666667
          # comparisons
          {'eq':[1.0,1]}                                        | true
          {'ne':[1.0,1]}                                        | false
          {'lt':[1,1]}                                          | false
          {'le':[1,1]}                                          | true
          {'gt':[1.01,1]}                                       | true
          {'ge':[0.99,1]}                                       | false
          {'lt':[{'date':'2024-02-29'},{'date':'2024-03-01'}]}  | true
          {'ge':[{'asOf':true},{'date':'2024-06-30'}]}          | true
          {'eq':[{'subject':'word'},{'subject':'text'}]}        | true
          {'eq':['a','A']}                                      | false
          {'eq':[true,{'subject':'flag'}]}                      | true
          {'eq':[['a','b'],{'subject':'words'}]}                | true
          {'ne':[['b','a'],{'subject':'words'}]}                | true
          {'in':['b',{'subject':'words'}]}                      | true
          {'in':[{'subject':'word'},['x','y']]}                 | false
          {'in':['b',[]]}                                       | false
          # tables over numbers: each side of each bound
          {'table':{'name':'area','of':-0.01}}                  | -1
          {'table':{'name':'area','of':0}}                      | 1
          {'table':{'name':'area','of':200}}                    | 1
          {'table':{'name':'area','of':200.0000001}}            | 2
          {'table':{'name':'area','of':999.999}}                | 2
          {'table':{'name':'area','of':1000}}                   | 3
          {'table':{'name':'area','of':1000.001}}               | 4
          {'table':{'name':'open','of':0}}                      | -9
          {'table':{'name':'open','of':0.1}}                    | 5
          {'table':{'name':'open','of':10}}                     | 5
          {'table':{'name':'open','of':10.1}}                   | -9
          {'table':{'name':'open','of':20}}                     | 7
          {'table':{'name':'open','of':30}}                     | -9
          {'table':{'name':'bounded','of':10}}                  | 1
          {'table':{'name':'bounded','of':10.50}}               | ? 0104 10.5 bounded
          {'table':{'name':'bounded','of':-1}}                  | ? 0104 -1 bounded
          # tables over words and over lists of them: the highest row counts
          {'table':{'name':'kinds','of':'c'}}                   | -3
          {'table':{'name':'kinds','of':{'subject':'word'}}}    | 2.5
          {'table':{'name':'kinds','of':'B'}}                   | ? 0104 B kinds
          {'table':{'name':'kinds','of':''}}                    | ? 0104  kinds
          {'table':{'name':'kindsOr','of':'z'}}                 | 0.5
          {'table':{'name':'kinds','of':['c','b','a']}}         | 2.5
          {'table':{'name':'kinds','of':['c']}}                 | -3
          {'table':{'name':'kinds','of':['a','y','z']}}         | ? 0104 y kinds
          {'table':{'name':'kindsOr','of':['z','b']}}           | 2.5
          {'table':{'name':'kinds','of':[]}}                    | ? 0105  kinds
          {'table':{'name':'kindsOr','of':[]}}                  | ? 0105  kindsOr
          # choices
          {'if':{'when':true,'then':1,'else':{'divide':[1,0]}}} | 1
          {'if':{'when':false,'then':{'divide':[1,0]},'else':2}} | 2
          {'if':{'when':{'eq':[{'divide':[1,0]},1]},'then':1,'else':1}} | ? 0106 0 1
          {'if':{'when':true,'then':{'divide':[3,0]},'else':2}} | ? 0106 0 3
          {'known':{'subject':'day'}}                           | false
          {'known':{'subject':'num'}}                           | true
          {'known':{'known':{'subject':'day'}}}                 | true
          {'orElse':[{'subject':'day'},{'date':'2020-01-01'}]}  | 2020-01-01
          {'orElse':[{'divide':[1,0]},{'divide':[2,0]},3]}      | 3
          {'orElse':[{'divide':[1,0]},{'divide':[2,0]}]}        | ? 0106 0 2
          {'orElse':[1,2]}                                      | 1
          {'orElse':[false,true]}                               | false
          # dates: a day that a month lacks becomes its last day
          {'datePlus':{'date':{'date':'2024-01-31'},'period':'P1M'}}   | 2024-02-29
          {'datePlus':{'date':{'date':'2023-01-31'},'period':'P1M'}}   | 2023-02-28
          {'datePlus':{'date':{'date':'2024-02-29'},'period':'P1Y'}}   | 2025-02-28
          {'datePlus':{'date':{'date':'2024-02-29'},'period':'P4Y'}}   | 2028-02-29
          {'datePlus':{'date':{'date':'2024-03-31'},'period':'-P1M'}}  | 2024-02-29
          {'datePlus':{'date':{'date':'2024-12-31'},'period':'P1D'}}   | 2025-01-01
          {'datePlus':{'date':{'date':'2024-01-30'},'period':'P1M1D'}} | 2024-03-01
          {'datePlus':{'date':{'date':'2024-02-28'},'period':'P1W'}}   | 2024-03-06
          {'datePlus':{'date':{'asOf':true},'period':'P0D'}}           | 2024-06-30
          {'daysBetween':[{'date':'2024-02-28'},{'date':'2024-03-01'}]} | 2
          {'daysBetween':[{'date':'2023-02-28'},{'date':'2023-03-01'}]} | 1
          {'daysBetween':[{'date':'2024-03-01'},{'date':'2024-02-28'}]} | -2
          {'daysBetween':[{'asOf':true},{'asOf':true}]}                | 0
          """)
  void hasTheValue(String expression, String expected) {
    assertThat(RULES.on("2024-06-30", expression, "").text()).isEqualTo(expected);
  }
}

package io.foodsafety.testkit.rules;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.foodsafety.fact.FactCatalogue;
import io.foodsafety.risk.RiskPolicy;

/** A policy that has a line of every kind. The numbers are invented. */
final class Samples {

  static final RiskPolicy POLICY =
      policy(
          """
          {
            'policy': 'sample', 'version': '1', 'zone': 'Asia/Shanghai', 'effectiveFrom': '2024-01-01',
            'scale': {'id': 'risk', 'better': 'lower', 'grades': ['A', 'B', 'C']},
            'tables': {'penalty': {'words': {'warning': 2, 'fine': 5}}},
            'noGrade': [{
              'item': 'none.new', 'basis': 'No grade in the year of opening',
              'when': {'ge': [{'orElse': [{'subject': 'openedOn'}, {'date': '1900-01-01'}]}, {'date': '2024-01-01'}]}
            }],
            'static': [{
              'item': 'static.area', 'basis': 'Premises', 'when': {'eq': [{'subject': '$segment'}, 'catering']},
              'value': {'subject': 'areaM2'}, 'points': {'divide': [{'ref': 'value'}, 100]}
            }],
            'dynamic': [{
              'item': 'dynamic.penalties', 'basis': 'Penalties of the year, law of samples, article 7',
              'value': {'sum': {
                'kind': 'penalty', 'window': {'calendar': 'year'}, 'of': {'table': {'name': 'penalty', 'of': {'fact': 'type'}}}
              }}
            }],
            'caps': [{'item': 'cap.dynamic', 'of': ['dynamic.*'], 'max': 12, 'basis': 'At most 12'}],
            'bands': [{'grade': 'A', 'to': 5}, {'grade': 'B', 'above': 5, 'to': 10}, {'grade': 'C', 'above': 10}],
            'directGrades': [{
              'item': 'direct.list', 'grade': 'C', 'basis': 'On the black list',
              'when': {'ge': [{'count': {
                'kind': 'list-entry', 'window': {'inForce': true}, 'where': {'eq': [{'fact': 'list'}, 'black']}
              }}, 1]}
            }],
            'adjustments': [{
              'item': 'raise.accident', 'affects': 'nextGrade', 'by': 1, 'basis': 'Accident',
              'when': {'ge': [{'count': {'kind': 'accident', 'role': 'any'}}, 1]}
            }]
          }
          """);

  private Samples() {}

  /** A policy written with single quotes. */
  static RiskPolicy policy(String text) {
    return RiskPolicy.parse(
        text.replace('\'', '"').getBytes(UTF_8), "sample.json", FactCatalogue.standard());
  }

  /** Cases written with single quotes. */
  static PolicyCases cases(String text) {
    return PolicyCases.parse(text.replace('\'', '"').getBytes(UTF_8), "cases.json");
  }
}

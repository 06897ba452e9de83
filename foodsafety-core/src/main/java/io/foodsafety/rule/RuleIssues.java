package io.foodsafety.rule;

import io.foodsafety.model.issue.IssueType;
import java.util.List;

/** Why an expression has no value. */
public final class RuleIssues {

  /** An attribute of the subject is not known on the day of assessment. */
  public static final IssueType SUBJECT_ATTRIBUTE_UNKNOWN =
      IssueType.warning(
          "FS-RULE-0101",
          "The subject's attribute ({attribute}) is not known on {date}.",
          "主体属性（{attribute}）在 {date} 未知。",
          "Register the subject with this attribute.",
          "请登记主体的该项属性。");

  /** A fact does not have an attribute that a rule reads. */
  public static final IssueType FACT_ATTRIBUTE_UNKNOWN =
      IssueType.warning(
          "FS-RULE-0102",
          "The fact ({fact}) has no attribute ({attribute}).",
          "事实（{fact}）缺少属性（{attribute}）。",
          "Withdraw it and record one that has the attribute.",
          "请撤回该事实，并补录含该属性的事实。");

  /** There is no fact from which a value could be read. */
  public static final IssueType NO_FACT =
      IssueType.warning(
          "FS-RULE-0103",
          "There is no fact of kind ({kind}) to take the {aggregate} of.",
          "没有可供计算（{aggregate}）的（{kind}）类事实。",
          "Record the fact, or let the policy say what holds without it.",
          "请录入该类事实，或由规则规定无此事实时的取值。");

  /** A table has no row for a key. */
  public static final IssueType NO_ROW =
      IssueType.warning(
          "FS-RULE-0104",
          "The table ({table}) has no row for ({key}).",
          "表（{table}）中没有（{key}）对应的行。",
          "Add the row, or an otherwise, to the policy.",
          "请在规则中补充该行或 otherwise。");

  /** A list that is looked up is empty. */
  public static final IssueType EMPTY_LIST =
      IssueType.warning(
          "FS-RULE-0105",
          "The list looked up in table ({table}) is empty.",
          "在表（{table}）中查找的列表为空。",
          "Register at least one value.",
          "请至少登记一个值。");

  /** A number was divided by zero. */
  public static final IssueType DIVISION_BY_ZERO =
      IssueType.warning(
          "FS-RULE-0106",
          "A number ({number}) is divided by zero.",
          "数值（{number}）被零除。",
          "Let the policy say what holds in this case.",
          "请由规则规定此种情形的取值。");

  /** The period asked for lies before the first one. */
  public static final IssueType BEFORE_ANCHOR =
      IssueType.warning(
          "FS-RULE-0107",
          "On {date} there is no such period: the first begins on {anchor}.",
          "{date} 无对应周期：首个周期自 {anchor} 起算。",
          "Check the anchor date, or let the policy say what holds before it.",
          "请核对起算日期，或由规则规定此前的取值。");

  /** A number that outgrew all sense. */
  public static final IssueType TOO_MANY_DIGITS =
      IssueType.warning(
          "FS-RULE-0108",
          "A result has {digits} digits, or as many places; at most {max} are allowed.",
          "计算结果为 {digits} 位或小数位过多；最多 {max} 位。",
          "Round within the policy.",
          "请在规则中先行取整。");

  /** A table whose rows the host has to give. */
  public static final IssueType TABLE_NOT_LOADED =
      IssueType.warning(
          "FS-RULE-0109",
          "The table ({table}) has no rows yet: {why}",
          "表（{table}）尚无数据：{why}",
          "Load its rows with a region pack of your own.",
          "请以自有地区包加载其数据。");

  private RuleIssues() {}

  /** {@return all of them, for the documentation} */
  public static List<IssueType> all() {
    return List.of(
        SUBJECT_ATTRIBUTE_UNKNOWN,
        FACT_ATTRIBUTE_UNKNOWN,
        NO_FACT,
        NO_ROW,
        EMPTY_LIST,
        DIVISION_BY_ZERO,
        BEFORE_ANCHOR,
        TOO_MANY_DIGITS,
        TABLE_NOT_LOADED);
  }
}

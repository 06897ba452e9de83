package io.foodsafety.testkit.rules;

import io.foodsafety.model.issue.IssueType;
import java.util.List;

/** What can be wrong with a case, or with the policy that it tests. */
public final class CaseIssues {

  /** The file cannot be read. */
  public static final IssueType UNREADABLE =
      IssueType.error(
          "FS-CASE-0001",
          "The file of cases ({file}) cannot be read: {fault}.",
          "无法读取用例文件（{file}）：{fault}。",
          "Check the name of the file.",
          "请检查文件名。");

  /** The file is not JSON. */
  public static final IssueType SYNTAX =
      IssueType.error(
          "FS-CASE-0002",
          "The file of cases is not well-formed JSON: {fault}.",
          "用例文件不是合法的 JSON：{fault}。",
          "Mend it at this line.",
          "请修正该行。");

  /** A member that nobody reads. */
  public static final IssueType UNKNOWN_MEMBER =
      IssueType.error(
          "FS-CASE-0003",
          "The member ({name}) is unknown here.",
          "此处没有名为（{name}）的成员。",
          "Known here: {known}.",
          "此处可用：{known}。");

  /** A member that must be there. */
  public static final IssueType MISSING_MEMBER =
      IssueType.error(
          "FS-CASE-0004", "The member ({name}) is missing.", "缺少成员（{name}）。", "Add it.", "请补充。");

  /** A value of another type, or that cannot be read. */
  public static final IssueType WRONG_VALUE =
      IssueType.error(
          "FS-CASE-0005",
          "The value ({value}) is not {expected}.",
          "值（{value}）不是 {expected}。",
          "Write {expected}.",
          "请改为 {expected}。");

  /** Two cases have one name. */
  public static final IssueType DUPLICATE_CASE =
      IssueType.error(
          "FS-CASE-0006",
          "There are two cases called ({case}).",
          "有两个用例同名（{case}）。",
          "Name each case for what it shows.",
          "请为每个用例取不同的名称。");

  /** The cases are for another policy. */
  public static final IssueType OTHER_POLICY =
      IssueType.error(
          "FS-CASE-0007",
          "The case ({case}) is for the policy ({expected}) and not for ({policy}).",
          "用例（{case}）针对规则（{expected}），而不是（{policy}）。",
          "Choose the file of cases that belongs to the policy.",
          "请选用与该规则对应的用例文件。");

  /** The region has no such policy. */
  public static final IssueType NO_POLICY =
      IssueType.error(
          "FS-CASE-0008",
          "The region ({region}) has no policy ({policy}).",
          "地区（{region}）没有规则（{policy}）。",
          "Check the id of the policy.",
          "请检查规则编号。");

  /** An expectation names a line that the policy does not have. */
  public static final IssueType UNKNOWN_LINE =
      IssueType.error(
          "FS-CASE-0009",
          "The policy has no line ({item}).",
          "规则中没有项目（{item}）。",
          "It has: {known}.",
          "现有：{known}。");

  /** The fact as of which the case is graded is not there. */
  public static final IssueType UNKNOWN_FACT =
      IssueType.error(
          "FS-CASE-0010",
          "The case has no fact ({fact}).",
          "用例中没有事实（{fact}）。",
          "Facts without an id are called F1, F2 and so on, by their place.",
          "未给编号的事实按次序称为 F1、F2 等。");

  /** Something came out otherwise. */
  public static final IssueType UNEXPECTED =
      IssueType.error(
          "FS-CASE-0101",
          "{what}: expected {expected}, came {actual}.",
          "{what}：应为 {expected}，实为 {actual}。",
          "The lines below show how it came about.",
          "下列各项说明其由来。");

  private CaseIssues() {}

  /**
   * All of them, for documentation.
   *
   * @return the types, by code
   */
  public static List<IssueType> all() {
    return List.of(
        UNREADABLE,
        SYNTAX,
        UNKNOWN_MEMBER,
        MISSING_MEMBER,
        WRONG_VALUE,
        DUPLICATE_CASE,
        OTHER_POLICY,
        NO_POLICY,
        UNKNOWN_LINE,
        UNKNOWN_FACT,
        UNEXPECTED);
  }
}

package io.foodsafety.source.internal;

import io.foodsafety.model.issue.IssueType;
import java.util.List;

/** What can be wrong with the form of a document, whatever it means. */
public final class SourceIssues {

  /** Not JSON. */
  public static final IssueType SYNTAX =
      IssueType.error(
          "FS-SRC-0001",
          "The document is not well-formed JSON: {fault}.",
          "文档不是合法的 JSON：{fault}。",
          "Mend it at this line.",
          "请修正该行。");

  /** A member twice. */
  public static final IssueType DUPLICATE_MEMBER =
      IssueType.error(
          "FS-SRC-0002",
          "The member ({name}) stands twice in one object.",
          "同一对象中成员（{name}）出现两次。",
          "Remove one of them.",
          "请删除其中一个。");

  /** A member that nobody reads. */
  public static final IssueType UNKNOWN_MEMBER =
      IssueType.error(
          "FS-SRC-0003",
          "The member ({name}) is unknown here.",
          "此处没有名为（{name}）的成员。",
          "Known here: {nearest}.",
          "此处可用：{nearest}。");

  /** A member that must be there. */
  public static final IssueType MISSING_MEMBER =
      IssueType.error(
          "FS-SRC-0004", "The member ({name}) is missing.", "缺少成员（{name}）。", "Add it.", "请补充。");

  /** A value of another type. */
  public static final IssueType WRONG_TYPE =
      IssueType.error(
          "FS-SRC-0005",
          "Here is {actual} and must be {expected}.",
          "此处为 {actual}，应为 {expected}。",
          "Write {expected}.",
          "请改为 {expected}。");

  /** A value that is not allowed. */
  public static final IssueType BAD_VALUE =
      IssueType.error(
          "FS-SRC-0006",
          "The value ({value}) is not allowed: {fault}",
          "值（{value}）不合规：{fault}",
          "Allowed: {allowed}.",
          "允许：{allowed}。");

  /** Not CSV. */
  public static final IssueType TABLE_SYNTAX =
      IssueType.error(
          "FS-SRC-0007",
          "The table is not well-formed CSV: {fault}.",
          "表格不是合法的 CSV：{fault}。",
          "Mend it at this line.",
          "请修正该行。");

  /** A row with other cells than the header. */
  public static final IssueType ROW_LENGTH =
      IssueType.error(
          "FS-SRC-0008",
          "The row has {cells} cells and the header has {columns}.",
          "该行有 {cells} 个单元格，而表头有 {columns} 个。",
          "Give each column one cell; put cells with commas into quotation marks.",
          "请为每列填写一个单元格；含逗号的单元格须加引号。");

  /** A header that cannot be used. */
  public static final IssueType TABLE_HEADER =
      IssueType.error(
          "FS-SRC-0009",
          "The header of the table cannot be used: {fault}.",
          "表头无法使用：{fault}。",
          "Name every column once in the first line.",
          "请在首行为每列命名，且不得重复。");

  /** Bytes in another encoding. */
  public static final IssueType NOT_UTF8 =
      IssueType.error(
          "FS-SRC-0010",
          "The file is not UTF-8 from this line on.",
          "文件自该行起不是 UTF-8 编码。",
          "Save it as UTF-8; spreadsheet programs call that \"CSV UTF-8\".",
          "请另存为 UTF-8；电子表格软件中为“CSV UTF-8”。");

  private SourceIssues() {}

  /** All of them, for the documentation. */
  public static List<IssueType> all() {
    return List.of(
        SYNTAX,
        DUPLICATE_MEMBER,
        UNKNOWN_MEMBER,
        MISSING_MEMBER,
        WRONG_TYPE,
        BAD_VALUE,
        TABLE_SYNTAX,
        ROW_LENGTH,
        TABLE_HEADER,
        NOT_UTF8);
  }
}

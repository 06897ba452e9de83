package io.foodsafety.document;

import io.foodsafety.model.issue.IssueType;
import java.util.List;

/** What can be wrong with templates of documents, beyond the form of their JSON. */
public final class DocumentIssues {

  /** A file that cannot be read at all. */
  public static final IssueType UNREADABLE =
      IssueType.error(
          "FS-DOC-0001",
          "The file ({file}) cannot be read: {fault}.",
          "无法读取文件（{file}）：{fault}。",
          "Check the path, the permissions and the encoding.",
          "请检查路径、权限和编码。");

  /** A name that nothing bears. */
  public static final IssueType UNKNOWN_NAME =
      IssueType.error(
          "FS-DOC-0002",
          "The {what} ({name}) is unknown.",
          "不存在名为（{name}）的 {what}。",
          "Known: {nearest}.",
          "可用：{nearest}。");

  /** A template without a part. */
  public static final IssueType EMPTY =
      IssueType.error(
          "FS-DOC-0003",
          "The {what} is empty.",
          "{what} 为空。",
          "Add at least one element, or leave it out.",
          "请至少添加一个元素，或将其删除。");

  private DocumentIssues() {}

  /** {@return all of them, for the documentation} */
  public static List<IssueType> all() {
    return List.of(UNREADABLE, UNKNOWN_NAME, EMPTY);
  }
}

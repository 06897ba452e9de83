package io.foodsafety.storage.jdbc.internal;

import io.foodsafety.model.issue.IssueType;

/** What can be wrong with a database, where a user can do something about it. */
final class JdbcIssues {

  /** Another process has the file open. */
  static final IssueType IN_USE =
      IssueType.error(
          "FS-JDBC-0001",
          "The database ({database}) is in use by another process.",
          "数据库（{database}）正被另一进程使用。",
          "An H2 file serves one process at a time: close the other one, or use PostgreSQL.",
          "H2 文件同一时间只供一个进程使用：请关闭另一进程，或改用 PostgreSQL。");

  /** The file of a database cannot be made or changed. */
  static final IssueType NOT_WRITABLE =
      IssueType.error(
          "FS-JDBC-0002",
          "The database ({database}) cannot be written: {cause}.",
          "数据库（{database}）无法写入：{cause}。",
          "Check that its folder exists, and that this process may write to the folder and the file.",
          "请检查所在文件夹是否存在，以及本进程对文件夹和文件是否有写权限。");

  /** The disk did not take what was to be written. */
  static final IssueType DISK =
      IssueType.error(
          "FS-JDBC-0003",
          "The disk of the database ({database}) does not take any more: {cause}.",
          "数据库（{database}）所在磁盘无法继续写入：{cause}。",
          "What was acknowledged is kept. Make room, open the database again, and read before repeating the last change.",
          "已确认的数据均已保留。请腾出空间后重新打开数据库，并先读取再重复最后一次更改。");

  private JdbcIssues() {}
}

package io.foodsafety.examples.cli;

import io.foodsafety.model.issue.Issue;
import io.foodsafety.model.issue.IssueType;
import io.foodsafety.model.issue.Location;
import java.nio.file.Path;
import java.util.List;

/** What can be wrong with a call of the command line. */
final class CliIssues {

  /** The call itself is wrong. */
  static final IssueType USAGE =
      IssueType.error(
          "FS-CLI-0001",
          "{detail}",
          "{chinese}",
          "The option --help lists what there is.",
          "用 --help 查看用法。");

  /** The program, or what it depends on, failed. */
  static final IssueType INTERNAL =
      IssueType.error(
          "FS-CLI-0002",
          "The run ended because of a fault: {cause}.",
          "运行因故障中止：{cause}。",
          "The option --debug shows where.",
          "用 --debug 查看详细位置。");

  /** A kind of fact was named that is not declared. */
  static final IssueType UNKNOWN_KIND =
      IssueType.error(
          "FS-CLI-0003",
          "The kind of fact ({kind}) is not declared.",
          "事实类别（{kind}）未声明。",
          "There are: {known}.",
          "已声明的有：{known}。");

  /** Nobody reads the acknowledgements of an import. */
  static final IssueType UNREAD =
      IssueType.warning(
          "FS-CLI-0004",
          "Nobody reads the acknowledgements any more.",
          "已无人读取确认信息。",
          "The import goes on without them.",
          "导入继续，不再输出确认。");

  /** Facts of files of which nobody knows when they were recorded. */
  static final IssueType ALWAYS_KNOWN =
      IssueType.warning(
          "FS-CLI-0005",
          "{count} facts carry no recordedAt and count as always known.",
          "{count} 条事实没有 recordedAt，视为一直已知。",
          "Without it, --known-on cannot tell when they were learnt.",
          "缺少该字段，--known-on 无法判断何时获知。");

  /** A database does not open. */
  static final IssueType DATABASE =
      IssueType.error(
          "FS-CLI-0006",
          "{cause}.",
          "数据库无法打开：{cause}。",
          "Check --db, the user and the password.",
          "请检查 --db、用户和口令。");

  /** A lot of which nothing is recorded. */
  static final IssueType UNKNOWN_LOT =
      IssueType.warning(
          "FS-CLI-0007",
          "Nothing is recorded of the lot ({lot}) {where}.",
          "{chineseWhere}没有批次（{lot}）的记录。",
          "Check the code and the party; an empty answer does not mean that nothing is affected.",
          "请核对批次号和主体；结果为空不代表没有受影响的产品。");

  /** A line of a file of cases that says nothing of a case. */
  static final IssueType CASE =
      IssueType.error(
          "FS-CLI-0008",
          "The line is no case and no assumption: {fault}.",
          "该行既不是病例也不是假设：{fault}。",
          "A case is {\"type\":\"case\",\"party\":\"P1\",\"weight\":1}, an assumption {\"type\":\"assume\",\"party\":\"P3\",\"kill\":true}.",
          "病例形如 {\"type\":\"case\",\"party\":\"P1\",\"weight\":1}，假设形如 {\"type\":\"assume\",\"party\":\"P3\",\"kill\":true}。");

  /** A file cannot be read. */
  static final IssueType FILE =
      IssueType.error(
          "FS-CLI-0009",
          "The file ({file}) cannot be read.",
          "文件（{file}）无法读取。",
          "Check the name and the permissions.",
          "请检查文件名和权限。");

  /** A document or entry is not in the sealed ledger. */
  static final IssueType NOT_SEALED =
      IssueType.error(
          "FS-CLI-0010",
          "The ledger has no sealed entry {what}.",
          "账本中没有{chinese}的已封存条目。",
          "Check the name; what was recorded after the last sealing can be proved after the next one.",
          "请核对名称；最近一次封存之后的记录须待下次封存后方可证明。");

  /** A key file cannot be used. */
  static final IssueType KEYS =
      IssueType.error(
          "FS-CLI-0011", "{cause}.", "密钥操作失败：{cause}。", "Nothing was changed.", "未作任何更改。");

  private CliIssues() {}

  /** Ends the run because a file cannot be read. */
  static ProblemException unreadable(Path file) {
    return new ProblemException(
        List.of(FILE.at(Location.unknown()).with("file", file.toString()).build()));
  }

  /** Ends the run because there is nothing to prove. */
  static ProblemException notSealed(String english, String chinese) {
    return new ProblemException(
        List.of(
            NOT_SEALED
                .at(Location.unknown())
                .with("what", english)
                .with("chinese", chinese)
                .build()));
  }

  /** Ends the run because the call is wrong. */
  static ProblemException usage(String english, String chinese) {
    return new ProblemException(List.of(usageIssue(english, chinese)));
  }

  /** Says in both languages what is wrong with the call. */
  static Issue usageIssue(String english, String chinese) {
    return USAGE.at(Location.unknown()).with("detail", english).with("chinese", chinese).build();
  }
}

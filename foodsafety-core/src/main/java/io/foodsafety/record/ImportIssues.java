package io.foodsafety.record;

import io.foodsafety.model.issue.IssueType;

/** Why a source cannot be imported. */
public final class ImportIssues {

  /** A source cannot be opened, or not be read to its end. */
  public static final IssueType UNREADABLE =
      IssueType.error(
          "FS-IMPORT-0001",
          "The source ({source}) cannot be read: {cause}. Records read before that: {records}.",
          "来源（{source}）无法读取：{cause}。此前已读记录：{records}。",
          "Check that it exists and may be read, and import it again.",
          "请检查其是否存在且可读，然后重新导入。");

  /** A source names a format that nobody offers. */
  public static final IssueType UNKNOWN_FORMAT =
      IssueType.error(
          "FS-IMPORT-0002",
          "The format ({format}) of source ({source}) is offered by no plug-in.",
          "没有插件提供来源（{source}）的格式（{format}）。",
          "Maybe {nearest}.",
          "是否为 {nearest}？");

  /** No format recognises a source. */
  public static final IssueType UNRECOGNISED =
      IssueType.error(
          "FS-IMPORT-0003",
          "No format recognises the source ({source}).",
          "没有格式能识别来源（{source}）。",
          "Name its format, if it is one of: {formats}.",
          "若为以下格式之一，请指明：{formats}。");

  /** Several formats claim a source. */
  public static final IssueType AMBIGUOUS =
      IssueType.error(
          "FS-IMPORT-0004",
          "Several formats claim the source ({source}): {formats}.",
          "多个格式都声称可读取来源（{source}）：{formats}。",
          "Name the one it has.",
          "请指明其格式。");

  /** A format fails on a source. */
  public static final IssueType FORMAT_FAILED =
      IssueType.error(
          "FS-IMPORT-0005",
          "The format ({format}) failed on source ({source}): {cause}. Records read before that: {records}.",
          "格式（{format}）处理来源（{source}）时出错：{cause}。此前已读记录：{records}。",
          "Tell the author of the plug-in that offers the format.",
          "请告知提供该格式的插件作者。");

  /** A format fails when it is asked whether a source is of its kind. */
  public static final IssueType SNIFF_FAILED =
      IssueType.warning(
          "FS-IMPORT-0006",
          "The format ({format}) failed when it looked at the source ({source}): {cause}.",
          "格式（{format}）识别来源（{source}）时出错：{cause}。",
          "Tell the author of the plug-in that offers the format; naming the format avoids the look.",
          "请告知提供该格式的插件作者；指明格式可跳过识别。");

  private ImportIssues() {}
}

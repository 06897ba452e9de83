package io.foodsafety.record;

import io.foodsafety.model.issue.IssueType;

/** What can be wrong with a record: its syntax (0001 to 0099) and its fields (0100 to 0199). */
public final class RecordIssues {

  /** A line is not UTF-8. */
  public static final IssueType NOT_UTF8 =
      IssueType.error(
          "FS-REC-0001",
          "The line is not UTF-8.",
          "该行不是 UTF-8 编码。",
          "Save the file as UTF-8.",
          "请将文件另存为 UTF-8。");

  /** A line is longer than a record may be. */
  public static final IssueType LINE_TOO_LONG =
      IssueType.error(
          "FS-REC-0002",
          "The line is longer than {limit} bytes.",
          "该行超过 {limit} 字节。",
          "Write one record on each line.",
          "请每行只写一条记录。");

  /** A line is not JSON. */
  public static final IssueType NOT_JSON =
      IssueType.error(
          "FS-REC-0003",
          "The line is not JSON: {detail}.",
          "该行不是 JSON：{detail}。",
          "Write one JSON object on each line.",
          "请每行写一个 JSON 对象。");

  /** The stream ends inside a record. */
  public static final IssueType TRUNCATED =
      IssueType.error(
          "FS-REC-0004",
          "The file ends inside this record.",
          "文件在此记录中间结束。",
          "Maybe the file was cut off in transfer: fetch it again.",
          "文件可能在传输中被截断，请重新获取。");

  /** A line is JSON and not an object. */
  public static final IssueType NOT_AN_OBJECT =
      IssueType.error(
          "FS-REC-0005",
          "The line is not a JSON object.",
          "该行不是 JSON 对象。",
          "Write one JSON object on each line.",
          "请每行写一个 JSON 对象。");

  /** A key occurs twice in one object. */
  public static final IssueType DUPLICATE_KEY =
      IssueType.error(
          "FS-REC-0006",
          "The key ({key}) occurs twice in one object.",
          "键（{key}）在同一对象中出现两次。",
          "Remove one of the two.",
          "请删除其中一个。");

  /** A number has more digits than a decimal may have. */
  public static final IssueType NUMBER_TOO_LONG =
      IssueType.error(
          "FS-REC-0007",
          "A number ({place}) has more than 18 digits before or after the point.",
          "数字（{place}）小数点前或后超过 18 位。",
          "Write an identifier as a text, in quotation marks.",
          "标识符请写成带引号的文本。");

  /** A line is nested too deeply, or has a key or a number of absurd length. */
  public static final IssueType BEYOND_LIMIT =
      IssueType.error(
          "FS-REC-0008",
          "The line goes beyond a limit: {detail}.",
          "该行超出限制：{detail}。",
          "Nest at most 32 levels, and keep keys and numbers short.",
          "嵌套不超过 32 层，键和数字不宜过长。");

  /** An object does not say what it is. */
  public static final IssueType NO_TYPE =
      IssueType.error(
          "FS-REC-0009",
          "The record has no \"type\".",
          "记录缺少 \"type\"。",
          "Add it, such as \"type\":\"fact\".",
          "请补充，例如 \"type\":\"fact\"。");

  /** A record is of no known type. */
  public static final IssueType UNKNOWN_TYPE =
      IssueType.error(
          "FS-REC-0101",
          "The record type ({value}) is unknown.",
          "记录类型（{value}）未知。",
          "Maybe {nearest}.",
          "是否为 {nearest}？");

  /** A record has a field that its type does not have. */
  public static final IssueType UNKNOWN_FIELD =
      IssueType.error(
          "FS-REC-0102",
          "The field ({field}) is unknown.",
          "字段（{field}）未知。",
          "Maybe {nearest}.",
          "是否为 {nearest}？");

  /** A field that must be there is not. */
  public static final IssueType MISSING_FIELD =
      IssueType.error(
          "FS-REC-0103", "The field ({field}) is missing.", "缺少字段（{field}）。", "Add it.", "请补充。");

  /** A value is of another type than its field or attribute. */
  public static final IssueType WRONG_TYPE =
      IssueType.error(
          "FS-REC-0104",
          "The value of ({field}) must be a {expected}, and is a {actual}.",
          "（{field}）的值应为 {expected}，实为 {actual}。",
          "Write it as a {expected}.",
          "请写成 {expected}。");

  /** A text is not of the form that its field demands. */
  public static final IssueType MALFORMED =
      IssueType.error(
          "FS-REC-0105",
          "The value ({value}) of ({field}) is not well-formed: {fault}.",
          "（{field}）的值（{value}）格式不正确：{fault}。",
          "Correct it at its source.",
          "请在数据来源处更正。");

  /** An identifier has a wrong length, character or check digit. */
  public static final IssueType WRONG_CODE =
      IssueType.error(
          "FS-REC-0106",
          "The code ({value}) in ({field}) is wrong: {fault}.",
          "（{field}）中的代码（{value}）有误：{fault}。",
          "Compare it with the certificate.",
          "请与证照核对。");

  /** A text is too long. */
  public static final IssueType TEXT_TOO_LONG =
      IssueType.error(
          "FS-REC-0107",
          "The text of ({field}) has more than {limit} characters.",
          "（{field}）的文本超过 {limit} 个字符。",
          "Shorten it, and keep the whole text where it came from.",
          "请缩短，全文留在原系统。");

  /** A number lies outside the range of its field. */
  public static final IssueType OUT_OF_RANGE =
      IssueType.error(
          "FS-REC-0108",
          "The number ({value}) of ({field}) must lie between {least} and {most}.",
          "（{field}）的数值（{value}）应在 {least} 与 {most} 之间。",
          "Maybe latitude and longitude were exchanged.",
          "纬度与经度可能颠倒。");

  /** A text is none of the words of a vocabulary. */
  public static final IssueType UNKNOWN_WORD =
      IssueType.error(
          "FS-REC-0109",
          "The value ({value}) of ({field}) is unknown.",
          "（{field}）的值（{value}）未知。",
          "Maybe {nearest}.",
          "是否为 {nearest}？");

  /** Something happened, or was recorded, in the future. */
  public static final IssueType IN_THE_FUTURE =
      IssueType.error(
          "FS-REC-0110",
          "The time ({value}) of ({field}) lies more than a day after now.",
          "（{field}）的时间（{value}）比当前时间晚一天以上。",
          "Correct it, or the clock of this machine.",
          "请更正，或校准本机时钟。");

  /** A period ends before it begins. */
  public static final IssueType ENDS_BEFORE_IT_BEGINS =
      IssueType.error(
          "FS-REC-0111",
          "The end ({value}) in ({field}) lies before the beginning ({begin}).",
          "（{field}）的结束时间（{value}）早于开始时间（{begin}）。",
          "Maybe the two were exchanged.",
          "两者可能颠倒。");

  /** A list has too many entries. */
  public static final IssueType TOO_MANY =
      IssueType.error(
          "FS-REC-0112",
          "The list ({field}) has more than {limit} entries.",
          "列表（{field}）超过 {limit} 项。",
          "Maybe a program repeated them; keep the ones that count.",
          "可能由程序重复生成，请只保留有效项。");

  /** A name or a free text is not well-formed; it may be personal, so it is not shown. */
  public static final IssueType MALFORMED_TEXT =
      IssueType.error(
          "FS-REC-0113",
          "The text of ({field}) is not well-formed: {fault}.",
          "（{field}）的文本格式不正确：{fault}。",
          "Correct it at its source.",
          "请在数据来源处更正。");

  /** A quantity is less than nothing. */
  public static final IssueType NEGATIVE =
      IssueType.error(
          "FS-REC-0114",
          "The number ({value}) of ({field}) must not be negative.",
          "（{field}）的数值（{value}）不得为负。",
          "Record goods that came back as a movement of their own.",
          "退回的货物请另行记录为一次流转。");

  /** A fact is of no declared kind. */
  public static final IssueType UNKNOWN_KIND =
      IssueType.error(
          "FS-REC-0120",
          "The kind of fact ({value}) is not declared.",
          "事实类别（{value}）未声明。",
          "Maybe {nearest}. Otherwise declare it in a policy file.",
          "是否为 {nearest}？否则请在政策文件中声明。");

  /** A fact or a subject has an attribute that is not declared. */
  public static final IssueType UNKNOWN_ATTRIBUTE =
      IssueType.error(
          "FS-REC-0121",
          "The attribute ({value}) of ({owner}) is not declared.",
          "（{owner}）的属性（{value}）未声明。",
          "Maybe {nearest}. Otherwise declare it in a policy file.",
          "是否为 {nearest}？否则请在政策文件中声明。");

  /** A fact lacks an attribute that its kind requires. */
  public static final IssueType MISSING_ATTRIBUTE =
      IssueType.error(
          "FS-REC-0122",
          "The kind of fact ({kind}) requires the attribute ({attribute}).",
          "事实类别（{kind}）要求属性（{attribute}）。",
          "Add it.",
          "请补充。");

  /** An attribute's history has two values from the same day. */
  public static final IssueType SAME_DAY_TWICE =
      IssueType.error(
          "FS-REC-0123",
          "The attribute ({field}) has two values from the same day.",
          "属性（{field}）同一天起有两个值。",
          "Keep the value that holds.",
          "请保留有效的值。");

  private RecordIssues() {}
}
